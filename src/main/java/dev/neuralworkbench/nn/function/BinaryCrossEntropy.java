package dev.neuralworkbench.nn.function;

/**
 * Binary cross-entropy on logits z, averaged over outputs: −y log σ(z) − (1 − y) log(1 − σ(z)) =
 * log(1 + eᶻ) − yz = max(z, 0) + log(1 + e^−|z|) − yz, which neither overflows nor takes the
 * logarithm of 0.
 */
final class BinaryCrossEntropy implements LossFunction {

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
