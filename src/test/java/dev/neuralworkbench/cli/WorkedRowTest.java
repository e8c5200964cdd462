package dev.neuralworkbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calculation of one row, and the model as an equation, from the command line. */
class WorkedRowTest {

  @TempDir private Path folder;

  private final Calls calls = new Calls(Locale.ENGLISH);

  private String trained(String name, String... options) {
    var model = folder.resolve(name).toString();
    var words = new String[options.length + 5];
    System.arraycopy(new String[] {"train", "iris", "-o", model, "--portable"}, 0, words, 0, 5);
    System.arraycopy(options, 0, words, 5, options.length);
    assertEquals(0, calls.call(words), calls.err());
    return model;
  }

  @Test
  void rowIsWorkedOut() throws Exception {
    var model = trained("hidden.nnw", "--hidden", "4", "--epochs", "20");
    assertEquals(0, calls.call("predict", model, "iris", "--worked", "51"), calls.err());
    var cells = calls.out();
    assertTrue(cells.contains("\nsepal_length_cm\t7\t7\n"), cells);
    assertTrue(cells.contains("\tΣ_i w_i,4^(1) · x_i + b_4^(1)\t="), cells);
    assertFalse(cells.contains("predicted"), cells);
    // The probabilities are those of the file of predictions.
    assertEquals(0, calls.call("predict", model, "iris"), calls.err());
    var line = calls.out().lines().skip(51).findFirst().orElseThrow().split(",", -1);
    var printed =
        cells.lines().filter(it -> it.startsWith("p(")).map(it -> it.split("\t", -1)[3]).toList();
    assertEquals(3, printed.size());
    for (var c = 0; c < 3; c++) {
      var predicted = Double.parseDouble(line[line.length - 3 + c]);
      assertEquals(predicted, Double.parseDouble(printed.get(c)), 1e-6);
    }
    var file = folder.resolve("row.csv");
    assertEquals(0, calls.call("predict", model, "iris", "--worked", "51", "-o", file.toString()));
    assertEquals(cells, Files.readString(file));
  }

  @Test
  void rowThatIsNotThereIsRefused() throws Exception {
    var model = trained("hidden.nnw", "--hidden", "4", "--epochs", "1");
    assertEquals(2, calls.call("predict", model, "iris", "--worked", "151"));
    assertTrue(calls.err().contains("--worked"), calls.err());
    var rows = folder.resolve("rows.csv");
    Files.writeString(
        rows, "sepal_length_cm,sepal_width_cm,petal_length_cm,petal_width_cm\n5,3,2,1\n5,3,?x,1\n");
    assertEquals(2, calls.call("predict", model, rows.toString(), "--worked", "2"));
    assertTrue(calls.err().contains("Row 2 has no prediction"), calls.err());
    var wide = trained("wide.nnw", "--hidden", "201", "--epochs", "1");
    assertEquals(2, calls.call("predict", wide, "iris", "--worked", "1"));
    assertTrue(calls.err().contains("has 201 inputs"), calls.err());
  }

  @Test
  void reportHasTheEquationWhereNoLayerIsHidden() {
    var linear = trained("linear.nnw", "--hidden", "", "--epochs", "20");
    assertEquals(0, calls.call("report", linear), calls.err());
    assertTrue(calls.out().contains("The model as an equation"), calls.out());
    assertTrue(calls.out().contains("\nz(versicolor) = "), calls.out());
    assertTrue(calls.out().contains(" · petal_width_cm "), calls.out());
    var hidden = trained("hidden.nnw", "--hidden", "4", "--epochs", "1");
    assertEquals(0, calls.call("report", hidden), calls.err());
    assertFalse(calls.out().contains("The model as an equation"));
  }
}
