package dev.neuralworkbench.ui.chart;

/** Points that a chart pulls from, x never decreasing, which may grow at the end; NaN is a gap. */
public interface Curve {

  /** Points there are now. Never less than before. */
  int length();

  double x(int index);

  double y(int index);

  /** Points that do not grow, x ascending; shared, not copied. */
  static Curve of(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException("expected " + x.length + " y, got " + y.length);
    }
    return new Curve() {
      @Override
      public int length() {
        return x.length;
      }

      @Override
      public double x(int index) {
        return x[index];
      }

      @Override
      public double y(int index) {
        return y[index];
      }
    };
  }

  /** The first of the first {@code length} points whose x is at least {@code x}. */
  static int firstAtLeast(Curve curve, int length, double x) {
    var low = 0;
    var high = length;
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (curve.x(middle) < x) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
