package dev.neuralworkbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.neuralworkbench.model.ReferenceCase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unequal classes and scores of which many tie: pairs.csv. */
class TuneThresholdCommandTest {

  private static final String MODEL = reference("pairs.nnw");
  private static final String TABLE = reference("pairs.csv");

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
    return JsonParser.parseString(call(all.toArray(String[]::new))).getAsJsonObject();
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
    assertRefused("needs 2 classes", reference("classes.nnw"), reference("table.csv"));
    assertRefused("needs 2 classes", reference("numbers.nnw"), reference("table.csv"));
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

  private void assertRefused(String sentence, String... arguments) {
    var all = new ArrayList<>(List.of("tune-threshold"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("-o", folder.resolve("none.nnw").toString()));
    assertTrue(calls.call(all.toArray(String[]::new)) > 0);
    assertTrue(calls.err().contains(sentence), calls.err());
  }
}
