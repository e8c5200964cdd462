package dev.neuralworkbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.neuralworkbench.explain.inputs.Houses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportanceCommandTest {

  private static final String MODEL = Houses.FOLDER.resolve("price.nnw").toString();
  private static final String TABLE = Houses.FOLDER.resolve("houses.csv").toString();

  @TempDir private Path folder;

  private final Calls calls = new Calls(Locale.ENGLISH);

  private String call(String... options) {
    var all = new ArrayList<>(List.of("importance", MODEL, TABLE, "--portable"));
    all.addAll(List.of(options));
    assertEquals(0, calls.call(all.toArray(String[]::new)), calls.err());
    return calls.out();
  }

  private JsonObject json(String... options) {
    return JsonParser.parseString(call(options)).getAsJsonObject();
  }

  private static JsonObject first(JsonObject found) {
    return found.getAsJsonArray("inputs").get(0).getAsJsonObject();
  }

  @Test
  void theRowsAreThoseThatEvaluateScores() {
    for (var rows : List.of("all", "training", "validation", "test")) {
      var found = json("--json", "--rows", rows);
      calls.call("evaluate", MODEL, TABLE, "--rows", rows, "--json", "--portable");
      var scores = JsonParser.parseString(calls.out()).getAsJsonObject();
      assertEquals(scores.get("rows"), found.get("rows"));
      assertEquals("r2", found.get("metric").getAsString());
      assertEquals(scores.get("r2").getAsDouble(), found.get("score").getAsDouble(), 1e-6);
    }
  }

  @Test
  void correlatedInputsAreGroupedOnRequest() {
    var alone = json("--json", "--rows", "test");
    var grouped = json("--json", "--rows", "test", "--group-correlated", "0.9");
    assertEquals(6, alone.getAsJsonArray("inputs").size());
    assertEquals(5, grouped.getAsJsonArray("inputs").size());
    assertEquals("[\"size\",\"feet\"]", first(grouped).get("columns").toString());
    assertTrue(
        first(grouped).get("importance").getAsDouble()
            > 2 * first(alone).get("importance").getAsDouble());
  }

  @Test
  void theSeedOfTheRunGivesTheSameNumbersInTextJsonAndFile() throws IOException {
    var file = folder.resolve("importance.csv");
    var found = json("--json", "--rows", "test", "-o", file.toString());
    assertTrue(calls.err().contains("Importance of 6 inputs saved as"), calls.err());
    var lines = Files.readAllLines(file);
    var cells = lines.get(1).split(",", -1);
    assertEquals(
        "input,importance,deviation,permutation 1,permutation 2,permutation 3,permutation 4,"
            + "permutation 5",
        lines.getFirst());
    assertEquals(7, lines.size());
    assertEquals(first(found).get("columns").getAsString(), cells[0]);
    assertEquals(first(found).get("importance").getAsDouble(), Double.parseDouble(cells[1]));
    assertEquals(
        first(found).getAsJsonArray("drops").get(4).getAsDouble(), Double.parseDouble(cells[7]));
    var text = call("--rows", "test").lines().toList();
    assertEquals(7, text.size());
    var mean = String.format(Locale.ROOT, "%.4f", Double.parseDouble(cells[1]));
    assertTrue(text.get(1).startsWith(cells[0]) && text.get(1).contains(mean), text.get(1));
    assertEquals(found, json("--json", "--rows", "test"));
  }

  @Test
  void whatCannotBeIsRefused() {
    for (var wrong :
        List.of(
            List.of("--group-correlated", "0"),
            List.of("--group-correlated", "1.1"),
            List.of("--rows", "some"))) {
      var all = new ArrayList<>(List.of("importance", MODEL, TABLE));
      all.addAll(wrong);
      assertEquals(2, calls.call(all.toArray(String[]::new)), wrong.toString());
      assertTrue(calls.err().startsWith(wrong.getFirst() + ": "), calls.err());
    }
  }
}
