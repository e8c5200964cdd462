package dev.neuralworkbench.data.split;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.SplitRule;
import dev.neuralworkbench.data.prepare.TimeOrder;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.RowKeys;
import dev.neuralworkbench.data.table.Table;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows that must not be parted by chance, as units: those of one group, or those of one stretch of
 * time, or equal ones. Each unit has a number from 0 on.
 */
final class RowUnits {

  /** Stretches into which the rows are cut that are divided by time. */
  private static final int STRETCHES = 20;

  private RowUnits() {}

  /** The unit of each of some rows in rising order; null where every row is one of its own. */
  static int @Nullable [] of(Preparation preparation, Table table, int[] rows) {
    var rule = preparation.split().by();
    if (rule == null) {
      return preparation.split().keepsEqualRows() ? equal(preparation, table, rows) : null;
    }
    var column = preparation.cleaned(table).named(rule.column());
    return switch (rule.kind()) {
      case GROUP -> groups(column, rows);
      case TIME -> stretches(column, rows);
      case PART -> null;
    };
  }

  /** Whether units are stretches of time, whose order says which are neighbours. */
  static boolean areInOrder(Preparation preparation) {
    var rule = preparation.split().by();
    return rule != null && rule.kind() == SplitRule.Kind.TIME;
  }

  /** Rows that are equal in all inputs and the target. */
  static int[] equal(Preparation preparation, Table table, int[] rows) {
    var columns =
        IntStream.concat(
            IntStream.of(preparation.inputIndices()), IntStream.of(preparation.targetIndex()));
    var keys = new RowKeys(columns.mapToObj(preparation.cleaned(table)::column).toList());
    return numbered(rows, keys::of);
  }

  /** A row whose group is not known is a unit of its own. */
  static int[] groups(Column column, int[] rows) {
    return numbered(rows, row -> column.isMissing(row) ? (Object) row : column.text(row));
  }

  private static int[] numbered(int[] rows, IntFunction<Object> key) {
    Map<Object, Integer> numbers = new HashMap<>();
    return IntStream.of(rows)
        .map(row -> numbers.computeIfAbsent(key.apply(row), _ -> numbers.size()))
        .toArray();
  }

  /** About as many rows in each stretch; those of one time are in the same. */
  private static int[] stretches(Column column, int[] rows) {
    var times = times(column, rows);
    var order = inOrder(times);
    var units = new int[rows.length];
    var unit = -1;
    var stretch = -1L;
    for (var rank = 0; rank < order.length; rank++) {
      var isOther = rank == 0 || times[order[rank]] != times[order[rank - 1]];
      var due = (long) rank * STRETCHES / order.length;
      if (isOther && due > stretch) {
        stretch = due;
        unit++;
      }
      units[order[rank]] = unit;
    }
    return units;
  }

  /**
   * The time of each row; before all others where it is missing. A column without times, which no
   * form accepts but a file may name, has one time for all.
   */
  static double[] times(Column column, int[] rows) {
    var times = TimeOrder.of(column);
    return IntStream.of(rows)
        .mapToDouble(row -> times.isEmpty() ? Double.NaN : times.get()[row])
        .map(time -> Double.isNaN(time) ? Double.NEGATIVE_INFINITY : time)
        .toArray();
  }

  static int[] inOrder(double[] times) {
    return IntStream.range(0, times.length)
        .boxed()
        .sorted(Comparator.comparingDouble(place -> times[place]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  static int count(int[] units) {
    return IntStream.of(units).max().orElse(-1) + 1;
  }

  static int count(Preparation preparation, Table table, int[] rows) {
    var units = of(preparation, table, rows);
    return units == null ? rows.length : count(units);
  }
}
