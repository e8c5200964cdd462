package dev.neuralworkbench.data.encode;

import dev.neuralworkbench.data.encode.RowRemark.Outcome;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.problem.Problem;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * What is so in some rows of a table that a model is asked about: of one column, of some, or of
 * all.
 *
 * @param first what is so, at the first of these rows
 * @param rows how many rows there are; at least one
 * @param columns how many columns it is so of, each in some of the rows; at least one
 */
public record RowRemark(Problem first, int rows, int columns, Outcome outcome) {

  public RowRemark(Problem first, int rows, Outcome outcome) {
    this(first, rows, 1, outcome);
  }

  public enum Outcome {
    UNANSWERED,
    /** It has an answer, which cannot be compared with what the table says. */
    UNSCORED,
    /** It has an answer, of which something must be known. */
    ANSWERED
  }

  /** Rows of which the same is so, not to be modified; the first of them stands for all. */
  public record RowTally(BitSet rows) {

    public static final IntPredicate NEVER = _ -> false;

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

    /** Whether something is so of the text in a row; each different text is looked at once. */
    public static IntPredicate ofTexts(TextColumn column, Predicate<String> holds) {
      var ofCode = new boolean[column.categories().size()];
      for (var code = 0; code < ofCode.length; code++) {
        ofCode[code] = holds.test(column.categories().get(code));
      }
      return row -> !column.isMissing(row) && ofCode[column.code(row)];
    }

    /** The remark, ready to be joined with others; none without rows. */
    List<RowRemark> remarks(IntFunction<Problem> problem, Outcome outcome) {
      var first = rows.nextSetBit(0);
      return first < 0
          ? List.of()
          : List.of(new RowRemark(problem.apply(first), rows.cardinality(), outcome));
    }
  }
}
