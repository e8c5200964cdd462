package dev.neuralworkbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.neuralworkbench.model.ReferenceCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Unequal classes and scores of which many tie: pairs.csv. */
class TuneThresholdCommandTest {

  private static final String MODEL = reference("pairs.nnw");
  private static final String TABLE = reference("pairs.csv");
  private static final String CLASSES = reference("classes.nnw");
  private static final String NUMBERS = reference("numbers.nnw");
  private static final String ROWS = reference("table.csv");

  /** Classes in another order than the model's elm, oak, yew: what is true is said first. */
  private static final String COSTS = "true,yew,elm,oak\noak,1,2,0\nyew,0,10,20\nelm,0.5,0,1\n";

  @TempDir Path folder;

  private final Calls calls = new Calls(Locale.ENGLISH);

  private static String reference(String name) {
    return ReferenceCase.TABLE.resolveSibling(name).toString();
  }

  private String call(String... arguments) {
    assertEquals(0, calls.call(arguments), calls.err());
    return calls.out();
  }

  private JsonObject tuned(String... options) {
    var all = new ArrayList<>(List.of("tune-threshold", MODEL, TABLE, "--json"));
    all.addAll(List.of(options));
    return object(all.toArray(String[]::new));
  }

  /** The rows with their predicted class and the probability of yes. */
  private List<String[]> predictions(String model) {
    return call("predict", model, TABLE).lines().skip(1).map(it -> it.split(",")).toList();
  }

  /** What predicts is decided by the threshold alone, in either order of the classes. */
  @ParameterizedTest
  @ValueSource(strings = {"yes", "no"})
  void theSavedModelPredictsByTheThreshold(String positive) {
    var to = folder.resolve("decided.nnw");
    var found = tuned("--positive", positive, "-o", to.toString(), "--for", "youden");
    assertTrue(calls.err().contains("Saved as"), calls.err());
    assertEquals("cross_validation", found.get("rows").getAsString());
    assertEquals(76, found.get("count").getAsInt());
    assertEquals(positive, found.get("positive").getAsString());
    assertTrue(found.get("value").getAsDouble() > found.get("value_at_half").getAsDouble());
    var threshold = found.get("threshold").getAsDouble();
    var before = predictions(MODEL);
    var after = predictions(to.toString());
    var changed = 0;
    for (var row = 0; row < 90; row++) {
      var said = after.get(row);
      assertEquals(before.get(row)[4], said[4], "probabilities stay");
      var isPositive = Double.parseDouble(said[positive.equals("yes") ? 5 : 4]) > threshold;
      assertEquals(isPositive, said[3].equals(positive), Arrays.toString(said));
      changed += said[3].equals(before.get(row)[3]) ? 0 : 1;
    }
    assertTrue(changed > 0);
    assertTrue(calls.err().contains("Predicts " + positive + " where its probability is above"));
    // Evaluate counts the same classes.
    var rows = call("evaluate", to.toString(), TABLE, "--json");
    var right = after.stream().filter(it -> it[2].equals(it[3])).count();
    assertEquals(
        right / 90.0, JsonParser.parseString(rows).getAsJsonObject().get("accuracy").getAsDouble());
  }

  @Test
  void aCostlyMissLowersTheThreshold() {
    var cheap = tuned("--cost-false-positive", "1", "--cost-false-negative", "1");
    var dear = tuned("--cost-false-positive", "1", "--cost-false-negative", "50");
    assertTrue(dear.get("threshold").getAsDouble() < cheap.get("threshold").getAsDouble());
    assertEquals("costs", dear.get("for").getAsString());
    // The total cost of all positive: one for each of the others at most.
    assertTrue(dear.get("value").getAsDouble() <= 61);
    var text = call("tune-threshold", MODEL, TABLE);
    assertTrue(text.contains("F1 by cross-validation on 76 training rows"), text);
    assertTrue(text.contains("Test rows were not used"), text);
  }

