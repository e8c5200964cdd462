package dev.neuralworkbench.data.encode;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How the images of a table look, so that what is drawn by hand becomes an image like them: each is
 * the median over some of them, in pixels. Ink is what differs from the paper around it, in [0, 1].
 *
 * @param side pixels of a side
 * @param size the longer side of the box around the ink
 * @param x center of mass of the ink, from the left
 * @param y the same from the top
 * @param width of the lines
 * @param isLight whether the paper has the greatest numbers, and ink the least
 * @param isWhole whether all numbers are whole
 */
public record ImageStyle(
    int side, double size, double x, double y, double width, boolean isLight, boolean isWhole) {

  /** Ink below this share is none that a box has to hold. */
  private static final double FAINT = 0.1;

  /** What becomes an image: a drawing, or a picture. */
  public sealed interface Inked permits Drawing, Picture {

    /**
     * The ink of each pixel, row by row in [0, 1], of an image of a style.
     *
     * @param x where the middle of the box around it is to be, in pixels from the left
     * @param y the same from the top
     */
    float[] ink(ImageStyle style, double x, double y);
  }

  /**
   * The style of some images; without any, one that suits most.
   *
   * @param rows numbers of the pixels. Not modified.
   */
  public static ImageStyle of(Pixels pixels, List<double[]> rows) {
    var side = pixels.side();
    var numbers = rows.stream().flatMapToDouble(Arrays::stream).toArray();
    // Most of an image is paper.
    var isLight = Arrays.stream(numbers).map(pixels::share).average().orElse(0) > 0.5;
    var isWhole =
        numbers.length > 0
            && Arrays.stream(numbers).allMatch(it -> Double.isNaN(it) || it == Math.rint(it));
    var usual =
        new ImageStyle(side, 0.7 * side, side / 2.0, side / 2.0, side / 10.0, isLight, isWhole);
    var images = rows.stream().map(it -> usual.ink(pixels, it)).filter(it -> sum(it) > 0).toList();
    if (images.isEmpty()) {
      return usual;
    }
    var shapes = images.stream().map(it -> Shape.of(side, it)).toList();
    return new ImageStyle(
        side,
        median(shapes, it -> Math.max(it.right - it.left, it.bottom - it.top)),
        median(shapes, Shape::x),
        median(shapes, Shape::y),
        // A line of the length L and the width w has the area L w and edges of 2 L.
        median(images, it -> 2 * sum(it) / edges(side, it)),
        isLight,
        isWhole);
  }

  private float[] ink(Pixels pixels, double[] row) {
    var ink = new float[row.length];
    for (var i = 0; i < ink.length; i++) {
      ink[i] = isLight ? 1 - pixels.share(row[i]) : pixels.share(row[i]);
    }
    return ink;
  }

  private static <T> double median(List<T> of, ToDoubleFunction<T> measure) {
    return of.stream().mapToDouble(measure).sorted().skip(of.size() / 2).findFirst().orElseThrow();
  }

  private static double sum(float[] ink) {
    var sum = 0.0;
    for (var it : ink) {
      sum += it;
    }
    return sum;
  }

  /** Length of the edges: what changes from pixel to pixel, which is 4/π as much at all angles. */
  private static double edges(int side, float[] ink) {
    var sum = 0.0;
    for (var i = 0; i < ink.length; i++) {
      sum +=
          Math.abs(ink[i] - (i % side == 0 ? 0 : ink[i - 1])) + (i % side == side - 1 ? ink[i] : 0);
      sum +=
          Math.abs(ink[i] - (i < side ? 0 : ink[i - side])) + (i >= ink.length - side ? ink[i] : 0);
    }
    return sum * Math.PI / 4;
  }

  /**
   * What is drawn, as large as the images are, with lines as wide, and moved so that its center of
   * mass is where theirs is, but not beyond the edge.
   *
   * @param drawn not empty
   * @return a number for each pixel, in the units of the table
   */
  public double[] image(Pixels pixels, Inked drawn) {
    var middle = side / 2.0;
    var first = Shape.of(side, drawn.ink(this, middle, middle));
    var ink =
        drawn.ink(
            this,
            middle + within(x - first.x, first.left, first.right),
            middle + within(y - first.y, first.top, first.bottom));
    var values = new double[ink.length];
    for (var i = 0; i < values.length; i++) {
      var value = pixels.value(isLight ? 1 - ink[i] : ink[i]);
      values[i] = isWhole ? Math.round(value) : value;
    }
    return values;
  }

  private double within(double by, double low, double high) {
    return Math.min(Math.max(by, -low), Math.max(side - high, 0));
  }

  /** An image moved by some pixels; what leaves it is lost, and paper follows. */
  public double[] shifted(Pixels pixels, double[] image, int right, int down) {
    var moved = new double[image.length];
    Arrays.fill(moved, isLight ? pixels.greatest() : pixels.least());
    for (var y = Math.max(0, down); y < side + Math.min(0, down); y++) {
      for (var x = Math.max(0, right); x < side + Math.min(0, right); x++) {
        moved[y * side + x] = image[(y - down) * side + x - right];
      }
    }
    return moved;
  }

  /** The box around the ink of an image and its center of mass, in pixels. */
  record Shape(double left, double right, double top, double bottom, double x, double y) {

    static Shape of(int side, float[] ink) {
      var left = side;
      var right = 0;
      var top = side;
      var bottom = 0;
      var x = 0.0;
      var y = 0.0;
      for (var i = 0; i < ink.length; i++) {
        var column = i % side;
        var row = i / side;
        x += ink[i] * (column + 0.5);
        y += ink[i] * (row + 0.5);
        if (ink[i] > FAINT) {
          left = Math.min(left, column);
          right = Math.max(right, column + 1);
          top = Math.min(top, row);
          bottom = Math.max(bottom, row + 1);
        }
      }
      var mass = Math.max(sum(ink), Float.MIN_NORMAL);
      return new Shape(left, right, top, bottom, x / mass, y / mass);
    }
  }
}
