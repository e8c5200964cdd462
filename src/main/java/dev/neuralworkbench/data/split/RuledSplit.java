package dev.neuralworkbench.data.split;

import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

final class RuledSplit {

  static final byte TRAINING = 0;
  static final byte VALIDATION = 1;
  static final byte TEST = 2;
  private static final byte NONE = -1;

  private RuledSplit() {}

  /**
   * Whole units drawn in an order from the split's seed: to the test until its share is nearest,
   * then to validation; the rest is for training. A part that is wanted has at least one unit, as
   * long as there are enough: training comes first, then the test.
   *
   * @param units the unit of each row. Not modified.
   */
  static byte[] byUnits(Split split, int[] rows, int[] units) {
    var sizes = new int[RowUnits.count(units)];
    for (var unit : units) {
      sizes[unit]++;
    }
    var order = IntStream.range(0, sizes.length).toArray();
    RandomSource.of(split.seed(), Purpose.SPLIT).shuffle(order);
    var parts = new byte[sizes.length];
    var test = split.test() * rows.length;
    var validation = split.validation() * rows.length;
    var forOthers = isWanted(validation) && sizes.length > 2 ? 2 : 1;
    take(test, TEST, order, sizes, parts, sizes.length - forOthers);
    var left = (int) IntStream.range(0, parts.length).filter(i -> parts[i] == TRAINING).count();
    take(validation, VALIDATION, order, sizes, parts, left - 1);
    var ofRows = new byte[rows.length];
    for (var i = 0; i < rows.length; i++) {
      ofRows[i] = parts[units[i]];
    }
    return ofRows;
  }

  private static boolean isWanted(double rows) {
    return Math.round(rows) >= 1;
  }

  /** Gives units to a part, as many rows as are nearest to what it wants, but one at least. */
  private static void take(
      double wanted, byte part, int[] order, int[] sizes, byte[] parts, int most) {
    var taken = 0;
    var rows = 0;
    for (var unit : order) {
      var isNearer = Math.abs(rows + sizes[unit] - wanted) < Math.abs(rows - wanted);
      if (parts[unit] == TRAINING && isNearer && taken < most) {
        parts[unit] = part;
        rows += sizes[unit];
        taken++;
      }
    }
    if (taken == 0 && most > 0 && isWanted(wanted)) {
      IntStream.of(order)
          .filter(unit -> parts[unit] == TRAINING)
          .boxed()
          .min(Comparator.comparingInt(unit -> sizes[unit]))
          .ifPresent(smallest -> parts[smallest] = part);
    }
  }

  /**
   * The last rows to the test, those before them to validation, cut where another time begins,
   * nearest to the shares. A part that is wanted has at least one time, as long as there are
   * enough: training comes first, then the test. Rows without a time are the earliest.
   */
  static byte[] byTime(Split split, Column column, int[] rows) {
    var times = RowUnits.times(column, rows);
    var order = RowUnits.inOrder(times);
    var n = rows.length;
    var isBorder = IntStream.rangeClosed(0, n).filter(rank -> begins(rank, order, times));
    var borders = isBorder.toArray();
    var last = borders.length - 1;
    var kept = isWanted(n * split.validation()) && last > 2 ? 2 : 1;
    var test = start(last, n * split.test(), borders, kept);
    var validation = start(test, n * split.validation(), borders, 1);
    var parts = new byte[n];
    for (var rank = 0; rank < n; rank++) {
      parts[order[rank]] =
          rank >= borders[test] ? TEST : rank >= borders[validation] ? VALIDATION : TRAINING;
    }
    return parts;
  }

  /** Whether another time begins at a rank, or all end. */
  private static boolean begins(int rank, int[] order, double[] times) {
    return rank == 0 || rank == order.length || times[order[rank]] != times[order[rank - 1]];
  }

  /** The border where a part begins that ends at another one, nearest to the rows it wants. */
  private static int start(int end, double wanted, int[] borders, int kept) {
    if (!isWanted(wanted) || end <= kept) {
      return end;
    }
    return IntStream.range(kept, end)
        .boxed()
        .min(Comparator.comparingDouble(it -> Math.abs(borders[end] - borders[it] - wanted)))
        .orElse(end);
  }

  /**
   * As the column says; a row of which it says nothing is in no part.
   *
   * @param heldOut parts that are held out; the rows of another are learned from
   */
  static byte[] byParts(Column column, int[] rows, Set<RowPart> heldOut) {
    Map<String, Byte> known = new HashMap<>();
    var parts = new byte[rows.length];
    for (var i = 0; i < rows.length; i++) {
      var name = column.isMissing(rows[i]) ? "" : column.text(rows[i]);
      parts[i] = known.computeIfAbsent(name, it -> partOf(it, heldOut));
    }
    return parts;
  }

  private static byte partOf(String name, Set<RowPart> heldOut) {
    return RowPart.named(name)
        .map(it -> !heldOut.contains(it) ? TRAINING : it == RowPart.TEST ? TEST : VALIDATION)
        .orElse(NONE);
  }
}
