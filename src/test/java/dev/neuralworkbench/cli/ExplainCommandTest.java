package dev.neuralworkbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Explanations of predictions from the command line. */
class ExplainCommandTest {

  @TempDir private Path folder;

  private final Calls calls = new Calls(Locale.ENGLISH);

  private String trained(String data, String... options) {
    var model = folder.resolve("m.nnw").toString();
    var words = new String[options.length + 9];
    var fixed =
        List.of("train", data, "-o", model, "--portable", "--epochs", "20", "--hidden", "4");
    fixed.toArray(words);
    System.arraycopy(options, 0, words, 9, options.length);
    assertEquals(0, calls.call(words), calls.err());
    return model;
  }

  private JsonObject explained(String... words) {
    assertEquals(0, calls.call(words), calls.err());
    return JsonParser.parseString(calls.out()).getAsJsonObject();
  }

  private static double sum(JsonObject row) {
    return row.getAsJsonObject("contributions").asMap().values().stream()
        .mapToDouble(JsonElement::getAsDouble)
        .sum();
  }

  /** The same predictions as without, explained by contributions that add up. */
  @Test
  void baseAndContributionsAddUpToTheProbability() {
    var model = trained("iris");
    assertEquals(0, calls.call("predict", model, "iris", "--portable"));
    var plain = calls.out().lines().toList();
    var json = explained("predict", model, "iris", "--portable", "--explain", "--json");
    assertTrue(calls.err().contains("compared with 100 training rows, drawn at random (seed"));
    assertEquals(100, json.getAsJsonObject("background").getAsJsonArray("rows").size());
    assertEquals(150, json.getAsJsonArray("rows").size());
    assertEquals(0, calls.call("predict", model, "iris", "--portable", "--explain"));
    var lines = calls.out().lines().toList();
    assertTrue(
        lines
            .getFirst()
            .endsWith(
                ",base,contribution sepal_length_cm,contribution sepal_width_cm,"
                    + "contribution petal_length_cm,contribution petal_width_cm"),
        lines.getFirst());
    for (var i = 0; i < 150; i++) {
      var row = json.getAsJsonArray("rows").get(i).getAsJsonObject();
      var output = row.get("output").getAsDouble();
      assertEquals(output, row.get("base").getAsDouble() + sum(row), 1e-12);
      var cells = plain.get(i + 1).split(",", -1);
      assertEquals(cells[5], row.get("prediction").getAsString());
      var most = Math.max(number(cells[6]), Math.max(number(cells[7]), number(cells[8])));
      assertEquals(most, output, 1e-8);
      var contributions = row.getAsJsonObject("contributions");
      assertEquals(
          plain.get(i + 1)
              + ","
              + row.get("base")
              + ","
              + String.join(
                  ",", contributions.asMap().values().stream().map(Object::toString).toList()),
          lines.get(i + 1));
    }
  }

  private static double number(String cell) {
    return Double.parseDouble(cell);
  }

  private String table(int columns) throws IOException {
    var text = new StringBuilder();
    for (var i = 0; i < columns; i++) {
      text.append(i == 0 ? "others" : "c" + i).append(',');
    }
    text.append("y\n");
    for (var row = 0; row < 60; row++) {
      for (var i = 0; i < columns; i++) {
        text.append((row * 7 + i * row % 5 + i) % 11).append(',');
      }
      text.append(row % 11 + row % 3).append('\n');
    }
    var file = folder.resolve("t" + columns + ".csv");
    Files.writeString(file, text);
    return file.toString();
  }

  @Test
  void aColumnTooManyIsHeldTogetherWithOthers() throws IOException {
    var table = table(16);
    var model = trained(table, "--task", "regression");
    for (var each :
        explained("predict", model, table, "--explain", "--json").getAsJsonArray("rows")) {
      var row = each.getAsJsonObject();
      assertEquals(13, row.getAsJsonObject("contributions").size());
      assertEquals(4, row.getAsJsonArray("others").size());
      assertTrue(row.getAsJsonObject("contributions").has("_others"));
      assertEquals(row.get("prediction").getAsDouble(), row.get("output").getAsDouble(), 1e-6);
      assertEquals(row.get("output").getAsDouble(), row.get("base").getAsDouble() + sum(row), 1e-9);
    }
    table = table(15);
    model = trained(table, "--task", "regression");
    var json = explained("predict", model, table, "--explain", "--json");
    var first = json.getAsJsonArray("rows").get(0).getAsJsonObject();
    assertEquals(15, first.getAsJsonObject("contributions").size());
    assertTrue(!first.has("others"));
  }

  @Test
  void theModelAloneIsEnoughAndAnOlderOneNeedsItsTable() throws IOException {
    var table = table(3);
    var model = trained(table, "--task", "regression");
    var other = folder.resolve("other.csv");
    Files.writeString(other, "others,c1,c2\n1,2,3\n4,?,6\n4,much,6\n");
    var json = explained("predict", model, other.toString(), "--explain", "--json");
    assertEquals(3, json.getAsJsonArray("rows").size());
    var none = json.getAsJsonArray("rows").get(2).getAsJsonObject();
    assertTrue(none.get("prediction").isJsonNull(), calls.out());
    assertEquals(0, none.getAsJsonObject("contributions").size());
    var older = JsonParser.parseString(Files.readString(Path.of(model))).getAsJsonObject();
    older.remove("background");
    Files.writeString(Path.of(model), older.toString());
    assertEquals(2, calls.call("predict", model, other.toString(), "--explain", "--json"));
    assertTrue(calls.err().contains("--data TABLE"), calls.err());
    assertEquals(
        json,
        explained("predict", model, other.toString(), "--explain", "--json", "--data", table));
    assertEquals(
        1, calls.call("predict", model, other.toString(), "--explain", "--data", other.toString()));
  }

  @Test
  void itTellsHowManyRowsItTakesTimeForAndEndsWhenAsked() throws IOException {
    var model = trained(table(3), "--task", "regression");
    var other = folder.resolve("other.csv");
    Files.writeString(other, "others,c1,c2\n1,2,3\n4,5,6\n4,much,6\n");
    assertEquals(0, calls.call("predict", model, other.toString(), "--explain"));
    assertTrue(calls.err().contains("Explaining 2 rows takes about 0.1 s."), calls.err());
    Thread.currentThread().interrupt();
    assertTrue(calls.call("predict", model, other.toString(), "--explain") > 0);
    assertTrue(Thread.interrupted());
    assertEquals("", calls.out());
  }

  /** One of them would be silently left undone. */
  @Test
  void aCalculationAndExplanationsAreNotPrintedAtOnce() {
    var model = trained("iris");
    assertEquals(2, calls.call("predict", model, "iris", "--worked", "3", "--explain"));
    assertTrue(calls.err().startsWith("--worked: "), calls.err());
    assertTrue(calls.err().contains("without --explain"), calls.err());
  }

  @Test
  void itsOptionsNeedIt() {
    var model = trained("iris");
    assertEquals(2, calls.call("predict", model, "iris", "--json"));
    assertTrue(calls.err().startsWith("--json: This option needs --explain."), calls.err());
    assertEquals(2, calls.call("predict", model, "iris", "--data", "iris"));
  }
}
