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
}
