package dev.neuralworkbench.ui.chart.plane;

import dev.neuralworkbench.ui.chart.ChartLook;
import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.chart.Tints;
import java.awt.BasicStroke;
import java.awt.Color;

/** Points on a plane. Immutable once built, and shared between threads. */
public final class Dots {

  /** How points are filled, so that kinds of rows differ where colour and form tell the class. */
  public enum Fill {
    /** Full, with an edge in the background's colour: rows that are trained. */
    FULL(1),
    /** A ring: rows that are held out. */
    RING(1.8f),
    /** Full, with an edge in the text's colour: rows for the last test. */
    EDGED(1.4f);

    private final float width;

    Fill(float width) {
      this.width = width;
    }

    Color inside(Color color, ChartLook look) {
      return this == RING ? look.ink(Ink.BACKGROUND) : color;
    }

    Color edge(Color color, ChartLook look) {
      return switch (this) {
        case FULL -> look.ink(Ink.BACKGROUND);
        case RING -> color;
        case EDGED -> look.ink(Ink.TEXT);
      };
    }

    BasicStroke stroke() {
      return new BasicStroke(width);
    }
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

  /** Abscissas and ordinates. Not to be modified. */
  double[][] places() {
    return new double[][] {x, y};
  }

  float shade(int index) {
    return shade[index];
  }
}
