package dev.neuralworkbench.explain.trace;

import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of a table as a preprocessor's inputs, one of {@code columns} each. */
record RowInputs(List<Column> columns, int row) implements RawRow {

  static RowInputs of(Preprocessor preprocessor, Table table, int row) {
    return new RowInputs(
        preprocessor.inputs().stream()
            .map(InputEncoder::name)
            .map(name -> column(table, name))
            .toList(),
        row);
  }

  static Column column(Table table, String name) {
    var column = table.column(name);
    if (column == null) {
      throw new IllegalArgumentException("expected a column " + name + " in " + table.name());
    }
    return column;
  }

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
