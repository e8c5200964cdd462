package dev.neuralworkbench.exchange.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of other programs, written by {@code src/test/python/onnx_models.py}, predict what
 * onnxruntime predicts with them.
 */
class OnnxImportTest {

  @TempDir Path folder;

  /** What a file is to predict; numbers are those of the file's lines. */
  record Expected(String name, List<String> classes, List<double[]> rows, List<double[]> values) {}

  static Path file(String name) throws Exception {
    return Path.of(Objects.requireNonNull(OnnxImportTest.class.getResource(name), name).toURI());
  }

  static List<Expected> expected() throws Exception {
    var all = new ArrayList<Expected>();
    for (var line : Files.readAllLines(file("expected.txt"))) {
      if (line.startsWith("model ")) {
        var words = List.of(line.split(" ", -1));
        all.add(
            new Expected(
                words.get(1),
                words.subList(2, words.size()),
                new ArrayList<>(),
                new ArrayList<>()));
      } else {
        var sides = line.split(" \\| ", -1);
        all.getLast().rows.add(numbers(sides[0]));
        all.getLast().values.add(numbers(sides[1]));
      }
    }
    return all;
  }

  private static double[] numbers(String side) {
    return Stream.of(side.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  static Model model(Document document) {
    return Objects.requireNonNull(document.trained());
  }

  static Table table(Model model, List<double[]> rows) {
    var columns = new ArrayList<NumberColumn>();
    for (var i = 0; i < model.preprocessor().inputs().size(); i++) {
      var input = i;
      columns.add(
          NumberColumn.of(
              model.preprocessor().inputs().get(i).name(),
              rows.stream().mapToDouble(row -> row[input]).toArray()));
    }
    return Table.of("rows", columns.toArray(NumberColumn[]::new));
  }

  private static double difference(Model model, Expected of) {
    var table = table(model, of.rows);
    var rows = IntStream.range(0, of.rows.size()).toArray();
    var answers =
        new ModelPredictor(model, new PortableProducts()).predict(table, rows, Progress.NONE);
    var most = 0.0;
    for (var row : rows) {
      var own =
          of.classes.isEmpty() ? new double[] {answers.number(row)} : answers.probabilities(row);
      var wanted = of.values.get(row);
      assertEquals(wanted.length, own.length, of.name);
      for (var i = 0; i < own.length; i++) {
        most = Math.max(most, Math.abs(own[i] - wanted[i]));
      }
    }
    return most;
  }

  @Test
  void predictsAsOnnxruntimeDoes() throws Exception {
    var all = expected();
    assertEquals(18, all.size());
    for (var it : all) {
      var model = model(OnnxImport.read(file(it.name + ".onnx")).document);
      assertEquals(it.classes, model.classNames(), it.name);
      assertEquals(0, difference(model, it), 1e-5, it.name);
    }
  }

  @Test
  void whatIsSavedIsOpenedAgain() throws Exception {
    for (var it : expected()) {
      var document = OnnxImport.read(file(it.name + ".onnx")).document;
      var saved = folder.resolve(it.name + ".nnw");
      ModelFile.write(saved, document, "");
      var model = model(ModelFile.read(saved));
      assertEquals(model(document).preprocessor(), model.preprocessor(), it.name);
      assertEquals(model(document).weights(), model.weights(), it.name);
      assertEquals(0, difference(model, it), 1e-5, it.name);
    }
  }

  @Test
  void scalersAreThePreparation() throws Exception {
    var model = model(OnnxImport.read(file("sklearn_regressor.onnx")).document);
    var inputs = model.preprocessor().inputs();
    assertEquals(
        List.of("age", "height", "weight"), inputs.stream().map(InputEncoder::name).toList());
    var offsets = inputs.stream().mapToDouble(it -> ((InputEncoder.NumberInput) it).offset());
    var wanted = new double[] {40, 1.7, 70};
    var found = offsets.toArray();
    assertArrayEquals(wanted, found, 1e-6);
    assertEquals("price", model.preprocessor().target().name());
  }
}
