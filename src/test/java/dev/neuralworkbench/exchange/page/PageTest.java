package dev.neuralworkbench.exchange.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.model.Background;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.TrainedDocuments;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.Prediction;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page as a text; {@code src/test/python/page.py} opens it in a browser. */
class PageTest {

  /** Names that would end an element, a text or a script, or be filled in, or be run. */
  private static final List<String> HOSTILE =
      List.of(
          "</script><script>alert(1)</script>",
          "<!-- <script>",
          "\"'\\\n{{script}} $1 {0}",
          "\u2028\u202e=cmd()",
          "__proto__");

  private static final Pattern DATA =
      Pattern.compile("(?s)<script type=\"application/json\" id=\"data\">(.*?)</script>");

  /** What is said, to its first comma or end: a key, or one of some by a condition. */
  private static final Pattern SAID =
      Pattern.compile("say\\((?:[^(),]|\\(\\))+|data-word=\"[\\w.]+\"");

  private static final Pattern KEY = Pattern.compile("['\"]([\\w.]+)['\"]");

  private final PortableProducts products = new PortableProducts();

  @Test
  void policyNamesTheHashesOfTheOnlyStyleAndTheOnlyScript() throws Exception {
    var page = iris();
    assertEquals(1, count(page, "<style>"));
    assertEquals(2, count(page, "<script"), "one of data, one that runs");
    assertTrue(
        page.contains(
            "content=\"default-src 'none'; script-src 'sha256-%s'; style-src 'sha256-%s';"
                .formatted(
                    hash(between(page, "<script>", "</script>")),
                    hash(between(page, "<style>", "</style>")))));
    for (var never : List.of(" on\\w+=", "\\beval\\(", "innerHTML", "insertAdjacent", "style=\"")) {
      assertFalse(Pattern.compile(never).matcher(outsideOfData(page)).find(), never);
    }
    var addresses = Pattern.compile("https?://[^'\"\\s]+").matcher(page).results();
    assertEquals(
        List.of("http://www.w3.org/2000/svg"), addresses.map(it -> it.group()).toList(), "no load");
  }

  @Test
  void hostileNamesStandInTheDataAloneAndReadBack() {
    var page = Page.of(hostile(), null, products);
    assertEquals(outsideOfData(iris()), outsideOfData(page));
    var preprocessor = data(page).getAsJsonObject("preprocessor");
    var inputs = preprocessor.getAsJsonArray("inputs");
    assertEquals(HOSTILE.get(0), text(inputs.get(0).getAsJsonObject(), "name"));
    assertEquals(HOSTILE.get(1), text(inputs.get(1).getAsJsonObject(), "name"));
    var target = preprocessor.getAsJsonObject("target");
    assertEquals(HOSTILE.get(4), text(target, "name"));
    var classes = target.getAsJsonArray("classes");
    assertEquals(
        HOSTILE.subList(2, 4), classes.asList().stream().map(it -> it.getAsString()).toList());
    assertNull(data(page).get("held"), "nothing to compare with");
  }

  @Test
  void holdsTheTrainingRowsOfTheModelAndWhatTheProgramPredictsForSome() {
    var document = TrainedDocuments.iris();
    var model = Objects.requireNonNull(document.trained());
    var background = Background.of(model, document.data()).orElseThrow();
    var held = data(Page.of(model, background, products)).getAsJsonObject("held");
    assertEquals(Background.MOST_ROWS, held.getAsJsonArray("rows").size());
    var column = held.getAsJsonArray("columns").get(2).getAsJsonArray();
    assertEquals(background.values().column(2).value(7), column.get(7).getAsDouble());
    var checks = held.getAsJsonArray("checks").asList();
    assertEquals(HeldRows.MOST_CHECKS, checks.size());
    var predictor = new ModelPredictor(model, products);
    for (var check : checks) {
      var it = check.getAsJsonObject();
      var row = RawRow.of(model.preprocessor(), background.values(), it.get("row").getAsInt());
      var predicted = (Prediction.OfClass) predictor.predict(row);
      assertEquals(predicted.index(), it.get("predicted").getAsInt());
      assertArrayEquals(
          predicted.probabilities().stream().mapToDouble(p -> p).toArray(),
          it.getAsJsonArray("values").asList().stream()
              .mapToDouble(p -> p.getAsDouble())
              .toArray());
    }
  }