  @Test
  void whatCannotBeTunedIsRefusedInWords() throws Exception {
    assertRefused("--cost-false-negative", MODEL, TABLE, "--cost-false-positive", "1");
    assertRefused(
        "--for", MODEL, TABLE, "--cost-false-positive=1", "--cost-false-negative=2", "--for=f1");
    assertRefused(
        "out of range", MODEL, TABLE, "--cost-false-positive=-1", "--cost-false-negative=2");
    assertRefused(
        "NaN is out of range",
        MODEL,
        TABLE,
        "--cost-false-positive=NaN",
        "--cost-false-negative=2");
    assertRefused("f1, accuracy, youden", MODEL, TABLE, "--for", "auc");
    assertRefused("no, yes", MODEL, TABLE, "--positive", "maybe");
    assertRefused("two classes; the target has 3", CLASSES, ROWS);
    assertRefused("“height” is numeric", NUMBERS, ROWS);
    var other = folder.resolve("other.csv");
    Files.writeString(other, Files.readString(Path.of(TABLE)).replaceFirst("\n[^\n]*", ""));
    assertRefused("pairs.csv", MODEL, other.toString());
    var bare = folder.resolve("bare.nnw");
    call(
        "train",
        TABLE,
        "-o",
        bare.toString(),
        "--target",
        "y",
        "--epochs",
        "2",
        "--cv-folds",
        "0",
        "--early-stopping",
        "0");
    assertRefused("has neither", bare.toString(), TABLE);
    assertFalse(Files.exists(folder.resolve("none.nnw")));
  }

  @Test
  void aModelIsNotSavedUnderTheNameOfATable() {
    var table = folder.resolve("x.csv");
    assertEquals(2, calls.call("tune-threshold", MODEL, TABLE, "-o", table.toString()));
    assertTrue(calls.err().contains("ends in .nnw"), calls.err());
    assertFalse(Files.exists(table));
  }

  /**
   * What NumPy makes of the probabilities, {@code (p @ costs).argmin(1)}, on the validation rows.
   */
  @Test
  void costsDecideBetweenThreeClasses() throws Exception {
    var to = folder.resolve("decided.nnw").toString();
    var costs = "--costs=" + costs(COSTS);
    var json = object("tune-threshold", CLASSES, ROWS, costs, "-o", to, "--json");
    assertEquals("{\"for\":\"costs\"}", json.toString());
    var said = call("evaluate", to, ROWS, "--rows", "validation");
    assertTrue(said.contains("16"), said);
    assertTrue(said.contains("cost on these rows: 7.5 (0.4688 per row)"), said);
    assertTrue(said.contains("the most probable class would cost 32 (2 per row)"), said);
    var first = new StringBuilder();
    call("predict", to, ROWS)
        .lines()
        .skip(1)
        .forEach(it -> first.append(it.split(",", -1)[6].charAt(0)));
    assertEquals(
        "yyyoyyoyyyyyyyyyyyoooyyyyyoyyyyyyyyyyoyyyyoyyyyyoyyooyyoyyyoyyyyyoyyyoyy",
        first.toString());
  }

  @Test
  void evaluateTellsHowClassesAreDecided() throws Exception {
    var plain = object("evaluate", CLASSES, ROWS, "--json").getAsJsonObject("decision");
    assertEquals("{\"type\":\"most_probable\"}", plain.toString());
    assertFalse(object("evaluate", NUMBERS, ROWS, "--json").has("decision"));
    var to = folder.resolve("decided.nnw").toString();
    call("tune-threshold", CLASSES, ROWS, "--costs", costs(COSTS), "-o", to);
    var costs =
        object("evaluate", to, ROWS, "--rows=validation", "--json").getAsJsonObject("decision");
    assertEquals("costs", costs.get("type").getAsString());
    assertEquals(
        "[[0.0,1.0,0.5],[2.0,0.0,1.0],[10.0,20.0,0.0]]",
        costs.getAsJsonArray("costs").toString(),
        "in the order of the matrix");
    assertEquals(7.5, costs.get("total_cost").getAsDouble());
    assertEquals(7.5 / 16, costs.get("mean_cost").getAsDouble());
    var said = call("evaluate", to, ROWS, "--rows=validation");
    assertTrue(said.startsWith("Predicts the class of the lowest expected cost."), said);
    assertTrue(said.contains("cost on these rows: 7.5"), said);
    var found = tuned("--positive", "no", "-o", to).get("threshold");
    var threshold = object("evaluate", to, TABLE, "--json").getAsJsonObject("decision");
    assertEquals("threshold", threshold.get("type").getAsString());
    assertEquals("no", threshold.get("positive").getAsString());
    assertEquals(found, threshold.get("threshold"));
    assertEquals("cross_validation", threshold.get("found").getAsString());
  }

