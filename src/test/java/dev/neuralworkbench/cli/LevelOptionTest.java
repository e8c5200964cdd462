package dev.neuralworkbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Intervals beside numbers, sets beside classes, and how often they hold on the test rows. */
class LevelOptionTest {

  @TempDir private Path folder;

  private final Calls calls = new Calls(Locale.ENGLISH);

  private String train(String data, String... more) {
    var file = folder.resolve("m.nnw").toString();
    var call = new ArrayList<>(List.of("train", data, "-o", file, "--portable"));
    call.addAll(List.of("--epochs", "15", "--test", "0.2"));
    call.addAll(List.of("--early-stopping", "0"));
    if (!List.of(more).contains("--cv-folds")) {
      call.addAll(List.of("--cv-folds", "0"));
    }
    call.addAll(List.of(more));
    assertEquals(0, calls.call(call.toArray(String[]::new)), calls.err());
    return file;
  }

  private List<List<String>> predicted(String... call) {
    assertEquals(0, calls.call(call), calls.err());
    return calls.out().lines().map(it -> List.of(it.split(",", -1))).toList();
  }

  @Test
  void intervalsHoldTheTestRowsAsOftenAsEvaluateSays() {
    var model = train("diabetes", "--validation", "0.3");
    var lines = predicted("predict", model, "diabetes", "--level", "0.8", "--portable");
    assertTrue(calls.err().startsWith("80% prediction interval: prediction ± "), calls.err());
    assertTrue(
        calls.err().contains("133 validation rows not used for early stopping"), calls.err());
    var head = lines.getFirst();
    var low = head.indexOf("lower progression");
    assertEquals(low + 1, head.indexOf("upper progression"));
    var said = head.indexOf("predicted progression");
    var half = 0.0;
    for (var line : lines.subList(1, lines.size())) {
      half = Double.parseDouble(line.get(low + 1)) - Double.parseDouble(line.get(said));
      assertEquals(
          half, Double.parseDouble(line.get(said)) - Double.parseDouble(line.get(low)), 1e-9);
    }
    calls.call(
        "evaluate", model, "diabetes", "--rows", "test", "--level", "0.8", "--portable", "--json");
    var json = JsonParser.parseString(calls.out()).getAsJsonObject();
    assertEquals(0.8, json.get("level").getAsDouble());
    assertEquals(half, json.get("margin").getAsDouble(), 1e-9);
    assertEquals(88, json.get("rows").getAsInt());
    var within = json.get("within").getAsInt();
    calls.call("evaluate", model, "diabetes", "--rows", "test", "--level", "0.8", "--portable");
    assertTrue(
        calls.out().contains("The true value is in it for " + within + " of 88 test rows: "),
        calls.out());
    // Binomial(88, 0.8): 58 to 81 with 999 of 1,000.
    assertTrue(within >= 58 && within <= 81, calls.out());
  }

  @Test
  void setsNameClasses() {
    var model = train("iris", "--validation", "0.3");
    var lines = predicted("predict", model, "iris", "--level", "0.95", "--portable");
    var set = lines.getFirst().indexOf("set species");
    var held =
        lines.stream().skip(1).filter(it -> List.of(it.get(set).split("; ")).contains(it.get(4)));
    assertTrue(held.count() > 120, calls.out());
    assertEquals(0, calls.call("predict", model, "iris", "--level", "0.99"), calls.err());
    assertTrue(
        calls.err().startsWith("A level of 99% needs at least 99 rows, but there are 45"),
        calls.err());
    assertTrue(
        calls.out().lines().skip(1).allMatch(it -> it.endsWith("setosa; versicolor; virginica")));
  }

  @Test
  void withoutValidationRowsTheLevelIsApproximate() {
    var model = train("iris", "--validation", "0", "--cv-folds", "10");
    assertEquals(0, calls.call("predict", model, "iris", "--level", "0.9"), calls.err());
    assertTrue(calls.err().contains("Approximate: based on 120 training rows"), calls.err());
    var watched = train("iris", "--validation", "0.3", "--schedule", "plateau");
    assertEquals(0, calls.call("predict", watched, "iris", "--level", "0.9"), calls.err());
    assertTrue(calls.err().contains("Approximate: based on 45 validation rows"), calls.err());
  }

  @Test
  void rowsOfAFileAreAskedFor() throws Exception {
    var data = folder.resolve("own.csv");
    calls.call("samples", "iris", "-o", data.toString());
    var model = train(data.toString(), "--validation", "0.3");
    var other = folder.resolve("other.csv");
    Files.writeString(
        other, "sepal_length_cm,sepal_width_cm,petal_length_cm,petal_width_cm\n6,2.9,4.5,1.5\n");
    assertEquals(2, calls.call("predict", model, other.toString(), "--level", "0.9"));
    assertTrue(
        calls.err().startsWith("--level: The rows that the model was trained on"), calls.err());
    var with =
        predicted("predict", model, other.toString(), "--level", "0.9", "--data", data.toString());
    assertEquals(2, with.size());
    assertFalse(with.get(1).getLast().isEmpty());
    assertEquals(0, calls.call("predict", model, data.toString(), "--level", "0.9"), calls.err());
  }

  @Test
  void wrongUsesAreRefused() {
    var model = train("iris", "--validation", "0.3");
    assertEquals(2, calls.call("predict", model, "iris", "--level", "1"));
    assertTrue(
        calls.err().startsWith("--level: 1 is out of range. From 0.5 to 0.999"), calls.err());
    assertEquals(2, calls.call("predict", model, "iris", "--level", "0.9", "--explain"));
    assertEquals(2, calls.call("predict", model, "iris", "--level", "0.9", "--worked", "1"));
    assertEquals(2, calls.call("evaluate", model, "iris", "--level", "0.9"));
    assertTrue(calls.err().contains("--rows test"), calls.err());
  }
}
