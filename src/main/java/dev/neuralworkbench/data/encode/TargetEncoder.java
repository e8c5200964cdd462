package dev.neuralworkbench.data.encode;

import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.problem.Problem;
import java.util.function.IntPredicate;

/** How the target column becomes what a network learns, and back. */
public sealed interface TargetEncoder permits ClassTarget, NumberTarget {

  String name();

  /**
   * The targets of some rows of a column.
   *
   * @param rows rows whose target is there and not {@link #refuses refused}. Not modified.
   */
  Targets encode(Column column, int[] rows);

  /** Whether a row's cell in a column of this name is there but no target of this model. */
  IntPredicate refuses(Column column);

  Problem problem(Column column, int row);
}
