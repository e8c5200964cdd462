package dev.neuralworkbench.data.encode;

import dev.neuralworkbench.data.encode.RowRemark.Outcome;
import dev.neuralworkbench.problem.Problem;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** Rows of which the same is so; the first of them stands for all. */
final class RowTally {

  static final IntPredicate NEVER = _ -> false;

  private final BitSet rows;

  private RowTally(BitSet rows) {
    this.rows = rows;
  }

  /** The rows below a number for which something holds. */
  static RowTally of(int rows, IntPredicate holds) {
    var found = new BitSet(rows);
    if (!holds.equals(NEVER)) {
      for (var row = 0; row < rows; row++) {
        if (holds.test(row)) {
          found.set(row);
        }
      }
    }
    return new RowTally(found);
  }

  /** The rows; not to be modified. */
  BitSet rows() {
    return rows;
  }

  /** The remark, ready to be joined with others; none without rows. */
  List<RowRemark> remarks(IntFunction<Problem> problem, Outcome outcome) {
    var first = rows.nextSetBit(0);
    return first < 0
        ? List.of()
        : List.of(new RowRemark(problem.apply(first), rows.cardinality(), outcome));
  }
}
