package dev.neuralworkbench.data.statistics;

import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What a table holds: its columns, what its rows miss, and which of them occur again.
 *
 * @param columns one for each column, in their order
 */
public record TableStatistics(
    int rows, List<ColumnStatistics> columns, MissingByRow missing, Duplicates duplicates) {

  public TableStatistics {
    columns = List.copyOf(columns);
  }

  /**
   * Looks through a table. Beside the table it takes about 32 bytes a row, whatever the number of
   * columns.
   *
   * @param numbers for each row the one that it is in the user's table, from 0 on. Not modified.
   * @param progress told after each column
   * @throws java.util.concurrent.CancellationException if it is not wanted any more
   */
  public static TableStatistics of(Table table, int[] numbers, Progress progress) {
    var steps = table.columns().size() * 3L / 2 + 1;
    var oneGroup = new int[table.rows()];
    var columns = new ArrayList<ColumnStatistics>(table.columns().size());
    for (var column : table.columns()) {
      progress.goOn(columns.size(), steps);
      columns.add(ColumnStatistics.of(column, oneGroup));
    }
    progress.goOn(columns.size(), steps);
    var missing = MissingByRow.of(table, progress);
    var duplicates = Duplicates.of(table, numbers, progress);
    progress.goOn(steps, steps);
    return new TableStatistics(table.rows(), columns, missing, duplicates);
  }

  /**
   * How many rows miss how many of their cells.
   *
   * @param counts one for each number of missing cells that occurs, rising
   */
  public record MissingByRow(List<Count> counts) {

    /**
     * Rows that miss as many cells.
     *
     * @param missing cells without a value, in each of the rows
     * @param rows number of rows
     */
    public record Count(int missing, int rows) {}

    public MissingByRow {
      counts = List.copyOf(counts);
    }

    static MissingByRow of(Table table, Progress progress) {
      var missing = new int[table.rows()];
      for (var column : table.columns()) {
        if (progress.cancelled()) {
          break;
        }
        if (column.missing() > 0) {
          for (var row = 0; row < missing.length; row++) {
            missing[row] += column.isMissing(row) ? 1 : 0;
          }
        }
      }
      var rows = new TreeMap<Integer, Integer>();
      for (var count : missing) {
        rows.merge(count, 1, Integer::sum);
      }
      var counts = new ArrayList<Count>();
      rows.forEach((cells, count) -> counts.add(new Count(cells, count)));
      return new MissingByRow(counts);
    }

    public int whole() {
      return counts.isEmpty() || counts.getFirst().missing() > 0 ? 0 : counts.getFirst().rows();
    }
  }
}
