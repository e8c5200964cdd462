package dev.neuralworkbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.neuralworkbench.model.ReferenceCase;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The commands on the reference case: each asks the rows that it was told to. */
class ReferenceCaseTest {

  private final Calls calls = new Calls(Locale.ENGLISH);

  private String call(String... arguments) {
    assertEquals(0, calls.call(arguments), calls.err());
    return calls.out();
  }

  @Test
  void evaluateJudgesTheRowsThatAreNamed() {
    for (var of : ReferenceCase.values()) {
      for (var rows : List.of("all", "training", "validation", "test")) {
        var said = of.expected().getAsJsonObject(rows);
        var text =
            call(
                "evaluate",
                of.file().toString(),
                ReferenceCase.TABLE.toString(),
                "--rows",
                rows,
                "--json",
                "--portable");
        var found = JsonParser.parseString(text).getAsJsonObject();
        assertEquals(said.get("rows"), found.get("rows"));
        assertEquals(said.get("confusion"), found.get("confusion"));
        for (var id : List.of("accuracy", "precision", "recall", "r2", "mae")) {
          if (said.has(id)) {
            assertEquals(said.get(id).getAsDouble(), found.get(id).getAsDouble(), 1e-5, rows + id);
          }
        }
        var learned = of.expected().getAsJsonObject("training").get("rows").getAsInt();
        assertEquals(
            rows.equals("all") || rows.equals("training") ? learned : 0,
            found.get("trained_rows").getAsInt());
      }
    }
  }

  private JsonObject evaluate(ReferenceCase of, String rows, String... more) {
    var words =
        new ArrayList<>(List.of("evaluate", of.file().toString(), ReferenceCase.TABLE.toString()));
    words.addAll(List.of("--rows", rows, "--json", "--portable"));
    words.addAll(List.of(more));
    return JsonParser.parseString(call(words.toArray(String[]::new))).getAsJsonObject();
  }

  private static void close(JsonObject expected, JsonObject found, String member) {
    assertEquals(expected.get(member).getAsDouble(), found.get(member).getAsDouble(), 1e-9, member);
  }

  @Test
  void evaluateSaysWhatScikitLearnSaysOfProbabilitiesAndAverages() {
    for (var rows : List.of("training", "validation", "test")) {
      var said = ReferenceCase.KIND.expected().getAsJsonObject(rows);
      var found = evaluate(ReferenceCase.KIND, rows);
      close(said, found, "mcc");
      var more = said.getAsJsonObject("more");
      close(more, found, "average_precision");
      close(more, found, "brier");
      for (var average : List.of("macro", "micro", "weighted")) {
        for (var score : List.of("precision", "recall", "f1")) {
          close(
              more.getAsJsonObject("averages").getAsJsonObject(average),
              found.getAsJsonObject("averages").getAsJsonObject(average),
              score);
        }
      }
      assertEquals(!rows.equals("training"), found.has("gap"));
    }
    close(
        ReferenceCase.HEIGHT.expected().getAsJsonObject("test"),
        evaluate(ReferenceCase.HEIGHT, "test"),
        "mape");
  }

  @Test
  void evaluateLooksAtThePositiveClassThatIsNamed() {
    var said =
        ReferenceCase.KIND
            .expected()
            .getAsJsonObject("training")
            .getAsJsonObject("more")
            .getAsJsonArray("of");
    var found = evaluate(ReferenceCase.KIND, "training", "--positive", "oak");
    assertEquals("oak", found.get("positive").getAsString());
    var oak = said.get(1).getAsJsonObject();
    close(oak, found, "average_precision");
    close(oak, found, "brier");
    var shares =
        found.getAsJsonArray("calibration").asList().stream()
            .map(it -> it.getAsJsonObject())
            .filter(it -> it.get("rows").getAsInt() > 0)
            .map(it -> it.get("share").getAsDouble())
            .toList();
    assertEquals(
        oak.getAsJsonArray("share").asList().stream().map(it -> it.getAsDouble()).toList(), shares);
    assertEquals(
        2,
        calls.call(
            "evaluate",
            ReferenceCase.KIND.file().toString(),
            ReferenceCase.TABLE.toString(),
            "--positive",
            "rose"));
    assertTrue(calls.err().contains("elm, oak, yew"), calls.err());
    assertEquals(
        2,
        calls.call(
            "evaluate",
            ReferenceCase.HEIGHT.file().toString(),
            ReferenceCase.TABLE.toString(),
            "--positive",
            "oak"));
  }

