package dev.neuralworkbench.data.statistics;

import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;

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

  /** Bits of a missing cell; no number and no code has them. */
  private static final long MISSING = 0x7ff8_dead_beef_0001L;

  static Duplicates of(Table table, Progress progress) {
    var hashes = hashes(table, progress);
    var cells = table.columns().stream().map(Duplicates::cells).toList();
    var size = Integer.highestOneBit(Math.max(1, table.rows())) << 2;
    // Of each place the row that took it first, plus one; a place that is taken leads to the next.
    var places = new int[size];
    var count = 0;
    var first = new ArrayList<Repeat>();
    for (var row = 0; row < hashes.length && !progress.cancelled(); row++) {
      var place = (int) hashes[row] & (size - 1);
      while (places[place] != 0
          && !(hashes[places[place] - 1] == hashes[row]
              && isEqual(cells, places[place] - 1, row))) {
        place = (place + 1) & (size - 1);
      }
      if (places[place] == 0) {
        places[place] = row + 1;
      } else {
        count++;
        if (first.size() < MOST_LISTED) {
          first.add(new Repeat(row, places[place] - 1));
        }
      }
    }
    return new Duplicates(count, first);
  }

  /** Column by column, since a column's cells lie beside each other. */
  private static long[] hashes(Table table, Progress progress) {
    var hashes = new long[table.rows()];
    for (var column : table.columns()) {
      if (progress.cancelled()) {
        break;
      }
      var cells = cells(column);
      for (var row = 0; row < hashes.length; row++) {
        hashes[row] = mixed(hashes[row] * 31 + cells.applyAsLong(row));
      }
    }
    return hashes;
  }

  /** What two cells of a column have in common exactly if they are equal. */
  private static IntToLongFunction cells(Column column) {
    return switch (column) {
      case NumberColumn numbers ->
          row -> {
            var value = numbers.value(row);
            return Double.isNaN(value) ? MISSING : Double.doubleToRawLongBits(value + 0.0);
          };
      case TextColumn texts -> texts::code;
    };
  }

  private static boolean isEqual(List<IntToLongFunction> cells, int one, int other) {
    for (var cell : cells) {
      if (cell.applyAsLong(one) != cell.applyAsLong(other)) {
        return false;
      }
    }
    return true;
  }

  /** Spreads over all bits (the finalizer of MurmurHash3). */
  private static long mixed(long bits) {
    var mixed = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
