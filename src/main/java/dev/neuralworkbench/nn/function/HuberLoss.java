package dev.neuralworkbench.nn.function;

/**
 * Huber's loss (1964) with delta 1, averaged over outputs: with e = ŷ − y, e²/2 where |e| ≤ 1,
 * otherwise |e| − 1/2. Gradient: e, clamped to [−1, 1], / (rows · outputs).
 */
final class HuberLoss implements LossFunction {

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
