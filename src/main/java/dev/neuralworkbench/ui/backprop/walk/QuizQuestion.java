package dev.neuralworkbench.ui.backprop.walk;

import dev.neuralworkbench.explain.step.Phase;
import dev.neuralworkbench.explain.step.Step;
import dev.neuralworkbench.explain.step.StepKind;
import dev.neuralworkbench.explain.step.StepLine;
import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.LargestChange;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.nn.function.Activation;
import java.util.Optional;

/** What the quiz asks of a step. */
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

  /** The question about the numbers of a step; empty for a raw number, or one that is copied. */
  static Optional<QuizQuestion> of(Step step, BackpropTrace trace, int row) {
    if (step.phase() == Phase.PREPARATION || step.result().isPlain()) {
      return Optional.empty();
    }
    return Optional.of(
        dead(step, trace, row)
            .map(QuizQuestion.class::cast)
            .orElseGet(() -> new Result(step.result())));
  }

  private static Optional<DeadUnit> dead(Step step, BackpropTrace trace, int row) {
    var layer = step.place().layer();
    if (step.kind() != StepKind.HIDDEN_DELTA
        || trace.design(layer).activation() != Activation.RELU) {
      return Optional.empty();
    }
    return step.parts().getLast().lines().stream()
        .filter(line -> trace.z(layer, row, line.place().unit()) <= 0)
        .findFirst()
        .map(line -> new DeadUnit(line, trace.z(layer, row, line.place().unit())));
  }
}
