package dev.neuralworkbench.nn.function;

/**
 * Mean absolute error: |ŷ − y|, averaged over outputs. Gradient: sign(ŷ − y) / (rows · outputs), 0
 * where they are equal.
 */
final class AbsoluteError implements LossFunction {

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
