package dev.neuralworkbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model file whose rows are divided by a column that cannot divide them. */
class TamperedSplitTest {

  @TempDir private Path folder;

  private final Calls calls = new Calls(Locale.ENGLISH);
  private Path data;
  private Path model;

  @BeforeEach
  void make() throws IOException {
    data = folder.resolve("t.csv");
    model = folder.resolve("t.nnw");
    var rows = new StringBuilder("x,name,empty,kind\n");
    for (var row = 0; row < 60; row++) {
      rows.append(row % 7).append(",n").append(row % 5).append(",,");
      rows.append(row % 2 == 0 ? "p\n" : "q\n");
    }
    Files.writeString(data, rows);
    var made = calls.call("train", data.toString(), "-o", model.toString(), "--epochs", "2");
    assertEquals(0, made, calls.err());
  }

  private void divide(String kind, String column) throws IOException {
    var by = new JsonObject();
    by.addProperty("kind", kind);
    by.addProperty("column", column);
    var tree = JsonParser.parseString(Files.readString(model)).getAsJsonObject();
    var preparation = tree.getAsJsonObject("experiment").getAsJsonObject("preparation");
    preparation.getAsJsonObject("split").add("by", by);
    tree.addProperty("version", 2);
    Files.writeString(folder.resolve("by.nnw"), tree.toString());
  }

  @Test
  void isToldInASentence() throws IOException {
    var file = folder.resolve("by.nnw").toString();
    var page = folder.resolve("page.html").toString();
    for (var kind : List.of("group", "time", "part")) {
      for (var column : List.of("none", "kind", "name", "empty", "x")) {
        divide(kind, column);
        for (var call :
            List.of(
                List.of("evaluate", file, data.toString()),
                List.of("evaluate", file, data.toString(), "--rows", "training"),
                List.of("predict", file, data.toString()),
                List.of("report", file, data.toString(), "-o", page))) {
          var status = calls.call(call.toArray(String[]::new));
          var told = kind + " by " + column + ", " + call.getFirst() + ": " + calls.err();
          assertFalse(calls.err().contains("should not have happened"), told);
          if (column.equals("none") || column.equals("kind")) {
            assertEquals(1, status, told);
            assertTrue(calls.err().startsWith("by.nnw, experiment.preparation.split.by"), told);
          }
        }
      }
    }
  }
}
