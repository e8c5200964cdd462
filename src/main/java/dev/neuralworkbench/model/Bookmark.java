package dev.neuralworkbench.model;

import dev.neuralworkbench.problem.Range;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody was on the way through a step of backpropagation when the document was saved, so
 * that a lecture opens there.
 *
 * @param rows what goes through the step
 * @param row the row of the table, or of the mini-batch the one that is followed, in {@link #ROWS}
 * @param detail how much one of the walk's steps tells
 * @param step the step of the walk, in {@link #STEPS}; one that the walk does not have counts as
 *     its first
 * @param blanks whether numbers were hidden until a key shows them: a class is to say them, not to
 *     read them as the file opens; null for no
 * @param presses key presses made in the step where it shows box by box or with blanks, in {@link
 *     #PRESSES}; null for the whole step, or with blanks for none
 * @param panel what explained the step below the drawing; null for nothing
 */
public record Bookmark(
    Rows rows,
    int row,
    Detail detail,
    long step,
    @Nullable Boolean blanks,
    @Nullable Integer presses,
    @Nullable Panel panel) {

  /** Allowed rows, counted from 1. */
  public static final Range ROWS = Range.whole(1, Integer.MAX_VALUE);

  /** Allowed steps, counted from 1. */
  public static final Range STEPS = Range.whole(1, Integer.MAX_VALUE);

  /** Allowed key presses; more than the step takes count as all. */
  public static final Range PRESSES = Range.whole(0, Integer.MAX_VALUE);

  /** One without a panel, whose step shows from its beginning. */
  public Bookmark(Rows rows, int row, Detail detail, long step, @Nullable Boolean blanks) {
    this(rows, row, detail, step, blanks, null, null);
  }

  public enum Panel {
    /** The activation's curve with its tangent at z. */
    CURVE,
    /** The loss along one weight, with its slope and the step. */
    LOSS,
    /** The step of the whole layer as matrices. */
    MATRIX,
    SYMBOLS,
    WEIGHTS
  }

  public enum Rows {
    ROW,
    BATCH
  }

  public enum Detail {
    LAYER,
    UNIT,
    WEIGHT
  }
}
