package dev.neuralworkbench.walk;

import com.google.gson.JsonObject;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows of a table, prepared by what a model file says of it, as the Python in {@code
 * src/docs/model-file.md} does.
 */
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
  static OwnRows of(JsonObject preprocessor, Table raw, int[] rows) {
    var table = cleaned(preprocessor, raw);
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

  /** Cells as the file says that they are read: filled down first, then replaced. */
  private static Table cleaned(JsonObject preprocessor, Table raw) {
    if (!preprocessor.has("cleaning")) {
      return raw;
    }
    var columns = new ArrayList<>(raw.columns());
    for (var element : preprocessor.getAsJsonArray("cleaning")) {
      var own = element.getAsJsonObject();
      var index = raw.indexOf(own.get("column").getAsString());
      var column = raw.column(index);
      var texts = new String[raw.rows()];
      var above = "";
      for (var row = 0; row < texts.length; row++) {
        above = (column.isMissing(row) && own.has("filledDown")) ? above : column.text(row);
        texts[row] = replaced(own, above, column instanceof NumberColumn);
      }
      columns.set(
          index,
          column instanceof NumberColumn
              ? NumberColumn.of(
                  column.name(),
                  Stream.of(texts)
                      .mapToDouble(it -> it.isEmpty() ? Double.NaN : Double.parseDouble(it))
                      .toArray())
              : TextColumn.of(column.name(), texts));
    }
    return new Table(raw.name(), columns, raw.rows());
  }

  private static String replaced(JsonObject own, String cell, boolean isNumber) {
    for (var element : own.getAsJsonArray("replaced")) {
      var it = element.getAsJsonObject();
      var value = it.get("value").getAsString();
      var isSame =
          (isNumber && !cell.isEmpty())
              ? Double.parseDouble(value) == Double.parseDouble(cell)
              : value.equals(cell);
      if (isSame) {
        return it.has("by") ? it.get("by").getAsString() : "";
      }
    }
    return cell;
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
