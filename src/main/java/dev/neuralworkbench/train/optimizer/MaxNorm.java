package dev.neuralworkbench.train.optimizer;

import dev.neuralworkbench.nn.Parameter;
import java.util.Arrays;
import java.util.List;

/**
 * Max-norm: after a step the weights into each unit, taken together as a vector w, are no longer
 * than c. Where they are, w ← c w / ‖w‖: the direction stays. Biases are left alone. Srivastava et
 * al. 2014 ("Dropout", section 5.1). One owner thread; allocates nothing.
 */
public final class MaxNorm {

  private final double longest;
  private final List<Parameter> weights;
  private final double[] byUnit; // Σw² of the weights into a unit, and then what scales them

  /**
   * @param longest c; 0 for no limit
   * @param parameters those of a network; what a penalty counts is what this limits. Kept.
   */
  public MaxNorm(double longest, List<Parameter> parameters) {
    this.longest = longest;
    weights = parameters.stream().filter(Parameter::penalized).toList();
    byUnit = new double[weights.stream().mapToInt(it -> it.value().numCols).max().orElse(0)];
  }

  public void limit() {
    if (longest > 0) {
      for (var i = 0; i < weights.size(); i++) {
        var of = weights.get(i).value();
        limit(of.data, of.numRows, of.numCols);
      }
    }
  }

  /** The matrix is (inputs × units), row by row, so a unit has a column of it. */
  private void limit(float[] w, int inputs, int units) {
    Arrays.fill(byUnit, 0, units, 0);
    for (var i = 0; i < inputs; i++) {
      for (var j = 0; j < units; j++) {
        byUnit[j] += (double) w[i * units + j] * w[i * units + j];
      }
    }
    for (var j = 0; j < units; j++) {
      var length = Math.sqrt(byUnit[j]);
      byUnit[j] = length > longest ? longest / length : 1;
    }
    for (var i = 0; i < inputs; i++) {
      for (var j = 0; j < units; j++) {
        w[i * units + j] = (float) (byUnit[j] * w[i * units + j]);
      }
    }
  }
}
