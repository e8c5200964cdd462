package dev.neuralworkbench.metrics;

/**
 * The threshold on the probability of the positive class that is best on some rows: a row counts as
 * positive where its probability is above it. The candidates are the middles between neighbouring
 * different probabilities, 0 and 1 among them, so that no row is near the threshold and rounding
 * decides nothing; of equally good ones the nearest to ½ is taken. As scikit-learn's {@code
 * TunedThresholdClassifierCV} without its grid.
 *
 * @param threshold in (0, 1)
 * @param value what the aim says of it
 */
public record BestThreshold(double threshold, double value) {

  /** Scores that thresholds are chosen for. */
  public enum Score {
    /** 2 TP / (2 TP + FP + FN); 0 where no row is taken for positive. */
    F1,
    /** (TP + TN) / rows. */
    ACCURACY,
    /** Youden's J, TP / positives − FP / others: recall + specificity − 1. */
    YOUDEN,
    /** What the mistakes cost together. */
    COSTS
  }

  /**
   * What a threshold is to be good for.
   *
   * @param falsePositive cost of a false positive, where costs count
   * @param falseNegative cost of a false negative, where costs count
   */
  public record Aim(Score score, double falsePositive, double falseNegative) {

    /**
     * The number, higher is better: costs are negative.
     *
     * @param truePositives positive rows above the threshold, of {@code positives}
     * @param falsePositives other rows above the threshold, of {@code others}
     */
    double of(int truePositives, int falsePositives, int positives, int others) {
      return switch (score) {
        case F1 -> 2.0 * truePositives / Math.max(1, truePositives + falsePositives + positives);
        case ACCURACY -> (double) (truePositives + others - falsePositives) / (positives + others);
        case YOUDEN ->
            ((double) truePositives * others - (double) falsePositives * positives)
                / ((double) positives * others);
        case COSTS ->
            -(falsePositive * falsePositives + falseNegative * (positives - truePositives));
      };
    }
  }

  /**
   * Finds it.
   *
   * @param probabilities of the positive class, in [0, 1]. Not modified.
   * @param positive whether each row is of that class, at least one that is and one that is not.
   *     Not modified.
   */
  public static BestThreshold of(double[] probabilities, boolean[] positive, Aim aim) {
    var curve = new RankedRows(probabilities, positive).curve();
    var best = new BestThreshold(0.5, Double.NEGATIVE_INFINITY);
    for (var i = curve.points() - 1; i >= 0; i--) {
      var above = i == 0 ? 1 : curve.thresholds()[i];
      var below = i == curve.points() - 1 ? 0 : curve.thresholds()[i + 1];
      var threshold = (below + above) / 2;
      // There may be no number between two.
      if (threshold > 0 && threshold < above) {
        var value =
            aim.of(
                curve.truePositives()[i],
                curve.falsePositives()[i],
                curve.positives(),
                curve.others());
        var found = new BestThreshold(threshold, value);
        best = found.isBetter(best) ? found : best;
      }
    }
    return best;
  }

  /** What an aim says of any threshold on these rows. */
  public static double value(
      double[] probabilities, boolean[] positive, double threshold, Aim aim) {
    var taken = new int[2]; // for positive: of the other rows, of the positive ones
    var rows = new int[2];
    for (var row = 0; row < positive.length; row++) {
      var kind = positive[row] ? 1 : 0;
      rows[kind]++;
      taken[kind] += probabilities[row] > threshold ? 1 : 0;
    }
    return aim.of(taken[1], taken[0], rows[1], rows[0]);
  }

  private boolean isBetter(BestThreshold than) {
    return value > than.value
        || (value == than.value && Math.abs(threshold - 0.5) < Math.abs(than.threshold - 0.5));
  }
}
