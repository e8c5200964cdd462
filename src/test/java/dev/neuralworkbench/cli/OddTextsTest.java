package dev.neuralworkbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
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

/** Texts among the numbers that a model learned from, replaced or missing, and in later files. */
class OddTextsTest {

  private static final String BELOW = "<0.3";

  @TempDir Path folder;

  private final Calls calls = new Calls(Locale.ENGLISH);

  /** 60 rows: crp is 1.5, 2.5 and so on, but in four rows it is none. */
  private String rows() throws IOException {
    var rows = new StringBuilder("crp,smoker,y\n");
    for (var i = 1; i <= 60; i++) {
      var crp = i % 20 == 5 ? BELOW : i == 30 ? "k.A." : i + ".5";
      rows.append(crp).append(',').append(i % 3 == 0 ? "yes" : "no").append(',').append(i * 7);
      rows.append('\n');
    }
    return write("rows.csv", rows.toString());
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String trained(String... options) throws IOException {
    var model = folder.resolve("m.nnw").toString();
    var words = new ArrayList<>(List.of("train", rows(), "-o", model, "--target", "y"));
    words.addAll(List.of("--validation", "0", "--test", "0", "--epochs", "5"));
    words.addAll(List.of(options));
    assertEquals(0, calls.call(words.toArray(String[]::new)), calls.err());
    return model;
  }

  private static JsonObject crp(String model) throws IOException {
    var file = JsonParser.parseString(Files.readString(Path.of(model))).getAsJsonObject();
    var inputs = file.getAsJsonObject("preprocessor").getAsJsonArray("inputs");
    return inputs.get(0).getAsJsonObject();
  }

  /** The answers to a few cells of crp, in order; nothing for a row without one. */
  private List<String> answers(String model, String... cells) throws IOException {
    var lines = Arrays.stream(cells).map(it -> it + ",no\n").toList();
    var later = write("later.csv", "crp,smoker\n" + String.join("", lines));
    assertEquals(0, calls.call("predict", model, later), calls.err());
    return calls.out().lines().skip(1).map(it -> it.substring(it.lastIndexOf(',') + 1)).toList();
  }

  @Test
  void aTextAmongNumbersIsReplacedByANumber() throws IOException {
    var model = trained("--replace", "crp=" + BELOW + "=0.15");
    assertFalse(calls.err().contains("--replace"), calls.err());
    assertEquals(0.15, crp(model).get("minimum").getAsDouble());
    // Of the 60 numbers i + 0.5 four are none: 5.5, 25.5 and 45.5 are 0.15, 30.5 is missing.
    assertEquals((1860 - 107 + 3 * 0.15) / 59, crp(model).get("mean").getAsDouble(), 1e-12);
    var answers = answers(model, BELOW, "0.15", "7.5", "odd");
    assertEquals(answers.get(1), answers.get(0));
    assertFalse(answers.get(2).equals(answers.get(0)));
    assertEquals("", answers.get(3));
  }

  @Test
  void oneThatIsMissingAnywayMayBeNamed() throws IOException {
    var model = trained("--replace", "crp=k.A.=");
    assertFalse(calls.err().contains("--replace"), calls.err());
    assertEquals(1.5, crp(model).get("minimum").getAsDouble());
  }

  @ParameterizedTest
  @ValueSource(strings = {"smoker=QQ=no", "crp=<0.4=0.2", "crp=1.51=2", "smoker=Yes=no"})
  void aValueThatDoesNotOccurIsTold(String replacement) throws IOException {
    trained("--replace", replacement);
    var told = "--replace \"" + replacement + "\": no cell of the column has this value";
    assertTrue(calls.err().contains(told), calls.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"smoker=yes=no", "crp=1.50=2", "crp=k.A.=3"})
  void ofOneThatOccursNothingIsTold(String replacement) throws IOException {
    trained("--replace", replacement);
    assertFalse(calls.err().contains("--replace"), calls.err());
  }

  @Test
  void aValueThatAReplacementMadeOccurs() throws IOException {
    trained("--replace", "smoker=yes=ja", "--replace", "smoker=ja=J");
    assertFalse(calls.err().contains("--replace"), calls.err());
  }

  @Test
  void aTextThatWasMissingInTheTrainingTableIsMissingInASmallFile() throws IOException {
    var model = trained();
    var answers = answers(model, BELOW, "", "k.A.", "7.5", "K.A.", "n.b.", "<0.2");
    assertFalse(answers.get(1).isEmpty());
    assertEquals(answers.get(1), answers.get(0));
    assertEquals(answers.get(1), answers.get(2));
    assertFalse(answers.get(1).equals(answers.get(3)));
    assertEquals(List.of("", "", ""), answers.subList(4, 7));
    var told = "row 5, column “crp”: “K.A.” is not a number. The same applies to 2 more";
    assertTrue(calls.err().contains(told), calls.err());
  }

  @Test
  void aRowWithOneIsLeftOutWhereRowsWithAGapAre() throws IOException {
    var model = trained("--impute", "drop_row");
    var answers = answers(model, BELOW, "7.5", "8.5");
    assertEquals("", answers.getFirst());
    assertTrue(calls.err().contains("missing"), calls.err());
  }

  @ParameterizedTest
  @CsvSource({"k.A., n.b., 0", "k.A., 12, 1"})
  void aFileMayNameTextsButNoNumberThatNobodyChose(String text, String other, int status)
      throws IOException {
    var model = Path.of(trained());
    var file = Files.readString(model);
    var changed = file.replace("\"value\": \"" + text + "\"", "\"value\": \"" + other + "\"");
    assertFalse(changed.equals(file));
    Files.writeString(model, changed);
    assertEquals(
        status, calls.call("predict", model.toString(), write("l.csv", "crp,smoker\n1,no\n")));
    assertEquals(status != 0, calls.err().contains("cleaning"), calls.err());
  }

  @Test
  void aFileWithoutThemIsOpenedAndTellsTheCell() throws IOException {
    var model = Path.of(trained());
    var file = JsonParser.parseString(Files.readString(model)).getAsJsonObject();
    assertEquals(3, file.get("version").getAsInt());
    file.remove("background");
    file.getAsJsonObject("preprocessor").remove("cleaning");
    file.addProperty("version", 1);
    Files.writeString(model, file.toString());
    assertEquals("", answers(model.toString(), "k.A.", "7.5").getFirst());
    assertTrue(calls.err().contains("“k.A.” is not a number"), calls.err());
  }
}
