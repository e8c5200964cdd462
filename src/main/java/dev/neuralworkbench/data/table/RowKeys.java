package dev.neuralworkbench.data.table;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows as numbers of 64 bits: the sum of a mixed number for each cell, so that one column can be
 * taken out of it again. Rows that are equal have equal keys; of a million different ones two have
 * equal keys with a chance of 1 in 37 million.
 */
public record RowKeys(List<Column> columns) {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  public long[] of(int[] rows) {
    var keys = new long[rows.length];
    IntStream.range(0, columns.size()).forEach(column -> add(column, rows, keys));
    return keys;
  }

  /** Adds the part of one column, whose cells lie beside each other, to keys of rows. */
  public void add(int column, int[] rows, long[] keys) {
    for (var i = 0; i < rows.length; i++) {
      keys[i] += part(column, rows[i]);
    }
  }

  /** The keys of rows with one column taken out of all their keys, which are not modified. */
  public long[] without(int column, int[] rows, long[] all) {
    return IntStream.range(0, rows.length).mapToLong(i -> all[i] - part(column, rows[i])).toArray();
  }

  public long of(int row) {
    var key = 0L;
    for (var i = 0; i < columns.size(); i++) {
      key += part(i, row);
    }
    return key;
  }

  /** Whether two rows are equal, cell by cell: −0 is 0, and a missing cell a missing one. */
  public boolean areEqual(int one, int other) {
    return columns.stream().allMatch(it -> Double.compare(cell(it, one), cell(it, other)) == 0);
  }

  /** A cell as a number: of a text its code, NaN where it is missing. */
  public static double cell(Column column, int row) {
    return switch (column) {
      case NumberColumn numbers -> numbers.value(row) + 0.0;
      case TextColumn text -> text.isMissing(row) ? Double.NaN : text.code(row);
    };
  }

  private long part(int column, int row) {
    var bits = Double.doubleToLongBits(cell(columns.get(column), row));
    return mix(bits + mix(GOLDEN_GAMMA * (column + 1)));
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
