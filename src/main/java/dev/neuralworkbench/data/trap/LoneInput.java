package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.trap.TrapScan.TargetValues;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How well one input alone answers, out of sample: the rows are divided into halves by chance, and
 * each half is answered from the other. Rows with the very value answer it, by their most frequent
 * class or their mean; without such rows, of numbers the nearest value below or above (of a number
 * as target, the straight line between both), of categories all rows. Cells without a value count
 * as a value. A number beyond all of the other half is not asked for a number.
 *
 * @param rows rows answered
 * @param right of a class: those answered right; of a number: R² = 1 − Σ(ŷ − y)² / Σ(y − ȳ)²
 * @param most of a class: those right by the most frequent class; of a number: 0
 * @param isClass which of both
 * @param apart the same as {@code right}, where rows with the very value are not asked
 * @param near the same as {@code right}, where many rows with a like number are asked: {@link
 *     NearbyRows}
 */
record LoneInput(int rows, double right, int most, boolean isClass, double apart, double near) {

  /** Rows that one input may answer wrong. */
  private static final double WRONG = 0.01;

  /** Those, as a share of what the most frequent class answers wrong. */
  private static final double OF_OTHERS = 0.1;

  /** Fewest rows that the most frequent class answers wrong, so that the share means something. */
  private static final int FEWEST_OTHERS = 10;

  private static final double R2 = 0.999;

  /** Of a number that tells less, more rows do not tell much; so it is not looked at twice. */
  private static final double TOLD = 0.3;

  static LoneInput of(TrapScan look, int input) {
    var rows = look.sample;
    var half = rows.length / 2;
    var cells = look.cells(input, rows);
    var targets = IntStream.of(rows).mapToDouble(look.target::value).toArray();
    var isClass = look.target.isClass();
    var isCategory = look.isCategory(input);
    var first = KnownValues.of(cells, targets, 0, half, isClass, isCategory);
    var second = KnownValues.of(cells, targets, half, rows.length, isClass, isCategory);
    IntFunction<KnownValues> others = i -> i < half ? second : first;
    var asked =
        IntStream.range(0, rows.length)
            .filter(i -> isClass || others.apply(i).reaches(cells[i]))
            .toArray();
    var variance = variance(look.target, IntStream.of(asked).map(i -> rows[i]).toArray());
    ToDoubleFunction<Answering> told =
        answering -> {
          var errors = 0.0;
          for (var i : asked) {
            var off = answering.answer(others.apply(i), cells[i]) - targets[i];
            errors += !isClass ? off * off : off == 0 ? 0 : 1;
          }
          return isClass ? asked.length - errors : 1 - errors / (asked.length * variance);
        };
    var right = told.applyAsDouble(KnownValues::answer);
    return new LoneInput(
        asked.length,
        right,
        isClass ? Arrays.stream(look.target.counts(rows)).max().orElse(0) : 0,
        isClass,
        told.applyAsDouble(KnownValues::answerApart),
        isClass || right >= TOLD ? told.applyAsDouble(KnownValues::answerNear) : right);
  }

  private interface Answering {
    double answer(KnownValues known, double value);
  }

  /** Σ(y − ȳ)² / n. */
  static double variance(TargetValues target, int[] rows) {
    var mean = IntStream.of(rows).mapToDouble(target::value).average().orElse(0);
    return IntStream.of(rows)
        .mapToDouble(target::value)
        .map(y -> (y - mean) * (y - mean))
        .average()
        .orElse(0);
  }

  boolean isGivenAway() {
    return isClass
        ? rows - most >= FEWEST_OTHERS
            && rows - right <= Math.min(WRONG * rows, OF_OTHERS * (rows - most))
        : right >= R2;
  }

  /** The best of all: {@code right} or {@code near} of a class, {@code near} of a number. */
  double best() {
    return isClass ? Math.max(right, near) : near;
  }

  /** What is left open: 0 where all is told, 1 where no more is than without the input. */
  double open() {
    return isClass ? (rows - best()) / Math.max(1, rows - most) : 1 - near;
  }

  /** Whether values nearby tell half of it: then it is a quantity, and no name of a group. */
  boolean isToldByOrder() {
    return isClass ? rows - apart <= (rows - most) / 2.0 : apart >= 0.5;
  }

  /**
   * What some rows tell of a target by one column: each different value with its most frequent
   * class, of several the first in the order of the classes, or its mean.
   *
   * @param values the different values in rising order; NaN, for no value, is the last
   */
  @SuppressWarnings("ArrayRecordComponent") // As many as a table has rows; nobody compares them.
  record KnownValues(
      double[] values,
      double[] answers,
      double ofAll,
      boolean isClass,
      boolean isCategory,
      NearbyRows nearby) {

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
      var numbers =
          IntStream.of(order).mapToDouble(i -> cells[i]).filter(it -> !Double.isNaN(it)).toArray();
      var classes = isClass ? (int) Arrays.stream(sorted).max().orElse(0) + 1 : 0;
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
        answers[count++] = usual(sorted, first, after, classes);
        first = after;
      }
      return new KnownValues(
          Arrays.copyOf(values, count),
          Arrays.copyOf(answers, count),
          usual(sorted, 0, sorted.length, classes),
          isClass,
          isCategory,
          new NearbyRows(numbers, Arrays.copyOf(sorted, numbers.length), classes));
    }

    private static double usual(double[] targets, int from, int to, int classes) {
      if (to - from == 1) {
        return targets[from];
      }
      return classes > 0
          ? NearbyRows.mostFrequent(targets, from, to, classes)
          : Arrays.stream(targets, from, to).average().orElse(0);
    }

    /**
     * Whether a number lies between two known ones, or is one; of categories and no value always.
     */
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
      return place >= 0 ? answers[place] : answerApart(value);
    }

    /** The target of a value as if no row had it: from the next below and above. */
    double answerApart(double value) {
      var numbers = numbers();
      if (isCategory || Double.isNaN(value) || numbers == 0) {
        return ofAll;
      }
      var place = Arrays.binarySearch(values, value);
      var above = place >= 0 ? place + 1 : -place - 1;
      var below = place >= 0 ? place - 1 : above - 1;
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

    /** The target of a value from many rows whose number is like it, else as {@link #answer}. */
    double answerNear(double value) {
      return isCategory || Double.isNaN(value) || numbers() == 0
          ? answer(value)
          : nearby.answer(value);
    }
  }
}