  @Test
  void gapIsTheDifferenceOfBothScores() {
    for (var of : ReferenceCase.values()) {
      var gap = evaluate(of, "test").getAsJsonObject("gap");
      var metric = of == ReferenceCase.KIND ? "accuracy" : "rmse";
      var training = of.expected().getAsJsonObject("training").get(metric).getAsDouble();
      var test = of.expected().getAsJsonObject("test").get(metric).getAsDouble();
      var size = of == ReferenceCase.KIND ? training - test : test - training;
      assertEquals(training, gap.get("training").getAsDouble(), 1e-4);
      assertEquals(test, gap.get("held_out").getAsDouble(), 1e-4);
      assertEquals(size, gap.get("size").getAsDouble(), 1e-4);
      assertTrue(gap.get("error").getAsDouble() > 0);
    }
  }

  /**
   * Ties, class weights with corrected probabilities, a target in its units: to the last digits.
   */
  @Test
  void scoresAreThoseOfProbabilitiesInDouble() throws IOException {
    var folder = ReferenceCase.TABLE.getParent();
    var expected = Files.readString(folder.resolve("exact.json"));
    for (var model : JsonParser.parseString(expected).getAsJsonObject().entrySet()) {
      var table = folder.resolve(model.getKey().equals("pairs") ? "pairs.csv" : "table.csv");
      for (var rows : List.of("--rows=all", "--portable")) {
        var file = folder.resolve(model.getKey() + ".nnw").toString();
        var found =
            JsonParser.parseString(call("evaluate", file, table.toString(), "--json", rows))
                .getAsJsonObject();
        for (var score : model.getValue().getAsJsonObject().entrySet()) {
          assertEquals(
              score.getValue().getAsDouble(),
              found.get(score.getKey()).getAsDouble(),
              1e-9,
              model.getKey() + " " + score.getKey());
        }
      }
    }
  }

  /** The answers go to the file or the result, the score of what is labelled beside it. */
  @Test
  void predictScoresTheLabelledRowsOfThoseItAnswers() {
    var out =
        call(
            "predict",
            ReferenceCase.KIND.file().toString(),
            ReferenceCase.TABLE.toString(),
            "--portable");
    var predicted = ReferenceCase.KIND.expected().getAsJsonArray("predicted");
    var lines = out.lines().skip(1).toList();
    for (var row = 0; row < 72; row++) {
      assertEquals(predicted.get(row).getAsString(), lines.get(row).split(",", -1)[6]);
    }
    var told = calls.err().lines().map(it -> List.of(it.strip().split(" {2,}", -1))).toList();
    for (var line :
        List.of(
            List.of("elm", "12", "8", "1"),
            List.of("oak", "3", "30", "0"),
            List.of("yew", "3", "3", "7"))) {
      assertTrue(told.contains(line), calls.err());
    }
  }

  /** Five sites of unequal size and five folds: each is judged on the rows of a whole site. */
  @Test
  void crossValidationByGroupsJudgesWholeGroups() {
    var out =
        call(
            "cross-validate",
            ReferenceCase.TABLE.toString(),
            "--target",
            "kind",
            "--ignore",
            "height",
            "--ignore",
            "part",
            "--split-by",
            "group=site",
            "--folds",
            "5",
            "--epochs",
            "20",
            "--portable",
            "--json");
    var found = JsonParser.parseString(out).getAsJsonObject();
    assertEquals(5, found.get("runs").getAsInt());
    var table = ReferenceCase.table();
    var sizes =
        IntStream.range(0, table.rows())
            .filter(row -> !table.column("kind").isMissing(row))
            .mapToObj(row -> table.column("site").text(row))
            .collect(Collectors.groupingBy(it -> it, Collectors.counting()))
            .values();
    assertEquals(5, sizes.size());
    var accuracy = found.getAsJsonObject("accuracy");
    var folds = accuracy.getAsJsonArray("folds").asList();
    for (var fold : folds) {
      assertTrue(
          sizes.stream().anyMatch(it -> isWhole(fold.getAsDouble() * it)), folds + " of " + sizes);
    }
    var mean = folds.stream().mapToDouble(it -> it.getAsDouble()).average().orElseThrow();
    assertEquals(mean, accuracy.get("mean").getAsDouble(), 1e-12);
  }

  private static boolean isWhole(double number) {
    return Math.abs(number - Math.rint(number)) < 1e-9;
  }
}
