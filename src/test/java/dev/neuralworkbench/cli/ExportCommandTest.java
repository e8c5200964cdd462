package dev.neuralworkbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.model.ReferenceCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model as a file of another program. */
class ExportCommandTest {

  @TempDir Path folder;

  private final Calls calls = new Calls(Locale.ENGLISH);
  private String out;

  @BeforeEach
  void name() {
    out = folder.resolve("model.onnx").toString();
  }

  private static String reference(String name) {
    return ReferenceCase.TABLE.resolveSibling(name).toString();
  }

  /** A model of some rows, the last column its target. */
  private String trained(List<String> rows, String... options) throws IOException {
    var table = Files.write(folder.resolve("table.csv"), rows);
    var model = folder.resolve("model.nnw").toString();
    var call = new ArrayList<>(List.of("train", table.toString(), "-o", model));
    call.addAll(List.of("--epochs", "2"));
    call.addAll(List.of(options));
    assertEquals(0, calls.call(call.toArray(String[]::new)), calls.err());
    return model;
  }

  private static List<String> rows(String header, String... cells) {
    var rows = new ArrayList<>(List.of(header));
    for (var i = 0; i < 40; i++) {
      rows.add(cells[i % cells.length] + "," + i % 7 + "," + (i % 7 > 3 ? "yes" : "no"));
    }
    return rows;
  }

  @Test
  void aScriptIsNotCalledAsAModuleThatItNeeds() throws IOException {
    var model = trained(rows("c,x,y", "a", "b"));
    var numpy = folder.resolve("numpy.py");
    assertEquals(1, calls.call("export", model, "--to", "numpy", "-o", numpy.toString()));
    assertTrue(calls.err().contains("numpy.py: Python would import"), calls.err());
    assertFalse(Files.exists(numpy));
  }

  @Test
  void theFileIsWrittenAndChecked() throws IOException {
    var model = trained(rows("c,x,y", "a", "b", "\"=c()\""));
    assertEquals(0, calls.call("export", model, "--to", "onnx", "-o", out), calls.err());
    assertTrue(calls.err().startsWith("Exported as " + out), calls.err());
    assertTrue(calls.err().contains("Checked on 34 rows"), calls.err());
    assertFalse(calls.err().contains("another class"), calls.err());
    assertEquals("", calls.out());
    assertEquals(0, calls.call("export", model, "--to", "onnx", "-o", out), calls.err());
    assertTrue(calls.err().startsWith("Replaced the existing file " + out), calls.err());
  }

  @Test
  void whatCannotBeExportedIsSaid() throws IOException {
    var days = rows("day,x,y", "2024-01-31", "2024-02-20", "2023-07-01");
    var dates = trained(days, "--input", "day");
    assertEquals(1, calls.call("export", dates, "--to", "onnx", "-o", out));
    assertTrue(calls.err().contains("date columns cannot be exported (here: day)"), calls.err());
    assertFalse(Files.exists(Path.of(out)));
    var filled = trained(rows("c,x,y", "a", "", "b"), "--fill-down", "c");
    assertEquals(0, calls.call("export", filled, "--to", "onnx", "-o", out), calls.err());
    assertTrue(calls.err().contains("does not fill down empty cells of c"), calls.err());
    assertTrue(calls.err().contains("Checked on"), calls.err());
    assertFalse(calls.err().contains("another class"), calls.err());
  }

  @Test
  void filesOfAnotherKindStay() throws IOException {
    Files.writeString(Path.of(out), "a,b\n1,2\n");
    assertEquals(1, calls.call("export", reference("pairs.nnw"), "--to", "onnx", "-o", out));
    assertTrue(calls.err().contains("is not an ONNX file"), calls.err());
    assertEquals("a,b\n1,2\n", Files.readString(Path.of(out)));
    assertEquals(2, calls.call("export", reference("pairs.nnw"), "--to", "gguf", "-o", out));
  }

  @ParameterizedTest
  @ValueSource(strings = {"numpy", "pytorch"})
  void aScriptReplacesNothingButScripts(String format) throws IOException {
    var script = folder.resolve("model.py");
    Files.writeString(script, "print(1)\n");
    var call =
        new String[] {"export", reference("pairs.nnw"), "--to", format, "-o", script.toString()};
    assertEquals(1, calls.call(call));
    assertTrue(calls.err().contains("is not a script of this program"), calls.err());
    assertEquals("print(1)\n", Files.readString(script));
    Files.delete(script);
    assertEquals(0, calls.call(call), calls.err());
    assertTrue(calls.err().startsWith("Exported as " + script), calls.err());
    assertEquals(0, calls.call(call), calls.err());
    assertTrue(calls.err().startsWith("Replaced the existing file " + script), calls.err());
  }
}
