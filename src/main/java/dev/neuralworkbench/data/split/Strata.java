package dev.neuralworkbench.data.split;

import dev.neuralworkbench.data.encode.ClassTarget;
import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.table.Table;

/** The class of every row, as numbers from 0 on, for splits and folds that keep proportions. */
public final class Strata {

  private Strata() {}

  /**
   * The target's class of each row, numbered as in {@link ClassTarget#classes()}; all 0 where the
   * target is a number.
   *
   * @param rows rows whose target is there. Not modified.
   * @return as long as {@code rows}; the caller's own
   */
  public static int[] of(Preparation preparation, Table table, int[] rows) {
    var index = preparation.targetIndex();
    if (index < 0 || preparation.columns().get(index).kind() != ColumnKind.CATEGORY) {
      return new int[rows.length];
    }
    var column = table.column(index);
    return ClassTarget.of(column).indices(column, rows);
  }
}
