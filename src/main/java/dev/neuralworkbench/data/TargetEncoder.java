package dev.neuralworkbench.data;

import dev.neuralworkbench.problem.Problem;
import java.util.List;

/** How the target column becomes what a network learns, and back. */
public sealed interface TargetEncoder permits ClassTarget, NumberTarget {

  /** Name of the table's column. */
  String name();

  /**
   * The targets of some rows of a column.
   *
   * @param rows rows whose target is there and without {@link #problems}. Not modified.
   */
  Targets encode(Column column, int[] rows);

  /**
   * What a column of this name holds that cannot be a target of this model; the first of each kind.
   *
   * @param rows rows to look at, whose target is there. Not modified.
   */
  List<Problem> problems(Column column, int[] rows);
}
