package dev.neuralworkbench.data.statistics;

import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.progress.Progress;
import java.util.List;

/**
 * How far number columns go together, two by two: Pearson's r = Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)² Σ(y
 * − ȳ)²), from −1 to 1, over the rows that have both numbers ("pairwise complete", as pandas and
 * R's {@code pairwise.complete.obs} do); x̄ and ȳ are means of these rows. Immutable.
 */
public final class Correlations {

  private final List<String> names;
  private final double[][] values;
  private final int[][] rows;

  private Correlations(List<String> names, double[][] values, int[][] rows) {
    this.names = names;
    this.values = values;
    this.rows = rows;
  }

  /**
   * Of all pairs of some columns, in one pass over blocks of rows. Numbers are first brought to
   * mean 0 and deviation 1, so that their squares neither overflow nor lose a small spread; r stays
   * the same. Time and memory grow with the square of the columns: who asks bounds them, as the
   * matrix on the screen does to 60.
   *
   * @param columns of equal length
   * @param progress told after each block of rows
   * @throws java.util.concurrent.CancellationException if it is not wanted any more
   */
  public static Correlations of(List<NumberColumn> columns, Progress progress) {
    var count = columns.size();
    var sums = new PairSums[count][];
    for (var i = 0; i < count; i++) {
      sums[i] = new PairSums[i];
      for (var j = 0; j < i; j++) {
        sums[i][j] = new PairSums();
      }
    }
    var blocks = columns.stream().map(Block::new).toList();
    var height = count == 0 ? 0 : columns.getFirst().rows();
    for (var start = 0; start < height; start += Block.ROWS) {
      progress.goOn(start, height);
      var length = Math.min(Block.ROWS, height - start);
      for (var i = 0; i < count; i++) {
        var block = blocks.get(i);
        block.fill(start, length);
        for (var j = 0; j < i; j++) {
          var other = blocks.get(j);
          if (block.isComplete() && other.isComplete()) {
            sums[i][j].add(block, other);
          } else {
            sums[i][j].addComplete(block, other);
          }
        }
      }
    }
    return of(columns, sums);
  }

  private static Correlations of(List<NumberColumn> columns, PairSums[][] sums) {
    var count = columns.size();
    var values = new double[count][count];
    var rows = new int[count][count];
    for (var i = 0; i < count; i++) {
      var column = columns.get(i);
      values[i][i] = column.min() < column.max() ? 1 : Double.NaN;
      rows[i][i] = column.rows() - column.missing();
      for (var j = 0; j < i; j++) {
        values[i][j] = sums[i][j].correlation();
        values[j][i] = values[i][j];
        rows[i][j] = sums[i][j].rows();
        rows[j][i] = rows[i][j];
      }
    }
    return new Correlations(columns.stream().map(NumberColumn::name).toList(), values, rows);
  }

  public int size() {
    return names.size();
  }

  public String name(int index) {
    return names.get(index);
  }

  /** r of two columns; NaN where either has only one value in the rows that have both. */
  public double value(int one, int other) {
    return values[one][other];
  }

  public int rows(int one, int other) {
    return rows[one][other];
  }
}
