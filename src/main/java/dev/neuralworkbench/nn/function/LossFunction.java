package dev.neuralworkbench.nn.function;

import org.jspecify.annotations.Nullable;

/** What a network asks of its loss; a seam, so that a test can plant a wrong gradient. */
public interface LossFunction {

  /**
   * Sums of logarithms are taken as the logarithm of a product, Σ log xᵢ = log Π xᵢ, and of one
   * this large at once: another factor, of at most 65,536 classes, still fits.
   */
  double LARGE_PRODUCT = 1e280;

  /**
   * Sum of the losses of the rows.
   *
   * @param outputs Ŷ, or logits where the loss owns the output function, (rows × columns). Not
   *     modified.
   * @param targets Y, (rows × columns). Not modified.
   */
  double sum(float[] outputs, float[] targets, int rows, int columns);

  /**
   * Gradient of the batch's mean loss with respect to the outputs, for some of its rows, and their
   * losses on the way.
   *
   * @param outputs (rows × columns). Not modified.
   * @param targets (rows × columns). Not modified.
   * @param gradient dL/dŶ, (rows × columns). Modified.
   * @param batchRows rows of the whole batch, over which L is the mean
   * @return sum of the losses of the rows
   */
  double gradient(
      float[] outputs, float[] targets, float[] gradient, int rows, int columns, int batchRows);

  /**
   * The same with rows that count as their classes do.
   *
   * @param weights of the classes, each above 0; null where all count the same. Kept, not copied.
   */
  default LossFunction weighted(float @Nullable [] weights) {
    return weights == null ? this : new WeightedLoss(this, weights);
  }

  /**
   * Mean absolute error: |ŷ − y|, averaged over outputs. Gradient: sign(ŷ − y) / (rows · outputs),
   * 0 where they are equal.
   */
  static final class AbsoluteError implements LossFunction {

    @Override
    public double sum(float[] outputs, float[] targets, int rows, int columns) {
      var sum = 0.0;
      for (var i = 0; i < rows * columns; i++) {
        sum += Math.abs(outputs[i] - targets[i]);
      }
      return sum / columns;
    }

    @Override
    public double gradient(
        float[] outputs, float[] targets, float[] gradient, int rows, int columns, int batchRows) {
      var scale = (float) (1.0 / ((double) batchRows * columns));
      for (var i = 0; i < rows * columns; i++) {
        gradient[i] = scale * Math.signum(outputs[i] - targets[i]);
      }
      return sum(outputs, targets, rows, columns);
    }
  }

  /**
   * Huber's loss (1964) with delta 1, averaged over outputs: with e = ŷ − y, e²/2 where |e| ≤ 1,
   * otherwise |e| − 1/2. Gradient: e, clamped to [−1, 1], / (rows · outputs).
   */
  static final class Huber implements LossFunction {

    @Override
    public double sum(float[] outputs, float[] targets, int rows, int columns) {
      var sum = 0.0;
      for (var i = 0; i < rows * columns; i++) {
        double size = Math.abs(outputs[i] - targets[i]);
        var near = Math.min(size, 1);
        // With n = min(|e|, 1): n²/2 + (|e| − n) is both branches in one.
        sum += 0.5 * near * near + (size - near);
      }
      return sum / columns;
    }

    @Override
    public double gradient(
        float[] outputs, float[] targets, float[] gradient, int rows, int columns, int batchRows) {
      var scale = (float) (1.0 / ((double) batchRows * columns));
      for (var i = 0; i < rows * columns; i++) {
        gradient[i] = scale * Math.max(-1, Math.min(1, outputs[i] - targets[i]));
      }
      return sum(outputs, targets, rows, columns);
    }
  }

  /** Mean squared error: (ŷ − y)², averaged over outputs. Gradient: 2(ŷ − y) / (rows · outputs). */
  static final class SquaredError implements LossFunction {

    @Override
    public double sum(float[] outputs, float[] targets, int rows, int columns) {
      var sum = 0.0;
      for (var i = 0; i < rows * columns; i++) {
        double error = outputs[i] - targets[i];
        sum += error * error;
      }
      return sum / columns;
    }

    @Override
    public double gradient(
        float[] outputs, float[] targets, float[] gradient, int rows, int columns, int batchRows) {
      var scale = (float) (2.0 / ((double) batchRows * columns));
      for (var i = 0; i < rows * columns; i++) {
        gradient[i] = scale * (outputs[i] - targets[i]);
      }
      return sum(outputs, targets, rows, columns);
    }
  }
}
