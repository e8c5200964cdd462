package dev.neuralworkbench.ui.drawing.map;

import java.util.stream.IntStream;

/**
 * How much of the target one input tells by itself: the share of the input's variance between the
 * classes, or r² with a numeric target, times the share of the rows that have it at all. Only to
 * choose what is worth looking at first.
 */
final class Relevance {

  private Relevance() {}

  /**
   * From 0 (nothing) to 1 (all).
   *
   * @param values the input; NaN where missing. Not modified.
   * @param targets class indices or numbers. Not modified.
   * @param classes number of classes; 0 for a numeric target
   */
  static double of(double[] values, float[] targets, int classes) {
    var known = IntStream.range(0, values.length).filter(i -> !Double.isNaN(values[i])).toArray();
    var told =
        classes > 0
            ? betweenClasses(known, values, targets, classes)
            : correlation(known, values, targets);
    return told * known.length / values.length;
  }

  private static double betweenClasses(int[] known, double[] values, float[] targets, int classes) {
    var counts = new int[classes];
    var sums = new double[classes];
    for (var i : known) {
      counts[(int) targets[i]]++;
      sums[(int) targets[i]] += values[i];
    }
    var mean = IntStream.of(known).mapToDouble(i -> values[i]).average().orElse(0);
    var total = 0.0;
    for (var i : known) {
      total += (values[i] - mean) * (values[i] - mean);
    }
    var between = 0.0;
    for (var c = 0; c < classes; c++) {
      if (counts[c] > 0) {
        var distance = sums[c] / counts[c] - mean;
        between += counts[c] * distance * distance;
      }
    }
    return total > 0 ? between / total : 0;
  }

  private static double correlation(int[] known, double[] values, float[] targets) {
    var meanX = IntStream.of(known).mapToDouble(i -> values[i]).average().orElse(0);
    var meanY = IntStream.of(known).mapToDouble(i -> targets[i]).average().orElse(0);
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (var i : known) {
      var dx = values[i] - meanX;
      var dy = targets[i] - meanY;
      xx += dx * dx;
      yy += dy * dy;
      xy += dx * dy;
    }
    return xx > 0 && yy > 0 ? xy * xy / (xx * yy) : 0;
  }
}