  /** Two classes may have a matrix, too; a spreadsheet may part its cells by semicolons. */
  @Test
  void costsOfTwoClassesAreThoseOfTheOptions() throws Exception {
    var to = folder.resolve("decided.nnw").toString();
    call("tune-threshold", MODEL, TABLE, "-o", to, "--costs", costs("t;no;yes\nno;0;1,5\nyes;3;0"));
    var decided = predictions(to);
    for (var row : decided) {
      // 1.5 · p(no) < 3 · p(yes)
      assertEquals(Double.parseDouble(row[5]) > 1 / 3.0, row[3].equals("yes"), row[5]);
    }
    assertTrue(decided.stream().anyMatch(it -> it[3].equals("yes")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true,yew,elm;oak,1,2;yew,0,10;elm,0.5,0 | costs.csv | for each of the classes elm, oak,"
            + " yew",
        "true,yew,elm,oak;oak,1,2,0;yew,0,10,20 | costs.csv | for each of the classes elm, oak,"
            + " yew",
        "true,yew,elm,oak,ash;oak,1,2,0,3;yew,0,10,20,3;elm,0.5,0,1,3 | costs.csv | for each of the"
            + " classes",
        "true,yew,elm,oak;oak,1,2,0;yew,0,10,20;elm,0.5,0,1;elm,5,0,1 | costs.csv | for each of the"
            + " classes",
        "oak,1,2,0;yew,0,10,20;elm,0.5,0,1 | costs.csv | for each of the classes elm, oak, yew",
        "true,yew,elm,oak;oak,1,-2,0;yew,0,10,20;elm,0.5,0,1 | row 1 | “-2” is not a valid cost",
        "true,yew,elm,oak;oak,1,2,0;yew,0,x,20;elm,0.5,0,1 | row 2, column “elm” | “x” is not a"
            + " valid cost",
        "true,yew,elm,oak;oak,1,2,0;yew,0,,20;elm,0.5,0,1 | row 2 | “” is not a valid cost",
        "true,yew,elm,oak;oak,1,2,4;yew,0,1,20;elm,0.5,0,1 | column “oak” | “4” is the cost of a"
            + " correct prediction",
        "true,yew,elm,oak;oak,0,0,0;yew,0,0,0;elm,0,0,0 | --costs | All costs are 0",
      })
  void aFileThatIsNoCostMatrixIsRefused(String lines, String place, String sentence)
      throws Exception {
    var file = costs(lines.replace(';', '\n'));
    assertRefused(sentence, CLASSES, ROWS, "--costs", file);
    assertTrue(calls.err().contains(place), calls.err());
  }

  @Test
  void costsStandAlone() throws Exception {
    var file = costs(COSTS);
    assertRefused("“height” is numeric", NUMBERS, ROWS, "--costs", file);
    assertRefused("without --for", CLASSES, ROWS, "--costs", file, "--for", "f1");
    assertRefused("without --for", CLASSES, ROWS, "--costs", file, "--positive", "elm");
    assertRefused("none.csv: file not found", CLASSES, ROWS, "--costs", "none.csv");
    assertRefused("is a folder", CLASSES, ROWS, "--costs", folder.toString());
    assertEquals(2, calls.call("tune-threshold", CLASSES, ROWS, "--costs", file, "-o", "x.csv"));
    assertTrue(calls.err().contains("ends in .nnw"), calls.err());
    assertFalse(Files.exists(folder.resolve("none.nnw")));
  }

  private String costs(String lines) throws IOException {
    return Files.writeString(folder.resolve("costs.csv"), lines).toString();
  }

  private JsonObject object(String... arguments) {
    return JsonParser.parseString(call(arguments)).getAsJsonObject();
  }

  private void assertRefused(String sentence, String... arguments) {
    var all = new ArrayList<>(List.of("tune-threshold"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("-o", folder.resolve("none.nnw").toString()));
    assertTrue(calls.call(all.toArray(String[]::new)) > 0);
    assertTrue(calls.err().contains(sentence), calls.err());
  }
}
