package dev.neuralworkbench.data.trap;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What the {@value #MOST} rows with the nearest numbers, half of them below, tell of a target, so
 * that noise averages out: the straight line through them by least squares, or the most frequent
 * class, of several the first.
 *
 * @param cells numbers in rising order
 * @param targets a number, or the index of a class, for each
 * @param classes how many; 0 where the target is a number
 */
@SuppressWarnings("ArrayRecordComponent") // As many as a table has rows; nobody compares them.
record NearbyRows(double[] cells, double[] targets, int classes) {

  private static final int MOST = 20;

  /** The target of a number; there must be rows. */
  double answer(double value) {
    var place = Arrays.binarySearch(cells, value);
    var from =
        Math.clamp(
            (place < 0 ? -place - 1 : place) - MOST / 2, 0, Math.max(0, cells.length - MOST));
    var to = Math.min(cells.length, from + MOST);
    return classes > 0 ? mostFrequent(targets, from, to, classes) : onLine(value, from, to);
  }

  /** Of several classes the first. */
  static int mostFrequent(double[] targets, int from, int to, int classes) {
    var counts = new int[classes];
    for (var i = from; i < to; i++) {
      counts[(int) targets[i]]++;
    }
    return IntStream.range(0, classes).reduce(0, (a, b) -> counts[b] > counts[a] ? b : a);
  }

  private double onLine(double value, int from, int to) {
    var x = 0.0;
    var y = 0.0;
    for (var i = from; i < to; i++) {
      x += cells[i] / (to - from);
      y += targets[i] / (to - from);
    }
    var squares = 0.0;
    var products = 0.0;
    for (var i = from; i < to; i++) {
      squares += (cells[i] - x) * (cells[i] - x);
      products += (cells[i] - x) * (targets[i] - y);
    }
    return squares == 0 ? y : y + products / squares * (value - x);
  }
}
