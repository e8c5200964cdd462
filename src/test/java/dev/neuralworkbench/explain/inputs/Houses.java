package dev.neuralworkbench.explain.inputs;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A table of 90 houses with two models, and what scikit-learn and SciPy say of their inputs; {@code
 * src/test/python/importance.py} tells how they were made.
 */
public final class Houses {

  public static final Path FOLDER = Path.of("src", "test", "resources", "inputs");

  private Houses() {}

  public static Table table() {
    try {
      return new TableReader().read(FOLDER.resolve("houses.csv"), Progress.NONE);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static Model model(String target) {
    try {
      return Objects.requireNonNull(ModelFile.read(FOLDER.resolve(target + ".nnw")).trained());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static ReadRows rows(Model model) {
    return new ReadRows(model.preprocessor(), table(), IntStream.range(0, 90).toArray());
  }

  static ModelPredictor predictor(Model model) {
    return new ModelPredictor(model, new PortableProducts());
  }

  static JsonObject expected() {
    try {
      var text = Files.readString(FOLDER.resolve("expected.json"));
      return JsonParser.parseString(text).getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static double[] numbers(JsonArray array) {
    return array.asList().stream().mapToDouble(it -> it.getAsDouble()).toArray();
  }
}
