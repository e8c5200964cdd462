package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.explain.Decimals;
import dev.neuralworkbench.explain.LargestChange;
import dev.neuralworkbench.explain.Line;
import dev.neuralworkbench.explain.Location;
import org.jspecify.annotations.Nullable;

/**
 * A question: which number comes next, or which weight changes most?
 *
 * @param asked questions answered so far
 * @param right those answered rightly
 * @param state where the present question stands
 */
record Quiz(int asked, int right, State state) {

  /** Where a question stands. */
  enum State {
    /** Not answered yet: the number is hidden. */
    OPEN,
    /** Answered rightly. */
    RIGHT,
    /** Answered wrongly. */
    WRONG,
    /** Shown without an answer. */
    SHOWN
  }

  /** Nothing asked yet. */
  static final Quiz START = new Quiz(0, 0, State.OPEN);

  /** The next question. */
  Quiz next() {
    return new Quiz(asked, right, State.OPEN);
  }

  /** Shows the number; costs nothing. */
  Quiz shown() {
    return new Quiz(asked, right, State.SHOWN);
  }

  /** Answers by a number: right within one unit of the last place shown. */
  Quiz answer(Line line, double answer, Decimals decimals) {
    var tolerance = 2 * decimals.halfUnit(line.value()) * (1 + 1e-9);
    return answered(Math.abs(answer - decimals.rounded(line.value())) <= tolerance);
  }

  /** Answers by a sign. */
  Quiz sign(Line line, int sign) {
    return answered(Math.signum(line.value()) == sign);
  }

  /** Answers by the weight that changes most; null for none that stands out. */
  Quiz place(LargestChange change, @Nullable Location place) {
    return answered(change.isAlone() ? change.place().equals(place) : place == null);
  }

  private Quiz answered(boolean rightly) {
    return new Quiz(asked + 1, rightly ? right + 1 : right, rightly ? State.RIGHT : State.WRONG);
  }

  /** Whether the number may be seen. */
  boolean reveals() {
    return state != State.OPEN;
  }
}
