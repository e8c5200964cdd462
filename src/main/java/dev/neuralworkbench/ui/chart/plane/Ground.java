package dev.neuralworkbench.ui.chart.plane;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Answers at the middles of a grid of cells, first row at the top. Immutable, for any thread. */
@SuppressWarnings("ArrayRecordComponent") // shared, and compared by identity
public record Ground(
    int columns, int rows, float[] shade, float[] certainty, @Nullable Tiles tiles) {

  /** Answers row by row, as many certainties from 0 to 1; not to be modified any more. */
  public Ground {
    if (shade.length != columns * rows || certainty.length != columns * rows) {
      throw new IllegalArgumentException(
          "expected %d × %d shades and certainties, got %d and %d"
              .formatted(columns, rows, shade.length, certainty.length));
    }
  }

  public Ground(int columns, int rows, float[] shade, float[] certainty) {
    this(columns, rows, shade, certainty, null);
  }

  public static Ground of(int columns, int rows, float[] shade) {
    var certainty = new float[shade.length];
    Arrays.fill(certainty, 1);
    return new Ground(columns, rows, shade, certainty);
  }

  /** The same, made of pictures. */
  public Ground of(Tiles pictures) {
    return new Ground(columns, rows, shade, certainty, pictures);
  }

  public float shade(int cell) {
    return shade[cell];
  }

  public float certainty(int cell) {
    return certainty[cell];
  }

  /** The cell at a place given as shares of the plane, from the left and from the top. */
  public int cell(double fromLeft, double fromTop) {
    var column = Math.clamp((int) (fromLeft * columns), 0, columns - 1);
    var row = Math.clamp((int) (fromTop * rows), 0, rows - 1);
    return row * columns + column;
  }

  /** The answer between the middles of the four cells about a place, in proportion. */
  public double between(double fromLeft, double fromTop) {
    var x = Math.clamp(fromLeft * columns - 0.5, 0, columns - 1.0);
    var y = Math.clamp(fromTop * rows - 0.5, 0, rows - 1.0);
    var left = (int) x;
    var top = (int) y;
    var right = Math.min(left + 1, columns - 1);
    var bottom = Math.min(top + 1, rows - 1);
    var above = mix(shade[top * columns + left], shade[top * columns + right], x - left);
    var below = mix(shade[bottom * columns + left], shade[bottom * columns + right], x - left);
    return mix(above, below, y - top);
  }

  private static double mix(double one, double other, double share) {
    return share == 0 ? one : one + share * (other - one);
  }
}
