package dev.neuralworkbench.nn;

/**
 * Binary cross-entropy on logits z, averaged over outputs: −y log σ(z) − (1 − y) log(1 − σ(z)) =
 * log(1 + eᶻ) − yz, which neither overflows nor takes the logarithm of 0.
 */
final class BinaryCrossEntropy implements LossFunction {

  @Override
  public double sum(float[] outputs, float[] targets, int rows, int columns) {
    var sum = 0.0;
    for (var i = 0; i < rows * columns; i++) {
      double z = outputs[i];
      sum += Elementary.softplus(z) - targets[i] * z;
    }
    return sum / columns;
  }

  @Override
  public void gradient(
      float[] outputs, float[] targets, float[] gradient, int rows, int columns, int batchRows) {
    var scale = (float) (1.0 / ((double) batchRows * columns));
    for (var i = 0; i < rows * columns; i++) {
      // d/dz (log(1 + eᶻ) − yz) = σ(z) − y: the loss's 1 / σ′ and the sigmoid's σ′ cancel.
      gradient[i] = scale * ((float) Elementary.sigmoid(outputs[i]) - targets[i]);
    }
  }

  /** σ(z) of each logit. */
  @Override
  public void applyOutputFunction(float[] outputs, int rows, int columns) {
    Activation.SIGMOID.apply(outputs, rows * columns);
  }
}
