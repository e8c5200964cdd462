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
  public void apply(float[] outputs, int rows, int columns) {
    switch (this) {
      case IDENTITY -> {}
      case SIGMOID -> Activation.SIGMOID.apply(outputs, outputs, 0, rows * columns);
      case SOFTMAX -> softmax(outputs, rows, columns);
    }
  }

  private static void softmax(float[] outputs, int rows, int columns) {
    for (var start = 0; start < rows * columns; start += columns) {
      var most = CategoricalCrossEntropy.largest(outputs, start, columns);
      for (var i = start; i < start + columns; i++) {
        outputs[i] -= most;
      }
    }
    CategoricalCrossEntropy.exponentials(outputs, rows * columns);
    for (var start = 0; start < rows * columns; start += columns) {
      var sum = 0.0;
      for (var i = start; i < start + columns; i++) {
        sum += outputs[i];
      }
      var scale = 1 / sum;
      for (var i = start; i < start + columns; i++) {
        outputs[i] = (float) (scale * outputs[i]);
      }
    }
  }
}
