package dev.neuralworkbench.data.trap;

import java.util.Arrays;
import java.util.HashMap;
import java.util.stream.IntStream;

/**
 * What some rows tell of a target by one column: each different value with its most frequent class,
 * of several the first in the order of the classes, or its mean.
 */
final class KnownValues {

  /** The different values in rising order; NaN, for no value, is the last. */
  private final double[] values;

  private final double[] answers;
  private final double ofAll;
  private final boolean isClass;
  private final boolean isCategory;

  private KnownValues(
      double[] values, double[] answers, double ofAll, boolean isClass, boolean isCategory) {
    this.values = values;
    this.answers = answers;
    this.ofAll = ofAll;
    this.isClass = isClass;
    this.isCategory = isCategory;
  }

  /**
   * Learns from the rows {@code from} up to but not including {@code to}.
   *
   * @param cells a value for each row; not modified
   * @param targets a number, or the index of a class, for each row; not modified
   * @param isCategory whether the order of the values says nothing
   */
  static KnownValues of(
      double[] cells, double[] targets, int from, int to, boolean isClass, boolean isCategory) {
    var order =
        IntStream.range(from, to)
            .boxed()
            .sorted((a, b) -> Double.compare(cells[a], cells[b]))
            .mapToInt(it -> it)
            .toArray();
    var sorted = IntStream.of(order).mapToDouble(i -> targets[i]).toArray();
    var values = new double[order.length];
    var answers = new double[order.length];
    var count = 0;
    for (var first = 0; first < order.length; ) {
      var after = first + 1;
      while (after < order.length
          && Double.compare(cells[order[after]], cells[order[first]]) == 0) {
        after++;
      }
      values[count] = cells[order[first]];
      answers[count++] = usual(sorted, first, after, isClass);
      first = after;
    }
    return new KnownValues(
        Arrays.copyOf(values, count),
        Arrays.copyOf(answers, count),
        usual(sorted, 0, sorted.length, isClass),
        isClass,
        isCategory);
  }

  private static double usual(double[] targets, int from, int to, boolean isClass) {
    if (to - from == 1) {
      return targets[from];
    }
    if (!isClass) {
      return Arrays.stream(targets, from, to).average().orElse(0);
    }
    var counts = new HashMap<Double, Integer>();
    Arrays.stream(targets, from, to).forEach(it -> counts.merge(it, 1, Integer::sum));
    var best = Double.NaN;
    var most = 0;
    for (var entry : counts.entrySet()) {
      var isFirst = entry.getValue() == most && entry.getKey() < best;
      if (entry.getValue() > most || isFirst) {
        best = entry.getKey();
        most = entry.getValue();
      }
    }
    return best;
  }

  /** Whether a number lies between two known ones, or is one; of categories and no value always. */
  boolean reaches(double value) {
    var numbers = numbers();
    return isCategory
        || Double.isNaN(value)
        || (numbers > 0 && value >= values[0] && value <= values[numbers - 1]);
  }

  private int numbers() {
    return values.length > 0 && Double.isNaN(values[values.length - 1])
        ? values.length - 1
        : values.length;
  }

  /** The target of a value, from the rows that have it, else as {@link #answerApart}. */
  double answer(double value) {
    var place = Arrays.binarySearch(values, value);
    return place >= 0 ? answers[place] : between(value, -place - 2, -place - 1);
  }

  /** The target of a value as if no row had it: from the next below and above. */
  double answerApart(double value) {
    var place = Arrays.binarySearch(values, value);
    return place >= 0
        ? between(value, place - 1, place + 1)
        : between(value, -place - 2, -place - 1);
  }

  private double between(double value, int below, int above) {
    var numbers = numbers();
    if (isCategory || Double.isNaN(value) || numbers == 0) {
      return ofAll;
    }
    if (below < 0) {
      return above < numbers ? answers[above] : ofAll;
    }
    if (above >= numbers) {
      return answers[Math.min(below, numbers - 1)];
    }
    var share = (value - values[below]) / (values[above] - values[below]);
    if (isClass) {
      return share < 0.5 ? answers[below] : answers[above];
    }
    return answers[below] + share * (answers[above] - answers[below]);
  }
}
