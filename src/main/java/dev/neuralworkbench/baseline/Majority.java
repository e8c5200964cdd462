package dev.neuralworkbench.baseline;

import dev.neuralworkbench.data.encode.ClassTargets;
import org.ejml.data.FMatrixRMaj;

/** The most frequent class of the training rows, with the share of every class as probability. */
public final class Majority implements Baseline {

  private final float[] shares;

  private Majority(float[] shares) {
    this.shares = shares;
  }

  /**
   * Counts.
   *
   * @param targets at least one row
   */
  public static Majority of(ClassTargets targets) {
    var counts = new int[targets.classCount()];
    for (var index : targets.classes()) {
      counts[index]++;
    }
    var shares = new float[counts.length];
    for (var c = 0; c < counts.length; c++) {
      shares[c] = (float) (counts[c] / (double) targets.rows());
    }
    return new Majority(shares);
  }

  @Override
  public FMatrixRMaj outputs(FMatrixRMaj inputs) {
    var probabilities = new FMatrixRMaj(inputs.numRows, shares.length);
    for (var row = 0; row < inputs.numRows; row++) {
      System.arraycopy(shares, 0, probabilities.data, row * shares.length, shares.length);
    }
    return probabilities;
  }
}
