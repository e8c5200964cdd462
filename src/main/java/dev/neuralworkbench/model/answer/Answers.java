package dev.neuralworkbench.model.answer;

import dev.neuralworkbench.data.encode.ClassTarget;
import dev.neuralworkbench.data.encode.NumberTarget;
import dev.neuralworkbench.data.encode.TargetEncoder;
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

  /** Whether a row has an answer: what the network computes for it is a finite number. */
  public boolean isAnswered(int row) {
    return PredictedClasses.isFinite(outputs, row);
  }

  /** Number of rows that have none. */
  public int unanswered() {
    return (int) IntStream.range(0, rows()).filter(row -> !isAnswered(row)).count();
  }

  /** The answer for one row. */
  public Prediction prediction(int row) {
    if (!isAnswered(row)) {
      return new Prediction.None();
    }
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

  /** Index of the class answered for a row; {@link PredictedClasses#NONE} where none is. */
  public int predictedClass(int row) {
    return PredictedClasses.of(outputs, row);
  }

  /**
   * Probability of a class; NaN where there is no answer. One output is that of the second class;
   * outputs of a loss without an output function are clipped to [0, 1], and where there is one a
   * class, divided by their sum.
   */
  public float probability(int row, int c) {
    if (outputs.numCols == 1) {
      var second = clipped(outputs.data[row]);
      return c == 1 ? second : 1 - second;
    }
    return clipped(outputs.data[row * outputs.numCols + c]) / divisor(row);
  }

  private float divisor(int row) {
    var sum = 0f;
    for (var i = 0; i < outputs.numCols; i++) {
      sum += clipped(outputs.data[row * outputs.numCols + i]);
    }
    // Probabilities of a softmax stay as they are: their sum differs from 1 by rounding alone.
    return Math.abs(sum - 1) < 1e-5f || sum == 0 ? 1 : sum;
  }

  /** All probabilities, (rows × classes), of two classes that of the second alone: (rows × 1). */
  public FMatrixRMaj probabilities() {
    var columns = outputs.numCols;
    var all = new FMatrixRMaj(rows(), columns);
    for (var row = 0; row < rows(); row++) {
      var divisor = columns == 1 ? 1 : divisor(row);
      for (var i = row * columns; i < (row + 1) * columns; i++) {
        all.data[i] = clipped(outputs.data[i]) / divisor;
      }
    }
    return all;
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
