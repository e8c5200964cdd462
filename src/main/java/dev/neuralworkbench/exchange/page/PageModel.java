package dev.neuralworkbench.exchange.page;

import dev.neuralworkbench.data.encode.ImageStyle;
import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.Pixels;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.model.Background;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.TypicalCategory;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.OutputFunction;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a page holds of a model; members are called as in the model file.
 *
 * @param preprocessor without categories that have no number of their own: they are many, and the
 *     data's own
 * @param typical of each input the category that the form begins with; empty for a number
 * @param layers the dense layers, from input to output
 * @param pixels null where the inputs are no image
 * @param style how the images look, for what is drawn; null where there are none
 * @param held null where there are no rows to compare with
 * @param languages all that the program speaks
 */
record PageModel(
    Preprocessor preprocessor,
    List<String> typical,
    List<Layer> layers,
    OutputFunction outputFunction,
    @Nullable Decision decision,
    @Nullable Pixels pixels,
    @Nullable ImageStyle style,
    @Nullable HeldRows held,
    List<Spoken> languages) {

  /** The keys of the page's words begin so. */
  private static final String WORDS = "page.";

  /** Said on Predict, too. */
  private static final List<String> SHARED = List.of("decision.threshold", "decision.costs");

  /**
   * A dense layer.
   *
   * @param weights (inputs × units), row by row
   */
  @SuppressWarnings("ArrayRecordComponent") // only written
  record Layer(Activation activation, float[] weights, float[] bias) {}

  /** The words of a language; {0} and the like stand where something is said in them. */
  record Spoken(String code, String name, List<Word> words) {

    static Spoken of(Language language) {
      var words = Sentences.of(language);
      var own = words.keys(WORDS).stream().sorted().map(it -> word(words, WORDS + it, it));
      var activations =
          Arrays.stream(Activation.values())
              .map(it -> "activation." + Ids.of(it))
              .map(it -> word(words, it, it));
      var shared = SHARED.stream().map(it -> word(words, it, it));
      return new Spoken(
          language.locale().getLanguage(),
          words.text(language.nameKey()),
          Stream.of(own, activations, shared).flatMap(it -> it).toList());
    }

    private static Word word(Sentences words, String key, String name) {
      var text = words.text(key, "{0}", "{1}");
      var one = words.text(key, "1", "{1}");
      return new Word(name, text, one.equals(text.replace("{0}", "1")) ? null : one);
    }
  }

  /**
   * A sentence.
   *
   * @param one what is said where {0} is one; null where that is the same
   */
  record Word(String key, String text, @Nullable String one) {}

  static PageModel of(Model model, @Nullable Background background, Products products) {
    var network = model.experiment().network();
    var weights = model.weights().layers();
    var rows = background == null ? List.<double[]>of() : background.numbers();
    // What another program's images go from and to is not known.
    var isKnown = background != null || !model.isSetByHand();
    var pixels = model.preprocessor().pixels().filter(_ -> isKnown);
    var designs = network.dense(weights.getLast().units());
    return new PageModel(
        withoutOthers(model.preprocessor()),
        model.preprocessor().inputs().stream()
            .map(
                it ->
                    it instanceof CategoryInput input ? TypicalCategory.of(input, background) : "")
            .toList(),
        IntStream.range(0, weights.size())
            .mapToObj(
                l ->
                    new Layer(
                        designs.get(l).activation(),
                        weights.get(l).weights(),
                        weights.get(l).bias()))
            .toList(),
        network.loss().outputFunction,
        model.decision(),
        pixels.orElse(null),
        pixels.map(it -> ImageStyle.of(it, rows)).orElse(null),
        background == null ? null : HeldRows.of(model, background, products),
        Arrays.stream(Language.values()).map(Spoken::of).toList());
  }

  private static Preprocessor withoutOthers(Preprocessor of) {
    var inputs =
        of.inputs().stream()
            .map(
                it ->
                    it instanceof CategoryInput(var name, var categories, var fill, var _)
                        ? new CategoryInput(name, categories, fill)
                        : it)
            .map(InputEncoder.class::cast)
            .toList();
    return new Preprocessor(inputs, of.target(), of.missing(), of.features(), of.cleaning());
  }

  /** All of it for a script element: no text can end the element, as there is no &lt; in it. */
  String json() {
    return ModelFile.json(this).replace("<", "\\u003c");
  }
}
