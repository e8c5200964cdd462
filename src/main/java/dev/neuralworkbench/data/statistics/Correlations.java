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

    private int rows;
    private double x;
    private double y;
    private double xx;
    private double yy;
    private double xy;
    private double firstX = Double.NaN;
    private double firstY = Double.NaN;
    private boolean xVaries;
    private boolean yVaries;

    /**
     * Adds rows of which each has both.
     *
     * @param xs its numbers are not modified
     * @param ys its numbers are not modified
     */
    void add(Block xs, Block ys) {
      rows += xs.length;
      x += xs.sum;
      y += ys.sum;
      xx += xs.squares;
      yy += ys.squares;
      xy += product(xs.values, ys.values, xs.length);
      xVaries |= xs.varies;
      yVaries |= ys.varies;
    }

    /** Σxy in four sums side by side, since one would wait for itself at each addition. */
    private static double product(double[] xs, double[] ys, int length) {
      var a = 0.0;
      var b = 0.0;
      var c = 0.0;
      var d = 0.0;
      var i = 0;
      for (; i + 3 < length; i += 4) {
        a += xs[i] * ys[i];
        b += xs[i + 1] * ys[i + 1];
        c += xs[i + 2] * ys[i + 2];
        d += xs[i + 3] * ys[i + 3];
      }
      for (; i < length; i++) {
        a += xs[i] * ys[i];
      }
      return a + b + (c + d);
    }

    /** Adds those rows in which neither is NaN. Arguments are not modified. */
    void addComplete(Block xs, Block ys) {
      for (var i = 0; i < xs.length; i++) {
        var one = xs.values[i];
        var other = ys.values[i];
        if (!Double.isNaN(one) && !Double.isNaN(other)) {
          firstX = rows == 0 ? one : firstX;
          firstY = rows == 0 ? other : firstY;
          rows++;
          x += one;
          y += other;
          xx += one * one;
          yy += other * other;
          xy += one * other;
          xVaries |= one != firstX;
          yVaries |= other != firstY;
        }
      }
    }

    /** Pearson's r; NaN where either has one value only. */
    double correlation() {
      if (!xVaries || !yVaries) {
        return Double.NaN;
      }
      var spread = Math.sqrt(xx - x * x / rows) * Math.sqrt(yy - y * y / rows);
      return spread > 0 ? Math.clamp((xy - x * y / rows) / spread, -1, 1) : Double.NaN;
    }
  }

  /**
   * Some rows of a column, brought to mean 0 and deviation 1 of the whole column, with their sums.
   * Filled again and again; belongs to one thread.
   */
  private static final class Block {

    static final int ROWS = 2_048;

    private final NumberColumn column;
    private final boolean varies;
    private final double mean;
    private final double deviation;

    /** NaN where one is missing. */
    private final double[] values = new double[ROWS];

    private int length;

    /** Σx and Σx²; NaN where a number is missing. */
    private double sum;

    private double squares;

    Block(NumberColumn column) {
      this.column = column;
      var least = column.min();
      var most = column.max();
      varies = least < most;
      if (!varies) {
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

    void fill(int start, int rows) {
      length = rows;
      sum = 0;
      squares = 0;
      for (var i = 0; i < rows; i++) {
        var value = (column.value(start + i) / 2 - mean / 2) / (deviation / 2);
        values[i] = value;
        sum += value;
        squares += value * value;
      }
    }

    boolean isComplete() {
      return column.missing() == 0;
    }
  }
}
