package dev.neuralworkbench.data.trap;

import java.util.Arrays;
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
 */
record LoneInput(int rows, double right, int most, boolean isClass, double apart) {

  /** Rows that one input may answer wrong. */
  private static final double WRONG = 0.01;

  /** Those, as a share of what the most frequent class answers wrong. */
  private static final double OF_OTHERS = 0.1;

  /** Fewest rows that the most frequent class answers wrong, so that the share means something. */
  private static final int FEWEST_OTHERS = 10;

  private static final double R2 = 0.999;

  static LoneInput of(Inspection look, int input) {
    var rows = look.sample();
    var cells = look.cells(input, rows);
    var targets = IntStream.of(rows).mapToDouble(look.target()::value).toArray();
    var isClass = look.target().isClass();
    var known =
        new KnownValues[] {
          KnownValues.of(cells, targets, 0, rows.length / 2, isClass, look.isCategory(input)),
          KnownValues.of(
              cells, targets, rows.length / 2, rows.length, isClass, look.isCategory(input))
        };
    var errors = 0.0;
    var errorsApart = 0.0;
    var asked = new int[rows.length];
    var count = 0;
    for (var i = 0; i < rows.length; i++) {
      var other = known[i < rows.length / 2 ? 1 : 0];
      if (isClass || other.reaches(cells[i])) {
        errors += error(other.answer(cells[i]), targets[i], isClass);
        errorsApart += error(other.answerApart(cells[i]), targets[i], isClass);
        asked[count++] = rows[i];
      }
    }
    if (isClass) {
      var most = Arrays.stream(look.target().counts(rows)).max().orElse(0);
      return new LoneInput(count, count - errors, most, true, count - errorsApart);
    }
    var all = count * variance(look.target(), Arrays.copyOf(asked, count));
    return new LoneInput(count, 1 - errors / all, 0, false, 1 - errorsApart / all);
  }

  private static double error(double answer, double target, boolean isClass) {
    return isClass ? (answer == target ? 0 : 1) : (answer - target) * (answer - target);
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

  /** Whether the answers are too good to be true. */
  boolean isGivenAway() {
    return isClass
        ? rows - most >= FEWEST_OTHERS
            && rows - right <= Math.min(WRONG * rows, OF_OTHERS * (rows - most))
        : right >= R2;
  }

  /** Whether values nearby tell half of it: then it is a quantity, and no name of a group. */
  boolean isToldByOrder() {
    return isClass ? rows - apart <= (rows - most) / 2.0 : apart >= 0.5;
  }
}
