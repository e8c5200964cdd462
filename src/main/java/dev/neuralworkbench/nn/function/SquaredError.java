package dev.neuralworkbench.nn.function;

/** Mean squared error: (ŷ − y)², averaged over outputs. Gradient: 2(ŷ − y) / (rows · outputs). */
final class SquaredError implements LossFunction {

  @Override
  public double sum(float[] outputs, float[] targets, int rows, int columns) {
    var sum = 0.0;
    for (var i = 0; i < rows * columns; i++) {
      double error = outputs[i] - targets[i];
      sum += error * error;
    }
    return sum / columns;
  }

  @Override
  public double gradient(
      float[] outputs, float[] targets, float[] gradient, int rows, int columns, int batchRows) {
    var scale = (float) (2.0 / ((double) batchRows * columns));
    for (var i = 0; i < rows * columns; i++) {
      gradient[i] = scale * (outputs[i] - targets[i]);
    }
    return sum(outputs, targets, rows, columns);
  }
}
