package dev.neuralworkbench.ui.backprop.walk;

import dev.neuralworkbench.explain.step.Phase;
import dev.neuralworkbench.explain.step.Step;
import dev.neuralworkbench.explain.step.StepKind;
import dev.neuralworkbench.explain.step.StepLine;
import dev.neuralworkbench.explain.step.StepPart.Role;
import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.LargestChange;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.nn.function.Activation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A question: which number comes next, or which weight changes most? And the score so far. */
public record Quiz(int asked, int right, State state) {

  public enum State {
    OPEN,
    // Wrong once, with a hint for the second try.
    SIGN,
    SMALL,
    LARGE,
    AGAIN,
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

  /** Answers by the weight that changes most; null for none that stands out. */
  Quiz place(LargestChange change, @Nullable NetworkLocation place) {
    return answered(change.isAlone() ? change.place().equals(place) : place == null, State.AGAIN);
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

  public sealed interface QuizQuestion {

    record Result(StepLine line) implements QuizQuestion {}

    /** δ, which is 0, behind a ReLU that is off: z, its weighted sum, is not above 0. */
    record DeadUnit(StepLine line, double z) implements QuizQuestion {

      public NetworkLocation place() {
        return line.place();
      }
    }

    record Largest(LargestChange change) implements QuizQuestion {}

    /** The number that is asked for; empty where a weight is. */
    default Optional<StepLine> number() {
      return switch (this) {
        case Result(var line) -> Optional.of(line);
        case DeadUnit(var line, var _) -> Optional.of(line);
        case Largest _ -> Optional.empty();
      };
    }

    /**
     * The question about the numbers of a step, of any of its lines; empty where all are raw
     * numbers, or copied.
     *
     * @param pick which of the lines, counted round
     */
    static Optional<QuizQuestion> of(Step step, BackpropTrace trace, int row, long pick) {
      var lines =
          step.parts().stream()
              .filter(part -> part.role() != Role.PLAIN && part.role() != Role.SHORTCUT)
              .flatMap(part -> part.lines().stream())
              .filter(line -> !line.isPlain())
              .toList();
      if (step.phase() == Phase.PREPARATION || lines.isEmpty()) {
        return Optional.empty();
      }
      var result = new Result(lines.get(Math.floorMod(pick, lines.size())));
      return Optional.of(dead(step, trace, row).map(QuizQuestion.class::cast).orElse(result));
    }

    private static Optional<DeadUnit> dead(Step step, BackpropTrace trace, int row) {
      var layer = step.place().layer();
      if (step.kind() != StepKind.HIDDEN_DELTA
          || trace.design(layer).activation() != Activation.RELU) {
        return Optional.empty();
      }
      return step.parts().getLast().lines().stream()
          .filter(line -> trace.before().z(layer, row, line.place().unit()) <= 0)
          .findFirst()
          .map(line -> new DeadUnit(line, trace.before().z(layer, row, line.place().unit())));
    }
  }
}
