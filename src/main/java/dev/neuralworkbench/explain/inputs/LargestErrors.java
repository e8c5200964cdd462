package dev.neuralworkbench.explain.inputs;

import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.encode.Targets;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.model.answer.Answers;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The rows that a model is most wrong about, the worst first: where it is sure and the table says
 * otherwise, the table may be wrong (Northcutt and others, "Confident learning", 2021).
 */
public final class LargestErrors {

  /** Rows that are of interest, at most. */
  public static final int MOST = 30;

  private LargestErrors() {}

  /** Error of a row: −ln p of the true class, or |ŷ − y| in the user's units; ∞ where p is 0. */
  public static double of(Answers answers, Targets targets, int row) {
    return switch (targets) {
      case ClassTargets classes ->
          -StrictMath.log(answers.probability(row, classes.classes()[row]));
      case ValueTargets values -> {
        var target = (NumberTarget) answers.target();
        yield Math.abs(answers.number(row) - target.decode(values.values().data[row]));
      }
    };
  }

  /**
   * The positions of the rows with the largest errors; of equal ones those further up come first.
   * Rows without a prediction are none of them.
   */
  public static int[] rows(Answers answers, Targets targets) {
    return IntStream.range(0, answers.rows())
        .filter(answers::isAnswered)
        .boxed()
        .sorted(Comparator.comparingDouble(row -> -of(answers, targets, row)))
        .limit(MOST)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
