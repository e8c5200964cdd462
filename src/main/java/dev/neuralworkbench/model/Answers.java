package dev.neuralworkbench.model;

import dev.neuralworkbench.data.ClassTarget;
import dev.neuralworkbench.data.NumberTarget;
import dev.neuralworkbench.data.TargetEncoder;
import dev.neuralworkbench.metrics.PredictedClasses;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * The answers for some rows.
 *
 * @param target what is answered
 * @param outputs outputs of the network after the loss's output function, (rows × outputs). Kept,
 *     not to be modified any more.
 */
public record Answers(TargetEncoder target, FMatrixRMaj outputs) {

  /** Number of rows. */
  public int rows() {
    return outputs.numRows;
  }

  /** The answer for one row. */
  public Prediction prediction(int row) {
    return switch (target) {
      case ClassTarget classes ->
          new Prediction.OfClass(
              predictedClass(row),
              classes.classes(),
              IntStream.range(0, classes.classes().size())
                  .mapToObj(c -> probability(row, c))
                  .toList());
      case NumberTarget numbers -> new Prediction.OfNumber(number(row));
    };
  }

  /** Names of the classes; none for numbers. */
  public List<String> classes() {
    return switch (target) {
      case ClassTarget classes -> classes.classes();
      case NumberTarget numbers -> List.of();
    };
  }

  /** Index of the class answered for a row. */
  public int predictedClass(int row) {
    return PredictedClasses.of(outputs, row);
  }

  /**
   * Probability of a class. One output is that of the second class; outputs of a loss without an
   * output function are clipped to [0, 1], and where there is one a class, divided by their sum.
   */
  public float probability(int row, int c) {
    if (outputs.numCols == 1) {
      var second = clipped(outputs.data[row]);
      return c == 1 ? second : 1 - second;
    }
    var sum = 0f;
    for (var i = 0; i < outputs.numCols; i++) {
      sum += clipped(outputs.data[row * outputs.numCols + i]);
    }
    // Probabilities of a softmax stay as they are: their sum differs from 1 by rounding alone.
    var divisor = Math.abs(sum - 1) < 1e-5f || sum == 0 ? 1 : sum;
    return clipped(outputs.data[row * outputs.numCols + c]) / divisor;
  }

  private static float clipped(float output) {
    return Math.clamp(output, 0f, 1f);
  }

  /** The number answered for a row, in the user's units. */
  public double number(int row) {
    return switch (target) {
      case NumberTarget numbers -> numbers.decode(outputs.data[row]);
      case ClassTarget classes ->
          throw new IllegalArgumentException("expected a number, the target is " + classes.name());
    };
  }
}
