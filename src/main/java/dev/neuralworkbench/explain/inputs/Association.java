package dev.neuralworkbench.explain.inputs;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How far two columns tell of each other, from 0 to 1, for any two kinds of columns:
 *
 * <ul>
 *   <li>two of numbers: |ρ|, Spearman's rank correlation, equal numbers with their mean rank;
 *   <li>numbers and categories: the root of ε² = 1 − (1 − η²)(n − 1)/(n − k), not below 0, with η²
 *       the share of the ranks' variance that lies between the k categories (Kelley, "An unbiased
 *       correlation ratio measure", 1935);
 *   <li>two of categories: Cramér's V without its bias (Bergsma, "A bias-correction for Cramér's V
 *       and Tschuprow's T", 2013): φ² less (k − 1)(l − 1)/(n − 1), not below 0, over the smaller of
 *       k − 1 − (k − 1)²/(n − 1) and the same of l.
 * </ul>
 *
 * Without the corrections a column of as many categories as rows would go together with every
 * other. 0 where either has one value alone, or as many categories as rows.
 */
final class Association {

  private Association() {}

  /** A column, ready to be compared. */
  sealed interface Side {}

  /**
   * @param unit the ranks less their mean, divided by the root of their sum of squares; all 0 where
   *     the numbers are equal
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
  record Ranks(double[] unit) implements Side {}

  /**
   * @param codes the category of each row, from 0 on
   * @param count of different categories
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
  record Codes(int[] codes, int count) implements Side {}

  /** A column of numbers, none of them NaN; not modified. */
  static Ranks ranks(double[] values) {
    var order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i] + 0.0))
            .mapToInt(Integer::intValue)
            .toArray();
    var unit = new double[values.length];
    var middle = (values.length - 1) / 2.0;
    var squares = 0.0;
    for (var from = 0; from < order.length; ) {
      var to = from + 1;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      var rank = (from + to - 1) / 2.0 - middle;
      for (var i = from; i < to; i++) {
        unit[order[i]] = rank;
        squares += rank * rank;
      }
      from = to;
    }
    var length = Math.sqrt(squares);
    for (var i = 0; i < unit.length && length > 0; i++) {
      unit[i] /= length;
    }
    return new Ranks(unit);
  }

  /** A column of categories, by any numbers; not modified. */
  static Codes codes(int[] categories) {
    var different = IntStream.of(categories).distinct().sorted().toArray();
    var codes = IntStream.of(categories).map(it -> Arrays.binarySearch(different, it)).toArray();
    return new Codes(codes, different.length);
  }

  /** The association of two columns of as many rows. */
  static double of(Side one, Side other) {
    return switch (one) {
      case Ranks ranks ->
          switch (other) {
            case Ranks others -> spearman(ranks.unit, others.unit);
            case Codes codes -> ratio(ranks.unit, codes);
          };
      case Codes codes ->
          switch (other) {
            case Ranks ranks -> ratio(ranks.unit, codes);
            case Codes others -> cramer(codes, others);
          };
    };
  }

  private static double spearman(double[] one, double[] other) {
    var sum = 0.0;
    for (var i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return Math.min(Math.abs(sum), 1);
  }

  /** Σ unit² is 1, so that η² is Σ over the categories of (Σ unit)² / rows. */
  private static double ratio(double[] unit, Codes codes) {
    var sums = new double[codes.count];
    var rows = new int[codes.count];
    for (var i = 0; i < unit.length; i++) {
      sums[codes.codes[i]] += unit[i];
      rows[codes.codes[i]]++;
    }
    var between = IntStream.range(0, codes.count).mapToDouble(c -> sums[c] * sums[c] / rows[c]);
    var isConstant = Arrays.stream(unit).allMatch(it -> it == 0);
    if (isConstant || codes.count == unit.length) {
      return 0;
    }
    var left = (1 - between.sum()) * (unit.length - 1) / (unit.length - codes.count);
    return Math.sqrt(Math.clamp(1 - left, 0, 1));
  }

  private static double cramer(Codes one, Codes other) {
    var n = one.codes.length;
    if (one.count == n || other.count == n) {
      return 0;
    }
    var counts = new int[one.count][other.count];
    var ofOne = new double[one.count];
    var ofOther = new double[other.count];
    for (var i = 0; i < n; i++) {
      counts[one.codes[i]][other.codes[i]]++;
      ofOne[one.codes[i]]++;
      ofOther[other.codes[i]]++;
    }
    var sum = 0.0;
    for (var i = 0; i < one.count; i++) {
      for (var j = 0; j < other.count; j++) {
        sum += (double) counts[i][j] * counts[i][j] / (ofOne[i] * ofOther[j]);
      }
    }
    double k = one.count - 1;
    double l = other.count - 1;
    var phi = Math.max(sum - 1 - k * l / (n - 1), 0);
    var most = Math.min(k - k * k / (n - 1), l - l * l / (n - 1));
    return most > 0 ? Math.min(Math.sqrt(phi / most), 1) : 0;
  }
}