  /** A category without a number of its own is one of the data, and nothing for the network. */
  @Test
  void infrequentCategoriesAreNotInThePage() {
    assertFalse(Page.of(hostile(), null, products).contains("infrequent"));
  }

  @Test
  void formBeginsWithTheCategoryThatPredictWouldEnter() {
    var typical = data(Page.of(hostile(), null, products)).getAsJsonArray("typical");
    assertEquals("", typical.get(0).getAsString(), "a number");
    assertEquals(HOSTILE.getFirst(), typical.get(1).getAsString());
  }

  @Test
  void networkThatPhonesCannotOpenIsRefused() {
    assertTrue(Page.limit(hostile()).isEmpty());
    var layer = new LayerWeights(2001, 1000, new float[2_001_000], new float[1000]);
    var large = hostile().withWeights(new NetworkWeights(List.of(layer)));
    var problem = Page.limit(large).orElseThrow();
    assertEquals(
        "A page holds networks of at most 2,000,000 weights, so that phones can open it. This one"
            + " has 2,001,000. Export it as ONNX, or train a smaller one.",
        Sentences.of(Language.ENGLISH).sentence(problem));
  }

  @Test
  void everyWordThatThePageSaysIsInItAndNoOther() {
    var page = outsideOfData(iris());
    var said = new TreeSet<String>();
    SAID.matcher(page)
        .results()
        .flatMap(it -> KEY.matcher(it.group()).results())
        .forEach(it -> said.add(it.group(1)));
    assertTrue(said.remove("check.") && said.remove("activation."), "beginnings of keys");
    assertTrue(said.removeAll(List.of("decision.threshold", "decision.costs")), "as on Predict");
    said.addAll(List.of("check.fine", "check.wrong", "check.none", "noscript"));
    for (var language : Language.values()) {
      assertEquals(said, new TreeSet<>(Sentences.of(language).keys("page.")));
    }
  }

  private String iris() {
    var document = TrainedDocuments.iris();
    var model = Objects.requireNonNull(document.trained());
    return Page.of(model, Background.of(model, document.data()).orElse(null), products);
  }

  private static Model hostile() {
    var number = new NumberInput(HOSTILE.get(0), 0, 1, 0.5, 0.5, 0.5, 1);
    var category =
        new CategoryInput(HOSTILE.get(1), HOSTILE, HOSTILE.getFirst(), List.of("infrequent"));
    var target = new ClassTarget(HOSTILE.get(4), HOSTILE.subList(2, 4), false);
    var table = Table.of("t", NumberColumn.of("x", 1, 2), TextColumn.of("y", "a", "b"));
    var experiment =
        new Experiment(
            Preparation.defaults(table),
            NetworkDesign.of(Loss.CATEGORICAL_CROSS_ENTROPY),
            TrainingConfig.of(Adam.DEFAULT, 1, 1));
    var layer = new LayerWeights(6, 2, new float[12], new float[2]);
    return new Model(
        experiment,
        new Preprocessor(List.of(number, category), target, MissingValues.MEAN),
        new NetworkWeights(List.of(layer)),
        new TrainingHistory(),
        null);
  }

  private static JsonObject data(String page) {
    var found = DATA.matcher(page);
    assertTrue(found.find());
    return JsonParser.parseString(found.group(1)).getAsJsonObject();
  }

  private static String outsideOfData(String page) {
    return DATA.matcher(page).replaceFirst("");
  }

  private static String text(JsonObject of, String member) {
    return of.get(member).getAsString();
  }

  private static int count(String page, String text) {
    return page.split(Pattern.quote(text), -1).length - 1;
  }

  private static String between(String page, String from, String to) {
    var start = page.indexOf(from) + from.length();
    return page.substring(start, page.indexOf(to, start));
  }

  private static String hash(String text) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    return Base64.getEncoder().encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
