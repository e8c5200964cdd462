package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Replacement;
import dev.neuralworkbench.data.prepare.TimeOrder;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.data.trap.TrapScan.TrapRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A number that stands for a missing value: only nines such as −99 and 9999, least or largest of
 * its column, in at least {@value #FEWEST_CELLS} cells, and farther from the nearest other number
 * than {@value #GAP} of the range of the others. Likewise dates that programs write for none, such
 * as 1900-01-01. One after the other, since a column may have two.
 */
final class SentinelRule implements TrapRule {

  private static final int FEWEST_CELLS = 3;
  private static final double GAP = 0.5;

  private static final Set<String> DATES =
      Set.of("1899-12-30", "1899-12-31", "1900-01-00", "1900-01-01", "1970-01-01", "9999-12-31");

  @Override
  public List<Trap> find(TrapScan look) {
    var found = new ArrayList<Trap>();
    for (var index = 0; index < look.table.columns().size(); index++) {
      var plan = look.preparation.columns().get(index);
      if (plan.role() != ColumnRole.IGNORED && plan.kind() != ColumnKind.CATEGORY) {
        find(look, index, look.table.column(index), found);
      }
    }
    return found;
  }

  private static void find(TrapScan look, int index, Column column, List<Trap> found) {
    var times =
        switch (column) {
          case NumberColumn numbers -> look.cells(index, look.rows);
          case TextColumn text ->
              TimeOrder.of(text)
                  .map(of -> IntStream.of(look.rows).mapToDouble(row -> of[row]).toArray())
                  .orElse(new double[0]);
        };
    for (var extremes = Extremes.of(times); extremes != null; extremes = Extremes.of(times)) {
      var value = sentinel(look, column, times, extremes);
      if (Double.isNaN(value)) {
        return;
      }
      var cells = IntStream.range(0, times.length).filter(i -> times[i] == value).toArray();
      cells = IntStream.of(cells).map(i -> look.rows[i]).toArray();
      var text = column.text(cells[0]);
      IntStream.range(0, times.length)
          .filter(i -> times[i] == value)
          .forEach(i -> times[i] = Double.NaN);
      var others = Extremes.of(times);
      if (others == null) {
        return;
      }
      found.add(
          new Trap(
                  Trap.Kind.SENTINEL,
                  List.of(index),
                  Trap.Rows.of(cells),
                  List.of(
                      look.name(index),
                      text,
                      cells.length,
                      written(look, column, times, others.least),
                      written(look, column, times, others.most)),
                  Trap.Remedy.AS_MISSING)
              .replacing(List.of(new Replacement(text, null))));
    }
  }

  private static double sentinel(TrapScan look, Column column, double[] cells, Extremes of) {
    var isLow =
        of.least < of.most
            && isFar(of.leastCells, of.secondLeast - of.least, of.most - of.secondLeast);
    if (isLow && isCode(column, written(look, column, cells, of.least))) {
      return of.least;
    }
    var isHigh =
        of.least < of.most
            && isFar(of.mostCells, of.most - of.secondMost, of.secondMost - of.least);
    return isHigh && isCode(column, written(look, column, cells, of.most)) ? of.most : Double.NaN;
  }

  private static boolean isFar(int cells, double gap, double range) {
    return cells >= FEWEST_CELLS && gap > GAP * range;
  }

  private static boolean isCode(Column column, String text) {
    return column instanceof NumberColumn
        ? text.matches("-?9{2,}")
        : DATES.stream().anyMatch(text::startsWith);
  }

  private static String written(TrapScan look, Column column, double[] cells, double value) {
    var first = IntStream.range(0, cells.length).filter(i -> cells[i] == value).findFirst();
    return first.isPresent() ? column.text(look.rows[first.getAsInt()]) : "";
  }

  /** The two least and the two largest different numbers, and how often the outer ones occur. */
  private record Extremes(
      double least,
      double secondLeast,
      int leastCells,
      double secondMost,
      double most,
      int mostCells) {

    static @Nullable Extremes of(double[] cells) {
      var least = Double.POSITIVE_INFINITY;
      var secondLeast = Double.POSITIVE_INFINITY;
      var most = Double.NEGATIVE_INFINITY;
      var secondMost = Double.NEGATIVE_INFINITY;
      var leastCells = 0;
      var mostCells = 0;
      for (var cell : cells) {
        if (cell < least) {
          secondLeast = least;
          least = cell;
          leastCells = 0;
        } else if (cell > least && cell < secondLeast) {
          secondLeast = cell;
        }
        if (cell > most) {
          secondMost = most;
          most = cell;
          mostCells = 0;
        } else if (cell < most && cell > secondMost) {
          secondMost = cell;
        }
        leastCells += cell == least ? 1 : 0;
        mostCells += cell == most ? 1 : 0;
      }
      return least > most
          ? null
          : new Extremes(least, secondLeast, leastCells, secondMost, most, mostCells);
    }
  }
}
