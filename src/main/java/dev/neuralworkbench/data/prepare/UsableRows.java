package dev.neuralworkbench.data.prepare;

import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.Table;
import java.util.ArrayList;
import java.util.Arrays;

/**
 * The rows of a table that can be learned from: those that are not left out, whose target is there
 * and, under {@link MissingValues#DROP_ROW}, all of whose inputs are there.
 *
 * @param rows in rising order. Not to be modified.
 * @param withoutTarget how many rows are left out because their target is missing
 * @param incomplete how many rows with a target are left out because an input is missing
 * @param leftOut how many rows were chosen to be left out
 */
@SuppressWarnings("ArrayRecordComponent") // As many as a table has; nobody compares them.
public record UsableRows(int[] rows, int withoutTarget, int incomplete, int leftOut) {

  /** Finds them; no row is usable where the preparation has no target. */
  public static UsableRows of(Preparation preparation, Table raw) {
    var table = preparation.cleaned(raw);
    var targetIndex = preparation.targetIndex();
    if (targetIndex < 0) {
      return new UsableRows(new int[0], table.rows(), 0, 0);
    }
    var target = table.column(targetIndex);
    var required = new ArrayList<Column>();
    if (preparation.missing() == MissingValues.DROP_ROW) {
      for (var index : preparation.inputIndices()) {
        if (table.column(index).missing() > 0) {
          required.add(table.column(index));
        }
      }
    }
    var filter = preparation.filter().on(table);
    var rows = new int[table.rows()];
    var count = 0;
    var withoutTarget = 0;
    var leftOut = 0;
    for (var row = 0; row < table.rows(); row++) {
      if (filter.test(row)) {
        leftOut++;
      } else if (target.isMissing(row)) {
        withoutTarget++;
      } else if (isComplete(required, row)) {
        rows[count++] = row;
      }
    }
    var incomplete = table.rows() - leftOut - withoutTarget - count;
    return new UsableRows(Arrays.copyOf(rows, count), withoutTarget, incomplete, leftOut);
  }

  private static boolean isComplete(Iterable<Column> columns, int row) {
    for (var column : columns) {
      if (column.isMissing(row)) {
        return false;
      }
    }
    return true;
  }
}
