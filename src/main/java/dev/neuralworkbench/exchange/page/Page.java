package dev.neuralworkbench.exchange.page;

import dev.neuralworkbench.data.table.ContentHash;
import dev.neuralworkbench.formula.MathsText;
import dev.neuralworkbench.model.Background;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A page that predicts: the template with style, script, words and a model in it. Its policy lets
 * nothing be fetched or sent, and runs the one script and the one style whose hashes it names.
 * Names of columns and classes stand in the JSON alone, and the script shows them as texts, so they
 * are never read as markup or as code.
 */
public final class Page {

  /** The parts of the script, one after the other. */
  private static final List<String> SCRIPTS =
      List.of(
          "model.js",
          "shapley.js",
          "words.js",
          "answer.js",
          "form.js",
          "why.js",
          "network.js",
          "pad.js",
          "start.js");

  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  /** A page of so many weights takes 20 MB; phones do not open much larger ones. */
  private static final int MOST_WEIGHTS = 2_000_000;

  private Page() {}

  /** Why a model is too large for a page; empty if it is not. */
  public static Optional<Problem> limit(Model model) {
    var weights = model.weights().layers().stream().mapToInt(it -> it.inputs() * it.units()).sum();
    return weights <= MOST_WEIGHTS
        ? Optional.empty()
        : Optional.of(Problem.of("exchange.page.large", "", MOST_WEIGHTS, weights));
  }

  /** That the page holds rows of the data; empty if it does not. */
  public static Optional<Problem> remark(Document document) {
    return Background.of(Objects.requireNonNull(document.trained()), document.data())
        .map(it -> Problem.of("exchange.page.rows", "", null, it.rows().size()));
  }

  /**
   * Writes the page of a document's model, with the training rows that it explains by.
   *
   * @param document has a trained model, without date columns
   */
  public static void write(Document document, OutputStream out) throws IOException {
    var model = Objects.requireNonNull(document.trained(), "nothing is trained");
    var background = Background.of(model, document.data()).orElse(null);
    out.write(of(model, background, new PortableProducts()).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The page of a model.
   *
   * @param model without date columns
   * @param background the rows that predictions are compared with; null for a page without
   *     explanations
   */
  static String of(Model model, @Nullable Background background, Products products) {
    var style = resource("page.css");
    var script = SCRIPTS.stream().map(Page::resource).collect(Collectors.joining());
    return filled(
        resource("page.html"),
        Map.of(
            "style", style,
            "styleHash", hash(style),
            "script", script,
            "scriptHash", hash(script),
            "noscript", withoutScript(),
            "data", PageModel.of(model, background, products).json()));
  }

  /** In all languages, as there is no script that chooses one. */
  private static String withoutScript() {
    return Arrays.stream(Language.values())
        .map(it -> MathsText.escaped(Sentences.of(it).text("page.noscript")))
        .collect(Collectors.joining("<br>"));
  }

  /** Fills all places at once: what is filled in is not looked through again. */
  private static String filled(String template, Map<String, String> parts) {
    return PLACE
        .matcher(template)
        .replaceAll(it -> Matcher.quoteReplacement(Objects.requireNonNull(parts.get(it.group(1)))));
  }

  /** SHA-256, as the policy names what stands between two tags, to the last line break. */
  private static String hash(String text) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(ContentHash.of(text)));
  }

  /** A part of the template, with line breaks as a browser reads them. */
  private static String resource(String name) {
    try (var in = Page.class.getResourceAsStream("/dev/neuralworkbench/exchange/page/" + name)) {
      var bytes = Objects.requireNonNull(in, name).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("the program lacks its template " + name, e);
    }
  }
}
