package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table that is entered.
 *
 * @param row from 1 on
 * @param isOpen whether the table is the one that is open
 * @param text its target; null where that is missing
 * @param missing names of the inputs that are missing in it
 */
record Actual(int row, boolean isOpen, @Nullable String text, List<String> missing) {

  /** Of a cleaned table. */
  static Actual of(Preprocessor preprocessor, Table table, int index, boolean isOpen) {
    var target = table.column(preprocessor.target().name());
    return new Actual(
        index + 1,
        isOpen,
        target == null || target.isMissing(index) ? null : target.text(index),
        preprocessor.inputs().stream()
            .map(input -> table.column(input.name()))
            .filter(column -> column != null && column.isMissing(index))
            .map(Column::name)
            .toList());
  }
}
