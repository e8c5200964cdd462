package dev.neuralworkbench.ui.drawing.world;

import java.util.Arrays;

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
    var told =
        classes > 0 ? betweenClasses(values, targets, classes) : correlation(values, targets);
    return told * known(values);
  }

  private static double known(double[] values) {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).count()
        / (double) values.length;
  }

  private static double betweenClasses(double[] values, float[] targets, int classes) {
    var counts = new int[classes];
    var sums = new double[classes];
    var sum = 0.0;
    var count = 0;
    for (var i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        counts[(int) targets[i]]++;
        sums[(int) targets[i]] += values[i];
        sum += values[i];
        count++;
      }
    }
    var mean = sum / count;
    var total = 0.0;
    for (var value : values) {
      total += Double.isNaN(value) ? 0 : (value - mean) * (value - mean);
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

  private static double correlation(double[] values, float[] targets) {
    double n = 0;
    double sumX = 0;
    double sumY = 0;
    for (var i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        n++;
        sumX += values[i];
        sumY += targets[i];
      }
    }
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (var i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        var dx = values[i] - sumX / n;
        var dy = targets[i] - sumY / n;
        xx += dx * dx;
        yy += dy * dy;
        xy += dx * dy;
      }
    }
    return xx > 0 && yy > 0 ? xy * xy / (xx * yy) : 0;
  }
}
