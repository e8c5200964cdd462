package dev.neuralworkbench.data.split;

import dev.neuralworkbench.data.prepare.PartNames;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.data.prepare.TimeOrder;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Rows divided by what a column says. */
final class RuledSplit {

  private static final byte TRAINING = 0;
  private static final byte VALIDATION = 1;
  private static final byte TEST = 2;
  private static final byte NONE = -1;

  private RuledSplit() {}

  /**
   * Whole units drawn in an order from the split's seed: to the test until its share is nearest,
   * then to validation; the rest is for training, at least one unit.
   *
   * @param units the unit of each row. Not modified.
   */
  static RowSplit byUnits(Split split, int[] rows, int[] units) {
    var count = Arrays.stream(units).max().orElse(-1) + 1;
    var sizes = new int[count];
    for (var unit : units) {
      sizes[unit]++;
    }
    var order = IntStream.range(0, count).toArray();
    RandomSource.of(split.seed(), Purpose.SPLIT).shuffle(order);
    var parts = new byte[count];
    var left = count;
    left -= take(split.test() * rows.length, TEST, order, sizes, parts, left);
    take(split.validation() * rows.length, VALIDATION, order, sizes, parts, left);
    var ofRows = new byte[rows.length];
    for (var i = 0; i < rows.length; i++) {
      ofRows[i] = parts[units[i]];
    }
    return divided(rows, ofRows);
  }

  /** Gives units to a part, as many rows as are nearest to what it wants; gives how many units. */
  private static int take(
      double wanted, byte part, int[] order, int[] sizes, byte[] parts, int left) {
    var taken = 0;
    var rows = 0;
    for (var unit : order) {
      var isNearer = Math.abs(rows + sizes[unit] - wanted) < Math.abs(rows - wanted);
      if (parts[unit] == TRAINING && isNearer && taken < left - 1) {
        parts[unit] = part;
        rows += sizes[unit];
        taken++;
      }
    }
    return taken;
  }

  /** The last rows to the test, those before them to validation; rows of one time stay together. */
  static RowSplit byTime(Split split, Column column, int[] rows) {
    var order = RowUnits.byTime(column, rows);
    var times = TimeOrder.of(column).orElseThrow();
    var n = rows.length;
    var testFrom = cut((int) Math.round(n * (1 - split.test())), order, rows, times);
    var share = split.test() + split.validation();
    var validationFrom =
        Math.min(testFrom, cut((int) Math.round(n * (1 - share)), order, rows, times));
    var parts = new byte[n];
    for (var rank = 0; rank < n; rank++) {
      parts[order[rank]] = rank >= testFrom ? TEST : rank >= validationFrom ? VALIDATION : TRAINING;
    }
    return divided(rows, parts);
  }

  /** The nearest place at or behind a rank where another time begins; the first rows stay. */
  private static int cut(int rank, int[] order, int[] rows, double[] times) {
    var at = Math.max(1, rank);
    while (at < order.length && times[rows[order[at]]] == times[rows[order[at - 1]]]) {
      at++;
    }
    return at;
  }

  /** As the column says; a row of which it says nothing is in no part. */
  static RowSplit byParts(Column column, int[] rows) {
    var parts = new byte[rows.length];
    for (var i = 0; i < rows.length; i++) {
      var name = column.isMissing(rows[i]) ? "" : column.text(rows[i]);
      parts[i] = PartNames.part(name).map(RuledSplit::of).orElse(NONE);
    }
    return divided(rows, parts);
  }

  private static byte of(PartNames.Part part) {
    return switch (part) {
      case TRAINING -> TRAINING;
      case VALIDATION -> VALIDATION;
      case TEST -> TEST;
    };
  }

  private static RowSplit divided(int[] rows, byte[] parts) {
    return new RowSplit(
        rows(rows, parts, TRAINING), rows(rows, parts, VALIDATION), rows(rows, parts, TEST));
  }

  private static int[] rows(int[] rows, byte[] parts, byte part) {
    return IntStream.range(0, rows.length)
        .filter(i -> parts[i] == part)
        .map(i -> rows[i])
        .toArray();
  }
}
