package dev.neuralworkbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hyphen stands for the standard input where a command takes a table. */
class StandardInputTest {

  private static final InputStream OWN = System.in;

  @TempDir private Path folder;

  private final Calls calls = new Calls(Locale.ENGLISH);
  private String model;
  private String rows;

  @BeforeEach
  void makeRows() {
    model = folder.resolve("m.nnw").toString();
    var text = new StringBuilder("size;price;kind\n");
    for (var i = 0; i < 90; i++) {
      text.append("%d,5;%d,25;%s\n".formatted(i * 7 % 31, i * 5 % 23, i % 3 == 0 ? "a" : "b"));
    }
    rows = text.toString();
  }

  @AfterEach
  void giveBack() {
    System.setIn(OWN);
  }

  private int call(String input, String... arguments) {
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    return calls.call(arguments);
  }

  private void train() {
    assertEquals(0, call(rows, "train", "-", "-o", model, "--epochs", "2"), calls.err());
  }

  @Test
  void theTableIsThatOfAFile() throws Exception {
    var file = Files.writeString(folder.resolve("t.csv"), rows).toString();
    assertEquals(0, calls.call("inspect", "--json", file));
    var expected = JsonParser.parseString(calls.out()).getAsJsonObject();
    assertEquals(0, call(rows, "inspect", "--json", "-"), calls.err());
    var found = JsonParser.parseString(calls.out()).getAsJsonObject();
    assertEquals("standard input", found.remove("name").getAsString());
    assertEquals("t.csv", expected.remove("name").getAsString());
    assertEquals(expected, found);
    assertEquals(0, call(rows, "inspect", "-", "--missing", "7,5"));
    assertTrue(calls.out().startsWith("standard input: 90 rows, 3 columns"), calls.out());
  }

  @Test
  void everyCommandThatTakesATableReadsIt() throws Exception {
    train();
    assertFalse(Files.exists(folder.resolve("-")));
    assertEquals(0, call(rows, "evaluate", model, "-"), calls.err());
    assertEquals(0, call(rows, "evaluate", "-", model, "--rows", "training"), calls.err());
    assertEquals(0, call(rows, "predict", "-", model), calls.err());
    assertEquals(91, calls.out().lines().count());
    assertEquals(0, call(rows, "report", model, "-"), calls.err());
    assertEquals(0, call(rows, "train", "-", "-o", model, "--resume", model, "--epochs", "4"));
    assertEquals(0, call(rows, "cross-validate", "-", "--epochs", "1", "--folds", "2"));
    var study = new String[] {"search", "-", "--epochs", "1", "--vary", "learning-rate=0.1,0.2"};
    assertEquals(0, call(rows, study), calls.err());
    assertEquals(1, call(rows.replace("b", "c"), "report", model, "-"));
    assertTrue(calls.err().startsWith("standard input"), calls.err());
  }

  /** The model reads the other table as its own, with the decimal comma. */
  @Test
  void whatWasChosenForItHoldsForItAgain() {
    assertEquals(0, call(rows, "train", "-", "-o", model, "--epochs", "1", "--decimal", "comma"));
    assertEquals(0, call(rows.replace(",25", ",125"), "predict", model, "-"), calls.err());
    assertTrue(calls.out().lines().toList().get(2).contains("5.125"), calls.out());
  }

  @Test
  void whatCannotBeReadIsSaid() {
    assertEquals(1, call("", "inspect", "-"));
    assertEquals("standard input is empty. A table has one line per row.", calls.err().strip());
    train();
    for (var arguments :
        new String[][] {
          {"evaluate", "-", "-"},
          {"report", "-", "-"},
          {"train", "-", "-o", model, "--resume", "-"}
        }) {
      assertEquals(1, call(rows, arguments));
      assertEquals(
          "- is standard input, which can only be a table. Name the model’s file.",
          calls.err().strip());
    }
  }

  @Test
  void nestedObjectsAreFlattenedOnRequestAndForTheModelsOtherTables() throws Exception {
    var json = new StringBuilder();
    for (var i = 0; i < 60; i++) {
      json.append("{\"a\": {\"b\": %d.5}, \"y\": \"%s\"}\n".formatted(i, i % 2 == 0 ? "p" : "q"));
    }
    var text = json.toString();
    assertEquals(1, call(text, "inspect", "-"));
    assertEquals(
        "standard input: “a” in record 1 is an object, not a cell. Add --flatten: its members"
            + " become columns such as a.name.",
        calls.err().strip());
    assertEquals(0, call(text, "train", "-", "-o", model, "--flatten", "--epochs", "1"));
    assertTrue(Files.readString(Path.of(model)).contains("\"flatten\": true"));
    var other = Files.writeString(folder.resolve("other.jsonl"), text.replace(".5", ".75"));
    assertEquals(0, calls.call("predict", model, other.toString()), calls.err());
    assertTrue(calls.out().startsWith("a.b,y,"), calls.out());
    assertEquals(0, call(text, "report", model, "-"), calls.err());
    assertTrue(calls.out().contains("--flatten"), calls.out());
  }
}
