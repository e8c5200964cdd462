package dev.neuralworkbench.ui.backprop.walk;

import dev.neuralworkbench.explain.step.Phase;
import dev.neuralworkbench.explain.step.Step;
import dev.neuralworkbench.explain.step.StepLine;
import dev.neuralworkbench.explain.step.StepPart.Role;
import dev.neuralworkbench.formula.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** A question: which number comes next? And the score so far. */
public record Quiz(int asked, int right, State state) {

  public enum State {
    OPEN,
    // Wrong once, with a hint for the second try.
    SIGN,
    SMALL,
    LARGE,
    RIGHT,
    WRONG,
    SHOWN
  }

  private static final double NEAR = 0.01;
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

  static final Quiz START = new Quiz(0, 0, State.OPEN);

  Quiz next() {
    return new Quiz(asked, right, State.OPEN);
  }

  Quiz shown() {
    return new Quiz(asked, right, State.SHOWN);
  }

  /** Right if near the value, or near what a pocket calculator makes of the numbers as shown. */
  Quiz answer(StepLine line, double answer, Decimals decimals) {
    return answered(
        isNear(line.value(), answer, decimals)
            || (line.value() != 0
                && isNear(line.right().value(decimals::rounded), answer, decimals)),
        hint(line.value(), answer));
  }

  private static State hint(double value, double answer) {
    if (value != 0 && Math.signum(value) != Math.signum(answer)) {
      return State.SIGN;
    }
    return Math.abs(answer) < Math.abs(value) ? State.SMALL : State.LARGE;
  }

  /** Within a hundredth, or the same in its first two digits; of 0 what is shown as 0. */
  private static boolean isNear(double value, double answer, Decimals decimals) {
    if (!Double.isFinite(value) || !Double.isFinite(answer)) {
      return value == answer;
    }
    if (value == 0) {
      return Math.abs(answer) < 0.5 * Math.pow(10, -decimals.places());
    }
    return Math.abs(answer - value) <= NEAR * Math.abs(value)
        || twoDigits(answer).compareTo(twoDigits(value)) == 0;
  }

  private static BigDecimal twoDigits(double value) {
    return BigDecimal.valueOf(value).round(TWO_DIGITS);
  }

  Quiz sign(StepLine line, int sign) {
    return answered(Math.signum(line.value()) == sign, State.SIGN);
  }

  /** Right, wrong at the second try, or wrong at the first, which counts for nothing yet. */
  private Quiz answered(boolean rightly, State hint) {
    if (!rightly && state == State.OPEN) {
      return new Quiz(asked, right, hint);
    }
    return new Quiz(asked + 1, rightly ? right + 1 : right, rightly ? State.RIGHT : State.WRONG);
  }

  public boolean reveals() {
    return state == State.RIGHT || state == State.WRONG || state == State.SHOWN;
  }

  /** Whether a hint shows, and the second try is open. */
  public boolean hints() {
    return state != State.OPEN && !reveals();
  }

  /**
   * The line of a step whose number is asked for, any of its lines; empty where all are raw
   * numbers, or copied.
   *
   * @param pick which of the lines, counted round
   */
  static Optional<StepLine> question(Step step, long pick) {
    var lines =
        step.parts().stream()
            .filter(part -> part.role() != Role.PLAIN && part.role() != Role.SHORTCUT)
            .flatMap(part -> part.lines().stream())
            .filter(line -> !line.isPlain())
            .toList();
    return step.phase() == Phase.PREPARATION || lines.isEmpty()
        ? Optional.empty()
        : Optional.of(lines.get(Math.floorMod(pick, lines.size())));
  }
}
