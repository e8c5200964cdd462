package dev.neuralworkbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import dev.neuralworkbench.data.cell.SpreadsheetText;
import dev.neuralworkbench.data.sample.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a spreadsheet would take for a formula, in files of predictions. */
class GuardedFormulasTest {

  @TempDir private Path folder;

  private final Calls calls = new Calls(Locale.ENGLISH);
  private String data = "";
  private String model = "";

  @BeforeEach
  void make() throws IOException {
    data = folder.resolve("rows.csv").toString();
    model = folder.resolve("m.nnw").toString();
    var rows = new StringBuilder("x,=cmd,kind\n");
    for (var row = 0; row < 60; row++) {
      rows.append(row % 2 - 5).append(row == 0 ? ",=1+1" : row == 1 ? ",-1" : ",a");
      rows.append(row % 2 == 0 ? ",+a\n" : ",-1\n");
    }
    Files.writeString(Path.of(data), rows);
    var made = calls.call("train", data, "-o", model, "--ignore", "=cmd", "--epochs", "100");
    assertEquals(0, made, calls.err());
  }

  private String[] predicted(String rows, String... options) {
    var call = new String[options.length + 3];
    call[0] = "predict";
    call[1] = model;
    call[2] = rows;
    System.arraycopy(options, 0, call, 3, options.length);
    assertEquals(0, calls.call(call), calls.err());
    return calls.out().split("\n");
  }

  /** The class is the program's word where the file has no column of it. */
  @Test
  void whatTheProgramAddsIsGuardedAndTheUsersCellsStay() throws IOException {
    var lines = predicted(data);
    assertEquals("x,=cmd,kind,predicted kind,probability +a,probability -1", lines[0]);
    assertTrue(lines[1].startsWith("-5,=1+1,+a,+a,"), lines[1]);
    var other = Files.writeString(folder.resolve("other.csv"), "x,=cmd\n-5,=1+1\n-4,-1\n");
    var of = predicted(other.toString());
    assertTrue(of[1].startsWith("-5,=1+1,'+a,"), of[1]);
    assertTrue(of[2].startsWith("-4,-1,-1,"), of[2] + ": a number is no formula");
  }

  @Test
  void allIsGuardedWhereThatIsAskedForAndReadAgain() throws IOException {
    var lines = predicted(data, "--guard-formulas");
    assertEquals("x,'=cmd,kind,predicted kind,probability +a,probability -1", lines[0]);
    assertTrue(lines[1].startsWith("-5,'=1+1,'+a,'+a,"), lines[1]);
    assertTrue(lines[2].startsWith("-4,-1,-1,-1,"), lines[2]);
    var again = Files.writeString(folder.resolve("again.csv"), calls.out());
    assertEquals(0, calls.call("evaluate", model, again.toString(), "--json"), calls.err());
    var json = JsonParser.parseString(calls.out()).getAsJsonObject();
    assertEquals(60, json.get("rows").getAsInt(), calls.out());
    assertEquals(1, json.get("accuracy").getAsDouble(), calls.out());
  }

  /** So that commands that write no others need no option. */
  @Test
  void noSampleHasAFormula() {
    for (var sample : Sample.all()) {
      for (var column : sample.table().columns()) {
        assertEquals(column.name(), SpreadsheetText.guarded(column.name()));
        for (var row = 0; row < Math.min(column.rows(), 1000); row++) {
          assertEquals(column.text(row), SpreadsheetText.guarded(column.text(row)));
        }
      }
    }
  }
}
