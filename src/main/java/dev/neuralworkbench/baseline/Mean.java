package dev.neuralworkbench.baseline;

import dev.neuralworkbench.data.encode.ValueTargets;
import org.ejml.data.FMatrixRMaj;

/** The mean target of the training rows. */
public final class Mean implements Baseline {

  private final double mean;

  private Mean(double mean) {
    this.mean = mean;
  }

  /**
   * Takes the mean.
   *
   * @param targets at least one row of one number
   */
  public static Mean of(ValueTargets targets) {
    var sum = 0.0;
    for (var row = 0; row < targets.rows(); row++) {
      sum += targets.values().get(row, 0);
    }
    return new Mean(sum / targets.rows());
  }

  @Override
  public FMatrixRMaj outputs(FMatrixRMaj inputs) {
    var values = new FMatrixRMaj(inputs.numRows, 1);
    values.fill((float) mean);
    return values;
  }
}
