package dev.neuralworkbench.data.statistics;

import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

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
