package dev.neuralworkbench.explain.trace;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one step, prepared, in double. Not modified once made.
 *
 * @param inputs (rows × inputs). Kept, not copied.
 * @param targets as the network's outputs give them, (rows × outputs). Kept, not copied.
 * @param weights how much each row counts in the loss; null where all count the same. Kept.
 */
// Arrays for speed: rows may be wide. Nobody compares them.
@SuppressWarnings("ArrayRecordComponent")
public record StepRows(double[][] inputs, double[][] targets, double @Nullable [] weights) {

  public double weight(int row) {
    return weights == null ? 1 : weights[row];
  }

  /**
   * The same rows with targets that are spread over the classes: (1 − α)y + α / K.
   *
   * @param smoothing α; 0 gives these rows
   */
  StepRows smoothed(double smoothing) {
    if (smoothing == 0) {
      return this;
    }
    var spread = smoothing / classes(targets[0].length);
    var smooth = new double[targets.length][];
    for (var r = 0; r < smooth.length; r++) {
      smooth[r] = Arrays.stream(targets[r]).map(y -> (1 - smoothing) * y + spread).toArray();
    }
    return new StepRows(inputs, smooth, weights);
  }

  /** Classes of so many outputs under a cross-entropy. */
  public static int classes(int outputs) {
    return StrictMath.max(outputs, 2);
  }

  public int count() {
    return inputs.length;
  }
}
