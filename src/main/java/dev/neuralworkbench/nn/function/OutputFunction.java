package dev.neuralworkbench.nn.function;

/** What a loss makes of a network's outputs before it compares them with the targets. */
public enum OutputFunction {
  /** Nothing: the output layer has an activation of its own. */
  IDENTITY,
  /** σ(z) of each output. */
  SIGMOID,
  /**
   * e^zₖ / Σ e^zⱼ over the outputs of a row, the largest z subtracted so that nothing overflows.
   */
  SOFTMAX;

  /**
   * Turns outputs into predictions, row by row: logits into probabilities.
   *
   * @param outputs (at least rows × columns). Modified.
   */
  public void apply(double[] outputs, int rows, int columns) {
    switch (this) {
      case IDENTITY -> {}
      case SIGMOID -> {
        for (var i = 0; i < rows * columns; i++) {
          outputs[i] = 1 / (1 + StrictMath.exp(-outputs[i]));
        }
      }
      case SOFTMAX -> {
        for (var start = 0; start < rows * columns; start += columns) {
          softmax(outputs, start, start + columns);
        }
      }
    }
  }

  private static void softmax(double[] outputs, int from, int to) {
    var most = Double.NEGATIVE_INFINITY;
    for (var i = from; i < to; i++) {
      most = Math.max(most, outputs[i]);
    }
    var sum = 0.0;
    for (var i = from; i < to; i++) {
      outputs[i] = StrictMath.exp(outputs[i] - most);
      sum += outputs[i];
    }
    for (var i = from; i < to; i++) {
      outputs[i] /= sum;
    }
  }
}
