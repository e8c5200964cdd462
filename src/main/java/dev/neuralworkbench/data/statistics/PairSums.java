package dev.neuralworkbench.data.statistics;

/** Sums over the rows that have both numbers of a pair of columns. */
final class PairSums {

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
    rows += xs.length();
    x += xs.sum();
    y += ys.sum();
    xx += xs.squares();
    yy += ys.squares();
    xy += product(xs.values(), ys.values(), xs.length());
    xVaries |= xs.varies();
    yVaries |= ys.varies();
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
    for (var i = 0; i < xs.length(); i++) {
      var one = xs.values()[i];
      var other = ys.values()[i];
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

  int rows() {
    return rows;
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
