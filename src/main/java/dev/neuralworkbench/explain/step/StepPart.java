package dev.neuralworkbench.explain.step;

import dev.neuralworkbench.explain.maths.Maths;
import java.util.List;

/**
 * A part of a step: a formula, and the same with numbers for one or several places.
 *
 * @param role what the part is in its step
 * @param left name of what is worked out
 * @param formula how, in symbols
 * @param lines the same with numbers
 * @param hidden places that are not shown because there are too many
 */
public record StepPart(Role role, Maths left, Maths formula, List<StepLine> lines, long hidden) {

  /** Copies the list. */
  public StepPart {
    lines = List.copyOf(lines);
  }

  /** What a part is in its step. */
  public enum Role {
    /** The only part. */
    RESULT,
    /** What comes back from behind. */
    UPSTREAM,
    /** The derivative of this place alone. */
    LOCAL,
    /** Dropout's factor. */
    MASK,
    /** Upstream times local. */
    PRODUCT,
    /** What is left of a product once its factors have cancelled. */
    SHORTCUT,
    /** What softmax divides by. */
    TOTAL,
    /** The squared gradients of a layer. */
    SQUARES,
    /** What one row adds. */
    CONTRIBUTION,
    /** The mean over the rows. */
    MEAN,
    /** The length of all gradients. */
    LENGTH,
    /** The factor that shortens them. */
    FACTOR,
    /** AdamW's decay. */
    DECAY,
    /** Velocity. */
    VELOCITY,
    /** Mean of the gradients. */
    FIRST_MOMENT,
    /** Mean, or sum, of their squares. */
    SECOND_MOMENT,
    /** The mean, corrected for its start at 0. */
    FIRST_CORRECTED,
    /** The squares, corrected for their start at 0. */
    SECOND_CORRECTED,
    /** The new weight. */
    NEW_WEIGHT,
    /** What plain gradient descent would have made. */
    PLAIN
  }

  /** A part about one place, whose formula is its line's. */
  static StepPart of(Role role, StepLine line) {
    return new StepPart(role, line.left(), line.right(), List.of(line), 0);
  }
}
