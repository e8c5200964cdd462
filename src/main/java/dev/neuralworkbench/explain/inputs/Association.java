package dev.neuralworkbench.explain.inputs;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A column to be compared with others: how far two tell of each other, from 0 to 1, whatever they
 * hold.
 *
 * <ul>
 *   <li>Two of numbers: |ρ|, Spearman's rank correlation; equal numbers have their mean rank.
 *   <li>Numbers and categories: the root of ε² = 1 − (1 − η²)(n − 1)/(n − k), not below 0, with η²
 *       the share of the ranks' variance that lies between the k categories (Kelley, "An unbiased
 *       correlation ratio measure", 1935).
 *   <li>Two of categories: Cramér's V without its bias (Bergsma, "A bias-correction for Cramér's V
 *       and Tschuprow's T", 2013).
 * </ul>
 *
 * Without the corrections a column of as many categories as rows would go together with every
 * other. Where either has one value alone, or a category for every row, it is 0.
 *
 * <p>All three come of the same sum: each row has one entry of a matrix with orthonormal columns
 * (the ranks, centered; or a column for each category), and S adds the squares of all products of
 * two such columns: S = ρ², η², or 1 + φ².
 *
 * @param place the column of each row's entry: 0 for numbers, its category otherwise
 * @param entry of each row
 * @param categories number of different categories; 0 for numbers
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
record Association(int[] place, double[] entry, int categories) {

  /** Numbers, none of them NaN; not modified. */
  static Association ofNumbers(double[] values) {
    var order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i] + 0.0))
            .toList();
    var ranks = new double[values.length];
    var squares = 0.0;
    for (var from = 0; from < ranks.length; ) {
      var to = from + 1;
      while (to < ranks.length && values[order.get(to)] == values[order.get(from)]) {
        to++;
      }
      var rank = (from + to - ranks.length) / 2.0;
      order.subList(from, to).forEach(i -> ranks[i] = rank);
      squares += (to - from) * rank * rank;
      from = to;
    }
    var length = squares > 0 ? Math.sqrt(squares) : 1;
    return new Association(
        new int[ranks.length], Arrays.stream(ranks).map(it -> it / length).toArray(), 0);
  }

  /** Categories by any numbers; not modified. */
  static Association ofCategories(int[] codes) {
    var different = IntStream.of(codes).distinct().sorted().toArray();
    var place = IntStream.of(codes).map(it -> Arrays.binarySearch(different, it)).toArray();
    var rows = new int[different.length];
    IntStream.of(place).forEach(it -> rows[it]++);
    var entry = IntStream.of(place).mapToDouble(it -> 1 / Math.sqrt(rows[it])).toArray();
    return new Association(place, entry, different.length);
  }

  /** How far this column and another of as many rows tell of each other. */
  double with(Association other) {
    var products = new double[Math.max(1, categories)][Math.max(1, other.categories)];
    for (var i = 0; i < entry.length; i++) {
      products[place[i]][other.place[i]] += entry[i] * other.entry[i];
    }
    var sum = Arrays.stream(products).flatMapToDouble(Arrays::stream).map(it -> it * it).sum();
    if (categories == 0 && other.categories == 0) {
      return Math.min(Math.sqrt(sum), 1);
    }
    double n = entry.length - 1;
    double k = categories == 0 ? 1 : categories - 1;
    double l = other.categories == 0 ? 1 : other.categories - 1;
    var areBoth = categories > 0 && other.categories > 0;
    var most = areBoth ? Math.min(k - k * k / n, l - l * l / n) : 1 - k * l / n;
    var above = sum - (areBoth ? 1 : 0) - k * l / n;
    return most > 0 && above > 0 ? Math.min(Math.sqrt(above / most), 1) : 0;
  }
}
