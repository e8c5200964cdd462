package dev.neuralworkbench.ui.chart.plane;

import dev.neuralworkbench.ui.chart.Tints;

/** Points on a plane. Immutable once built, and shared between threads. */
public final class Dots {

  /** How points are filled, so that kinds of rows differ where colour and form tell the class. */
  public enum Fill {
    /** Full, with an edge in the background's colour: rows that are trained. */
    FULL,
    /** A ring: rows that are held out. */
    RING,
    /** Full, with an edge in the text's colour: rows for the last test. */
    EDGED
  }

  private final String name;
  private final Fill fill;
  private final double[] x;
  private final double[] y;
  private final float[] shade;

  /**
   * @param name what they are, such as training rows; empty for points that the legend leaves out
   * @param fill how they are filled
   * @param x abscissas. Kept, not copied: not to be modified any more.
   * @param y ordinates, as many. Kept, not copied.
   * @param shade colour of each, as the plane's {@link Tints} say. Kept, not copied.
   * @throws IllegalArgumentException if the numbers differ
   */
  public Dots(String name, Fill fill, double[] x, double[] y, float[] shade) {
    if (x.length != y.length || x.length != shade.length) {
      throw new IllegalArgumentException(
          "expected as many x, y and shades, got %d, %d and %d"
              .formatted(x.length, y.length, shade.length));
    }
    this.name = name;
    this.fill = fill;
    this.x = x;
    this.y = y;
    this.shade = shade;
  }

  /** What they are. */
  public String name() {
    return name;
  }

  /** The same points under another name, as in another language. */
  public Dots named(String other) {
    return new Dots(other, fill, x, y, shade);
  }

  /** How many. */
  public int count() {
    return x.length;
  }

  Fill fill() {
    return fill;
  }

  double x(int index) {
    return x[index];
  }

  double y(int index) {
    return y[index];
  }

  float shade(int index) {
    return shade[index];
  }
}
