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
 * @param blanks whether something of the step was still hidden: a class is to say it, not to read
 *     it as the file opens; null for no
 */
public record Bookmark(Rows rows, int row, Detail detail, long step, @Nullable Boolean blanks) {

  /** Allowed rows, counted from 1. */
  public static final Range ROWS = Range.whole(1, Integer.MAX_VALUE);

  /** Allowed steps, counted from 1. */
  public static final Range STEPS = Range.whole(1, Integer.MAX_VALUE);

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
