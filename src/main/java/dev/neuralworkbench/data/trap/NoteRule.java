package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.data.trap.TrapScan.TrapRule;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows that are no cases: the names of the columns once more, or next to nothing, such as a source
 * under a table, a line between two blocks, a row of units. Next to nothing is at most one value of
 * at least {@value #FEWEST_COLUMNS}, or two of {@value #MANY_COLUMNS}, not the target's, where
 * {@value #USUAL} of all cells have one. More than {@value #FEW} rows and {@value #MOST} of them
 * are not told: then that is how the table is.
 */
final class NoteRule implements TrapRule {

  private static final int FEWEST_COLUMNS = 3;
  private static final int MANY_COLUMNS = 9;
  private static final double USUAL = 0.6;
  private static final int FEW = 3;
  private static final double MOST = 0.05;

  @Override
  public List<Trap> find(TrapScan look) {
    var columns = look.table.columns();
    var isFull = columns.size() >= FEWEST_COLUMNS && share(look.table) >= USUAL;
    var rows =
        IntStream.of(look.rows)
            .filter(
                row ->
                    (isFull && hasNothing(columns, look.targetIndex, row))
                        || repeatsNames(columns, row))
            .toArray();
    return rows.length > Math.max(FEW, MOST * look.rows.length)
        ? List.of()
        : traps(Trap.Kind.NOTE, look, rows);
  }

  /** A trap of rows that are no cases; none without rows. */
  static List<Trap> traps(Trap.Kind kind, TrapScan look, int... rows) {
    if (rows.length == 0) {
      return List.of();
    }
    var text = text(look.table, rows[0]);
    return List.of(Trap.of(kind, List.of(), rows, rows.length, rows[0] + 1, text).leavingOut(rows));
  }

  /**
   * The first text of a row, even one among numbers, or else its first number; a dash where it has
   * neither, as the table shows.
   */
  private static String text(Table table, int row) {
    var numbers = table.columns().stream().filter(NumberColumn.class::isInstance).toList();
    var texts = table.columns().stream().filter(TextColumn.class::isInstance);
    var odd = numbers.stream().flatMap(it -> Stream.ofNullable(((NumberColumn) it).oddTexts()));
    return Stream.of(texts, odd, numbers.stream())
        .flatMap(it -> it)
        .filter(it -> !it.isMissing(row))
        .map(it -> it.text(row))
        .findFirst()
        .orElse("\u2013");
  }

  private static double share(Table table) {
    var cells = Math.max(1.0, (double) table.rows() * table.columns().size());
    return 1 - table.columns().stream().mapToLong(Column::missing).sum() / cells;
  }

  /** A row of its target alone is a case that lacks its inputs. */
  private static boolean hasNothing(List<Column> columns, int target, int row) {
    var present = 0;
    var most = columns.size() < MANY_COLUMNS ? 1 : 2;
    for (var column : columns) {
      if (!column.isMissing(row) && ++present > most) {
        return false;
      }
    }
    return present == 0 || columns.get(target).isMissing(row);
  }

  /** Every text is the name of its column; numbers are missing there, as a name is none. */
  private static boolean repeatsNames(List<Column> columns, int row) {
    var named = 0;
    for (var column : columns) {
      if (!column.isMissing(row)) {
        if (!(column instanceof TextColumn text) || !text.text(row).equals(text.name())) {
          return false;
        }
        named++;
      }
    }
    return named > 0;
  }
}
