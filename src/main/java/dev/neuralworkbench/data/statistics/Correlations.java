package dev.neuralworkbench.data.statistics;

import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.progress.Progress;
import java.util.List;

/**
 * How far number columns go together, two by two: Pearson's r = Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)² Σ(y
 * − ȳ)²), from −1 to 1, over the rows that have both numbers ("pairwise complete", as pandas and
 * R's {@code pairwise.complete.obs} do); x̄ and ȳ are means of these rows. Its arrays are not to be
 * modified.
 *
 * @param names of the columns
 * @param values r of each two; NaN where either has only one value in the rows that have both
 * @param rows those that have both
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
public record Correlations(List<String> names, double[][] values, int[][] rows) {

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
          sums[i][j].add(block.values, blocks.get(j).values, length);
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
        rows[i][j] = sums[i][j].rows;
        rows[j][i] = rows[i][j];
      }
    }
    return new Correlations(columns.stream().map(NumberColumn::name).toList(), values, rows);
  }

  public int size() {
    return names.size();
  }

  public double value(int one, int other) {
    return values[one][other];
  }

  public int rows(int one, int other) {
    return rows[one][other];
  }

  /** Sums over the rows that have both numbers of a pair of columns. */
  private static final class PairSums {

    private static final double ROUNDING = 1e-12;

    private int rows;
    private double x;
    private double y;
    private double xx;
    private double yy;
    private double xy;

    /** Adds the rows in which neither is NaN. Numbers are not modified. */
    void add(double[] xs, double[] ys, int length) {
      var n = 0;
      var ofX = 0.0;
      var ofY = 0.0;
      var ofXx = 0.0;
      var ofYy = 0.0;
      var ofXy = 0.0;
      for (var i = 0; i < length; i++) {
        var isIn = !Double.isNaN(xs[i] + ys[i]);
        var one = isIn ? xs[i] : 0;
        var other = isIn ? ys[i] : 0;
        n += isIn ? 1 : 0;
        ofX += one;
        ofY += other;
        ofXx += one * one;
        ofYy += other * other;
        ofXy += one * other;
      }
      rows += n;
      x += ofX;
      y += ofY;
      xx += ofXx;
      yy += ofYy;
      xy += ofXy;
    }

    /** Pearson's r; NaN where either has one value only, which rounding may let differ. */
    double correlation() {
      var ofX = xx - x * x / rows;
      var ofY = yy - y * y / rows;
      return ofX > ROUNDING * xx && ofY > ROUNDING * yy
          ? Math.clamp((xy - x * y / rows) / Math.sqrt(ofX) / Math.sqrt(ofY), -1, 1)
          : Double.NaN;
    }
  }

  /**
   * Some rows of a column, brought to mean 0 and deviation 1 of the whole column. Filled again and
   * again; belongs to one thread.
   */
  private static final class Block {

    static final int ROWS = 2_048;

    private final NumberColumn column;
    private final double mean;
    private final double deviation;

    /** NaN where one is missing. */
    private final double[] values = new double[ROWS];

    Block(NumberColumn column) {
      this.column = column;
      var least = column.min();
      var most = column.max();
      if (!(least < most)) {
        mean = Double.isNaN(least) ? 0 : least;
        deviation = 1;
        return;
      }
      // Halved, since the sum of two huge numbers is infinite; the sums are of (x − middle) /
      // range.
      var half = most / 2 - least / 2;
      var middle = least / 2 + most / 2;
      var all = 0.0;
      var allSquares = 0.0;
      for (var row = 0; row < column.rows(); row++) {
        var value = column.value(row);
        if (!Double.isNaN(value)) {
          var d = (value / 2 - middle / 2) / half;
          all += d;
          allSquares += d * d;
        }
      }
      var n = column.rows() - column.missing();
      var off = all / n;
      var spread = Math.sqrt(Math.max(allSquares / n - off * off, 0));
      mean = middle + half * (2 * off);
      deviation = half * (spread > 0 ? 2 * spread : 1);
    }

    void fill(int start, int length) {
      for (var i = 0; i < length; i++) {
        values[i] = (column.value(start + i) / 2 - mean / 2) / (deviation / 2);
      }
    }
  }
}
