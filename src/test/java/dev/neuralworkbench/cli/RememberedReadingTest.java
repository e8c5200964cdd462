package dev.neuralworkbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that come after the training table are read as it was. */
class RememberedReadingTest {

  @TempDir Path folder;

  private final Calls calls = new Calls(Locale.ENGLISH);

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private String write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
    return file(name);
  }

  private void run(String... words) {
    assertEquals(0, calls.call(words), calls.err());
  }

  /** A model of 40 rows whose x and y are equal, written with some decimal mark. */
  private String trained(char decimal, String separator) throws IOException {
    var rows = new StringBuilder("x" + separator + "y\n");
    for (var i = 0; i < 40; i++) {
      var number = (i * 100 + ".5").replace('.', decimal);
      rows.append(number).append(separator).append(number).append('\n');
    }
    var data = write("rows.csv", rows.toString());
    run("train", data, "--target", "y", "-o", file("m.nnw"), "--epochs", "3");
    return file("m.nnw");
  }

  private double answer(String model, String cell, String... options) throws IOException {
    var data = write("later.csv", "x;z\n" + cell + ";1\n" + cell + ";2\n");
    var words = new ArrayList<>(List.of("predict", model, data));
    words.addAll(List.of(options));
    run(words.toArray(String[]::new));
    var line = calls.out().lines().toList().get(1);
    return Double.parseDouble(line.substring(line.lastIndexOf(',') + 1));
  }

  /** What the model answers to a number, told without any mark that could be read otherwise. */
  private double answer(String model, double number) throws IOException {
    var data = write("plain.json", "[{\"x\": %s, \"z\": 1}]".formatted(number));
    run("predict", model, data);
    var line = calls.out().lines().toList().get(1);
    return Double.parseDouble(line.substring(line.lastIndexOf(',') + 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {", | 2,985 | 2.985", ", | 2.985 | 2985", ". | 2.985 | 2.985", ". | 2,985 | 2985"})
  void numbersThatMayBeReadTwoWaysAreReadAsTheTrainingTable(
      char decimal, String cell, double number) throws IOException {
    var model = trained(decimal, ";");
    assertEquals(answer(model, number), answer(model, cell));
    var told = "They were read as in the model’s training table: 1,234 is ";
    assertTrue(calls.err().contains(told + (decimal == ',' ? "slightly" : "more")), calls.err());
    write("later.csv", "x;y\n" + cell + ";1\n" + cell + ";2\n");
    run("evaluate", model, file("later.csv"));
    assertTrue(calls.err().contains(told), calls.err());
  }

  @Test
  void anOptionOfTheUserWins() throws IOException {
    var model = trained(',', ";");
    assertEquals(answer(model, 2.985), answer(model, "2.985", "--decimal", "point"));
    assertEquals(answer(model, 2985), answer(model, "2,985", "--decimal", "point"));
    assertFalse(calls.err().contains("training table"), calls.err());
  }

  @Test
  void aFileThatTellsItsOwnMarkIsReadSoAndThatIsSaid() throws IOException {
    var ofCommas = trained(',', ";");
    assertEquals(answer(ofCommas, 1234.5), answer(ofCommas, "1,234.5"));
    var told =
        "have decimal points and were read accordingly, but the model’s training table has decimal";
    assertTrue(calls.err().contains(told), calls.err());
    assertEquals(answer(ofCommas, 1234.5), answer(ofCommas, "1.234,5"));
    assertFalse(calls.err().contains("training table"), calls.err());
    var ofPoints = trained('.', ",");
    assertEquals(answer(ofPoints, 1234.5), answer(ofPoints, "1.234,5"));
    assertTrue(calls.err().contains("have decimal commas and were read accordingly"), calls.err());
  }

  @Test
  void whoWritesCommasBetweenCellsWritesNoneInNumbers() throws IOException {
    var model = trained(',', ";");
    var rows = write("rows.csv", "x,z\n2.985,1\n");
    run("predict", model, rows);
    assertEquals(answer(model, 2.985), last(calls.out()));
    run("predict", model, rows);
    assertTrue(calls.err().contains("have decimal points and were read accordingly"), calls.err());
    write("rows.csv", "x,z\n2985,1\n");
    run("predict", model, rows);
    assertFalse(calls.err().contains("decimal points and"), calls.err());
    write("rows.csv", "x,z\n\"2,985\",1\n2.985,1\n");
    run("predict", model, rows);
    assertEquals(answer(model, 2985), last(calls.out()));
  }

  @Test
  void aModelOfWholeNumbersKeepsNoMarkAndReadsLaterFilesAsTheyAreGuessed() throws IOException {
    var rows = new StringBuilder("x;y\n");
    for (var i = 0; i < 40; i++) {
      rows.append(i).append(';').append(2 * i).append('\n');
    }
    run("train", write("w.csv", rows.toString()), "-o", file("m.nnw"), "--target", "y");
    assertFalse(source("m.nnw").has("decimal"));
    assertEquals(answer(file("m.nnw"), 2.985), answer(file("m.nnw"), "2,985"));
    assertTrue(calls.err().contains("They were read as decimal marks"), calls.err());
  }

  @Test
  void anOlderModelHasNoMarkAndAWrongOneIsRefused() throws IOException {
    trained(',', ";");
    assertEquals(",", source("m.nnw").get("decimal").getAsString());
    assertEquals(3, json("m.nnw").get("version").getAsInt(), "it keeps rows of its table");
    change(it -> it.remove("decimal"));
    assertEquals(answer(file("m.nnw"), 2.985), answer(file("m.nnw"), "2.985"));
    assertTrue(calls.err().contains("The points in the numbers may be decimal marks"), calls.err());
    change(it -> it.addProperty("decimal", ";"));
    assertEquals(1, calls.call("predict", file("m.nnw"), file("later.csv")));
    assertTrue(calls.err().contains("data.source: “;” is not a decimal mark"), calls.err());
  }

  @Test
  void theTableOfAnOlderModelIsItsOwnThoughItsColumnWouldNowBeOneOfNumbers() throws IOException {
    var rows = new StringBuilder("x,y\n");
    for (var i = 0; i < 40; i++) {
      rows.append(i == 7 ? "oops" : i % 3 + ".5").append(',').append(i % 3).append('\n');
    }
    var data = write("old.csv", rows.toString());
    run("train", data, "--target", "y", "--type", "x=text", "-o", file("m.nnw"));
    change(it -> it.remove("reading"));
    run("evaluate", file("m.nnw"), data, "--rows", "training");
  }

  private static double last(String answers) {
    var line = answers.lines().toList().getLast();
    return Double.parseDouble(line.substring(line.lastIndexOf(',') + 1));
  }

  private JsonObject json(String model) throws IOException {
    return JsonParser.parseString(Files.readString(folder.resolve(model))).getAsJsonObject();
  }

  private JsonObject source(String model) throws IOException {
    return json(model).getAsJsonObject("data").getAsJsonObject("source");
  }

  private void change(Consumer<JsonObject> change) throws IOException {
    var model = json("m.nnw");
    change.accept(model.getAsJsonObject("data").getAsJsonObject("source"));
    Files.writeString(folder.resolve("m.nnw"), new Gson().toJson(model));
  }
}
