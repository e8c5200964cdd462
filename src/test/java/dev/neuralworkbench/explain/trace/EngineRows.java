package dev.neuralworkbench.explain.trace;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import java.util.stream.IntStream;

/** Rows of a data set as the rows of a step, with the digits that the engine has. */
public final class EngineRows {

  private EngineRows() {}

  /**
   * Some rows.
   *
   * @param rows from 0 on. Not modified.
   * @param outputs outputs of the network
   */
  public static StepRows of(Dataset data, int[] rows, int outputs) {
    var width = data.inputs().numCols;
    var inputs = new double[rows.length][width];
    var targets = new double[rows.length][outputs];
    var target = new float[outputs];
    for (var r = 0; r < rows.length; r++) {
      for (var i = 0; i < width; i++) {
        inputs[r][i] = data.inputs().get(rows[r], i);
      }
      data.targets().write(rows[r], target, 0, outputs);
      for (var k = 0; k < outputs; k++) {
        targets[r][k] = target[k];
      }
    }
    var ofClasses = data.targets().classWeights();
    if (ofClasses == null || !(data.targets() instanceof ClassTargets classes)) {
      return new StepRows(inputs, targets, null);
    }
    var weights = IntStream.of(rows).mapToDouble(row -> ofClasses[classes.classes()[row]]);
    return new StepRows(inputs, targets, weights.toArray());
  }
}
