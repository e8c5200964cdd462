package dev.neuralworkbench.nn.function;

import java.util.function.DoubleUnaryOperator;
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
    return weights == null ? this : new Weighted(this, weights);
  }

  /**
   * A loss of the errors e = ŷ − y, averaged over outputs. Gradient: its derivative of each error /
   * (rows · outputs).
   *
   * @param loss of an error
   * @param factor times {@code slope} of an error is the derivative
   */
  record OfErrors(DoubleUnaryOperator loss, double factor, DoubleUnaryOperator slope)
      implements LossFunction {

    @Override
    public double sum(float[] outputs, float[] targets, int rows, int columns) {
      var sum = 0.0;
      for (var i = 0; i < rows * columns; i++) {
        sum += loss.applyAsDouble(outputs[i] - targets[i]);
      }
      return sum / columns;
    }

    @Override
    public double gradient(
        float[] outputs, float[] targets, float[] gradient, int rows, int columns, int batchRows) {
      var scale = (float) (factor / ((double) batchRows * columns));
      for (var i = 0; i < rows * columns; i++) {
        gradient[i] = scale * (float) slope.applyAsDouble(outputs[i] - targets[i]);
      }
      return sum(outputs, targets, rows, columns);
    }
  }

  /**
   * Binary cross-entropy on logits z, averaged over outputs: −y log σ(z) − (1 − y) log(1 − σ(z)) =
   * log(1 + eᶻ) − yz = max(z, 0) + log(1 + e^−|z|) − yz, which neither overflows nor takes the
   * logarithm of 0.
   */
  static final class BinaryCrossEntropy implements LossFunction {

    private final float kept; // 1 − α
    private final float spread; // α / 2

    /**
     * @param smoothing α: y becomes (1 − α)y + α / 2
     */
    BinaryCrossEntropy(double smoothing) {
      kept = (float) (1 - smoothing);
      spread = (float) (smoothing / 2);
    }

    @Override
    public double sum(float[] outputs, float[] targets, int rows, int columns) {
      var sum = 0.0;
      var product = 1.0; // of 1 + e^−|z|
      for (var i = 0; i < rows * columns; i++) {
        double z = outputs[i];
        sum += Math.max(z, 0) - (kept * targets[i] + spread) * z;
        product *= 1 + Elementary.exp(-Math.abs(z));
        if (product > LARGE_PRODUCT) {
          sum += Elementary.log(product);
          product = 1;
        }
      }
      return (sum + Elementary.log(product)) / columns;
    }

    @Override
    public double gradient(
        float[] outputs, float[] targets, float[] gradient, int rows, int columns, int batchRows) {
      var scale = (float) (1.0 / ((double) batchRows * columns));
      exponentials(outputs, gradient, rows * columns);
      var sum = 0.0;
      var product = 1.0; // of 1 + e^−|z|
      for (var i = 0; i < rows * columns; i++) {
        var z = outputs[i];
        var e = 1.0 + gradient[i];
        var y = kept * targets[i] + spread;
        sum += Math.max(z, 0) - (double) y * z;
        product *= e;
        if (product > LARGE_PRODUCT) {
          sum += Elementary.log(product);
          product = 1;
        }
        // d/dz (log(1 + eᶻ) − yz) = σ(z) − y: the loss's 1 / σ′ and the sigmoid's σ′ cancel.
        gradient[i] = scale * ((float) ((z > 0 ? 1 : gradient[i]) / e) - y);
      }
      return (sum + Elementary.log(product)) / columns;
    }

    /** e^−|z| of each logit. */
    private static void exponentials(float[] z, float[] e, int count) {
      for (var i = 0; i < count; i++) {
        e[i] = (float) Elementary.exp(-Math.abs(z[i]));
      }
    }
  }

  /**
   * A loss of which each row counts as its class does: ω ℓ, ω the weight of the row's class. What
   * is averaged over a batch is divided by its rows as before, not by the sum of their weights, so
   * that a row pulls as hard in whatever batch it is. One owner thread, whose buffers it keeps.
   */
  static final class Weighted implements LossFunction {

    private final LossFunction of;
    private final float[] weights; // of the classes

    // One row.
    private float[] rowOutputs = {};
    private float[] rowTargets = {};
    private float[] rowGradient = {};

    /**
     * @param weights of the classes. Kept, not copied.
     */
    Weighted(LossFunction of, float[] weights) {
      this.of = of;
      this.weights = weights;
    }

    @Override
    public double sum(float[] outputs, float[] targets, int rows, int columns) {
      var sum = 0.0;
      for (var row = 0; row < rows; row++) {
        load(outputs, targets, row, columns);
        sum += weight(columns) * of.sum(rowOutputs, rowTargets, 1, columns);
      }
      return sum;
    }

    @Override
    public double gradient(
        float[] outputs, float[] targets, float[] gradient, int rows, int columns, int batchRows) {
      var sum = 0.0;
      for (var row = 0; row < rows; row++) {
        load(outputs, targets, row, columns);
        var weight = weight(columns);
        sum += weight * of.gradient(rowOutputs, rowTargets, rowGradient, 1, columns, batchRows);
        for (var i = 0; i < columns; i++) {
          gradient[row * columns + i] = weight * rowGradient[i];
        }
      }
      return sum;
    }

    private void load(float[] outputs, float[] targets, int row, int columns) {
      if (rowOutputs.length != columns) {
        rowOutputs = new float[columns];
        rowTargets = new float[columns];
        rowGradient = new float[columns];
      }
      System.arraycopy(outputs, row * columns, rowOutputs, 0, columns);
      System.arraycopy(targets, row * columns, rowTargets, 0, columns);
    }

    /** The weight of the row's class: the second of two where there is one output of 1. */
    private float weight(int columns) {
      if (columns == 1) {
        return weights[rowTargets[0] > 0.5f ? 1 : 0];
      }
      var best = 0;
      for (var i = 1; i < columns; i++) {
        best = rowTargets[i] > rowTargets[best] ? i : best;
      }
      return weights[best];
    }
  }
}
