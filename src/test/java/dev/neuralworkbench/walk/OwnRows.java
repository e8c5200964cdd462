package dev.neuralworkbench.walk;

import com.google.gson.JsonObject;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.Table;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;

/** Rows of a table, prepared by what a model file says of it, as the README's Python does. */
final class OwnRows {

  private final double[][] inputs;
  private final int[] classes;
  private final double[] numbers;

  private OwnRows(double[][] inputs, int[] classes, double[] numbers) {
    this.inputs = inputs;
    this.classes = classes;
    this.numbers = numbers;
  }

  /** Prepared inputs of each row, rounded to floats as the file's reader must. */
  double[][] inputs() {
    return inputs;
  }

  /** The class of each row; empty for numbers. */
  int[] classes() {
    return classes;
  }

  /** The number of each row, in its own units; empty for classes. */
  double[] numbers() {
    return numbers;
  }

  /**
   * Prepares rows.
   *
   * @param preprocessor of a file, without dates and engineered inputs
   * @param rows those wanted, whose target is known
   */
  static OwnRows of(JsonObject preprocessor, Table table, int[] rows) {
    var inputs = new double[rows.length][];
    for (var i = 0; i < rows.length; i++) {
      inputs[i] = inputs(preprocessor, table, rows[i]);
    }
    var target = preprocessor.getAsJsonObject("target");
    var column = column(table, target);
    if (target.get("type").getAsString().equals("number")) {
      var numbers = IntStream.of(rows).mapToDouble(column::value).toArray();
      return new OwnRows(inputs, new int[0], numbers);
    }
    var names = target.getAsJsonArray("classes");
    var classes =
        IntStream.of(rows)
            .map(
                row ->
                    IntStream.range(0, names.size())
                        .filter(c -> names.get(c).getAsString().equals(column.text(row)))
                        .findFirst()
                        .orElseThrow())
            .toArray();
    return new OwnRows(inputs, classes, new double[0]);
  }

  private static Column column(Table table, JsonObject of) {
    return Objects.requireNonNull(table.column(of.get("name").getAsString()));
  }

  private static double[] inputs(JsonObject preprocessor, Table table, int row) {
    var inputs = new double[2_000];
    var count = 0;
    for (var element : preprocessor.getAsJsonArray("inputs")) {
      var input = element.getAsJsonObject();
      var column = column(table, input);
      if (input.get("type").getAsString().equals("number")) {
        var fill = input.get("fill").getAsDouble();
        var number = column.isMissing(row) ? fill : column.value(row);
        inputs[count++] =
            (float)
                ((number - input.get("offset").getAsDouble()) / input.get("scale").getAsDouble());
      } else {
        var name = column.isMissing(row) ? input.get("fill").getAsString() : column.text(row);
        for (var category : input.getAsJsonArray("categories")) {
          inputs[count++] = category.getAsString().equals(name) ? 1 : 0;
        }
      }
    }
    return Arrays.copyOf(inputs, count);
  }
}
