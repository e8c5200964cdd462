package dev.neuralworkbench.data.statistics;

import dev.neuralworkbench.data.table.RowKeys;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows that repeat an earlier row, cell by cell in every column: equal numbers, where −0 is 0, the
 * same text, and a missing cell for a missing cell.
 *
 * @param rows how many do
 * @param first the first of them, at most {@value #MOST_LISTED}
 */
public record Duplicates(int rows, List<Repeat> first) {

  public static final int MOST_LISTED = 5;

  /**
   * A row that repeats another, both from 0 on.
   *
   * @param row the later row
   * @param of the first row that is equal to it
   */
  public record Repeat(int row, int of) {}

  public Duplicates {
    first = List.copyOf(first);
  }

  static Duplicates of(Table table, int[] numbers, Progress progress) {
    var keys = new RowKeys(table.columns());
    var rows = IntStream.range(0, table.rows()).toArray();
    var known = new long[rows.length];
    for (var column = 0; column < table.columns().size() && !progress.cancelled(); column++) {
      keys.add(column, rows, known);
    }
    var size = Integer.highestOneBit(Math.max(1, table.rows())) << 2;
    // Of each place the row that took it first, plus one; a place that is taken leads to the next.
    var places = new int[size];
    var count = 0;
    var first = new ArrayList<Repeat>();
    for (var row = 0; row < known.length && !progress.cancelled(); row++) {
      var place = (int) known[row] & (size - 1);
      while (places[place] != 0
          && !(known[places[place] - 1] == known[row] && keys.areEqual(places[place] - 1, row))) {
        place = (place + 1) & (size - 1);
      }
      if (places[place] == 0) {
        places[place] = row + 1;
      } else {
        count++;
        if (first.size() < MOST_LISTED) {
          first.add(new Repeat(numbers[row], numbers[places[place] - 1]));
        }
      }
    }
    return new Duplicates(count, first);
  }
}
