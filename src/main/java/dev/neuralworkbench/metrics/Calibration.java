package dev.neuralworkbench.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether probabilities keep what they promise: rows in five bins of their probability, each with
 * the mean of it and the share that came true. Five, since fifty rows in ten bins are noise.
 *
 * @param bins by rising probability, empty ones too
 */
public record Calibration(List<Bin> bins) {

  public static final int BINS = 5;

  /** Rows below which a bin says little. */
  public static final int FEW = 10;

  /**
   * Rows of about the same probability.
   *
   * @param low the bin holds probabilities above this; the first bin 0 too
   * @param high the most that it holds
   * @param rows number of rows
   * @param came rows for which it came true
   * @param mean mean probability; NaN without rows
   */
  public record Bin(double low, double high, int rows, int came, double mean) {

    /** The share that came true; NaN without rows. */
    public double share() {
      return came / (double) rows;
    }

    /** The exact 95 % interval of that share. */
    public ScoreInterval interval() {
      return ScoreInterval.exact(came, rows);
    }

    /** Whether it has too few rows to say much. */
    public boolean isThin() {
      return rows < FEW;
    }
  }

  /** Index of the bin of a probability: scikit-learn's, an edge belongs to the bin below it. */
  public static int bin(double probability) {
    return Math.max(0, (int) Math.ceil(probability * BINS) - 1);
  }

  /**
   * The bins of some rows.
   *
   * @param probabilities in [0, 1]; a row of NaN is left out. Not modified.
   * @param came whether what has the probability came true. Not modified.
   */
  public static Calibration of(double[] probabilities, boolean[] came) {
    Lengths.requireEqual(came.length, probabilities.length);
    var rows = new int[BINS];
    var right = new int[BINS];
    var sums = new double[BINS];
    for (var row = 0; row < came.length; row++) {
      if (!Double.isNaN(probabilities[row])) {
        var bin = bin(probabilities[row]);
        rows[bin]++;
        right[bin] += came[row] ? 1 : 0;
        sums[bin] += probabilities[row];
      }
    }
    var bins = new ArrayList<Bin>();
    for (var i = 0; i < BINS; i++) {
      bins.add(
          new Bin(
              i / (double) BINS, (i + 1) / (double) BINS, rows[i], right[i], sums[i] / rows[i]));
    }
    return new Calibration(List.copyOf(bins));
  }
}
