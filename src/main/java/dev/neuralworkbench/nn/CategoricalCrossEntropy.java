package dev.neuralworkbench.nn;

/**
 * Categorical cross-entropy on logits z, summed over classes: −Σ yₖ log softmax(z)ₖ = log Σ e^(zₖ −
 * m) − Σ yₖ (zₖ − m), where Σ yₖ = 1. The largest logit m is subtracted so that nothing overflows.
 */
final class CategoricalCrossEntropy implements LossFunction {

  @Override
  public double sum(float[] outputs, float[] targets, int rows, int columns) {
    var sum = 0.0;
    for (var start = 0; start < rows * columns; start += columns) {
      double most = largest(outputs, start, columns);
      var exponentials = 0.0;
      var hit = 0.0;
      for (var i = start; i < start + columns; i++) {
        exponentials += Elementary.exp(outputs[i] - most);
        hit += targets[i] * (outputs[i] - most);
      }
      sum += Elementary.log(exponentials) - hit;
    }
    return sum;
  }

  @Override
  public void gradient(
      float[] outputs, float[] targets, float[] gradient, int rows, int columns, int batchRows) {
    System.arraycopy(outputs, 0, gradient, 0, rows * columns);
    applyOutputFunction(gradient, rows, columns);
    var scale = (float) (1.0 / batchRows);
    for (var i = 0; i < rows * columns; i++) {
      // d/dzₖ = softmax(z)ₖ Σ y − yₖ = ŷₖ − yₖ, because the targets of a row sum to 1.
      gradient[i] = scale * (gradient[i] - targets[i]);
    }
  }

  /** softmax(z)ₖ = e^(zₖ − m) / Σ e^(zⱼ − m) of each row. */
  @Override
  public void applyOutputFunction(float[] outputs, int rows, int columns) {
    for (var start = 0; start < rows * columns; start += columns) {
      double most = largest(outputs, start, columns);
      var sum = 0.0;
      for (var i = start; i < start + columns; i++) {
        outputs[i] = (float) Elementary.exp(outputs[i] - most);
        sum += outputs[i];
      }
      var scale = 1 / sum;
      for (var i = start; i < start + columns; i++) {
        outputs[i] = (float) (scale * outputs[i]);
      }
    }
  }

  private static float largest(float[] values, int start, int count) {
    var most = values[start];
    for (var i = start + 1; i < start + count; i++) {
      most = Math.max(most, values[i]);
    }
    return most;
  }
}
