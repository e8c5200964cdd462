package dev.neuralworkbench.nn.function;

/**
 * A loss of which each row counts as its class does: ω ℓ, ω the weight of the row's class. What is
 * averaged over a batch is divided by its rows as before, not by the sum of their weights, so that
 * a row pulls as hard in whatever batch it is. One owner thread, whose buffers it keeps.
 */
final class WeightedLoss implements LossFunction {

  private final LossFunction of;
  private final float[] weights; // of the classes

  // One row.
  private float[] rowOutputs = {};
  private float[] rowTargets = {};
  private float[] rowGradient = {};

  /**
   * @param weights of the classes. Kept, not copied.
   */
  WeightedLoss(LossFunction of, float[] weights) {
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
