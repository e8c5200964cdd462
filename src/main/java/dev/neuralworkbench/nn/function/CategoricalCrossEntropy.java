package dev.neuralworkbench.nn.function;

/**
 * Categorical cross-entropy on logits z, summed over classes: −Σ yₖ log softmax(z)ₖ = log Σ e^(zₖ −
 * m) − Σ yₖ (zₖ − m), where Σ yₖ = 1. The largest logit m is subtracted so that nothing overflows.
 *
 * @param smoothing α: y becomes (1 − α)y + α / K, as in PyTorch's {@code CrossEntropyLoss}
 */
record CategoricalCrossEntropy(double smoothing) implements LossFunction {

  @Override
  public double sum(float[] outputs, float[] targets, int rows, int columns) {
    var kept = (float) (1 - smoothing);
    var spread = (float) (smoothing / columns);
    var sum = 0.0;
    var product = 1.0; // of the rows' Σ e^(zₖ − m)
    for (var start = 0; start < rows * columns; start += columns) {
      double most = largest(outputs, start, columns);
      var exponentials = 0.0;
      for (var i = start; i < start + columns; i++) {
        exponentials += Elementary.exp(outputs[i] - most);
        sum -= (kept * targets[i] + spread) * (outputs[i] - most);
      }
      product *= exponentials;
      if (product > LARGE_PRODUCT) {
        sum += Elementary.log(product);
        product = 1;
      }
    }
    return sum + Elementary.log(product);
  }

  @Override
  public double gradient(
      float[] outputs, float[] targets, float[] gradient, int rows, int columns, int batchRows) {
    var kept = (float) (1 - smoothing);
    var spread = (float) (smoothing / columns);
    var sum = 0.0;
    for (var start = 0; start < rows * columns; start += columns) {
      var most = largest(outputs, start, columns);
      for (var i = start; i < start + columns; i++) {
        gradient[i] = outputs[i] - most;
        sum -= (double) (kept * targets[i] + spread) * gradient[i];
      }
    }
    exponentials(gradient, rows * columns);
    var scale = (float) (1.0 / batchRows);
    var product = 1.0; // of the rows' Σ e^(zₖ − m)
    for (var start = 0; start < rows * columns; start += columns) {
      var exponentials = 0.0;
      for (var i = start; i < start + columns; i++) {
        exponentials += gradient[i];
      }
      product *= exponentials;
      if (product > LARGE_PRODUCT) {
        sum += Elementary.log(product);
        product = 1;
      }
      var share = (float) (1 / exponentials);
      for (var i = start; i < start + columns; i++) {
        // d/dzₖ = softmax(z)ₖ Σ y − yₖ = ŷₖ − yₖ, because the targets of a row sum to 1.
        gradient[i] = scale * (share * gradient[i] - (kept * targets[i] + spread));
      }
    }
    return sum + Elementary.log(product);
  }

  /** e to the power of each value. */
  static void exponentials(float[] values, int count) {
    for (var i = 0; i < count; i++) {
      values[i] = (float) Elementary.exp(values[i]);
    }
  }

  static float largest(float[] values, int start, int count) {
    var most = values[start];
    for (var i = start + 1; i < start + count; i++) {
      most = Math.max(most, values[i]);
    }
    return most;
  }
}
