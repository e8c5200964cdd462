package dev.neuralworkbench.data.encode;

import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.Table;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One row of raw values, addressed by the index of the preprocessor's input, from 0 on. */
public interface RawRow {

  /** The number of an input; NaN where it is missing. */
  double number(int input);

  /** The text of an input; null where it is missing. */
  @Nullable String text(int input);

  /** The numbers of so many inputs, from 0 on. */
  default double[] numbers(int inputs) {
    return IntStream.range(0, inputs).mapToDouble(this::number).toArray();
  }

  /** A row of a table that has a column for each input, from 0 on. */
  static RawRow of(Preprocessor preprocessor, Table table, int row) {
    return new OfColumns(
        preprocessor.inputs().stream().map(input -> table.named(input.name())).toList(), row);
  }

  record OfColumns(List<Column> columns, int row) implements RawRow {

    @Override
    public double number(int input) {
      return columns.get(input).value(row);
    }

    @Override
    public @Nullable String text(int input) {
      var column = columns.get(input);
      return column.isMissing(row) ? null : column.text(row);
    }
  }
}
