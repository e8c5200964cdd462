package dev.neuralworkbench.ui.drawing.map;

import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.Tints;
import dev.neuralworkbench.ui.chart.plane.Ground;
import dev.neuralworkbench.ui.chart.plane.Plane;
import dev.neuralworkbench.ui.drawing.network.NetworkPart;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The weights of the first layer as images: one a unit, in rows, or a single one.
 *
 * @param side pixels of an image from left to right
 * @param unit unit of the first layer; null for all of them
 */
record ImageArtist(int side, NetworkPart.@Nullable Unit unit) implements PlaneArtist {

  /** Images of a row, and rows of them, at most. */
  private static final int MOST = 10;

  /** Cells of an image from left to right, at least about. */
  private static final int SHARP = 32;

  /** The same for a single image. */
  private static final int SHARP_ALONE = 160;

  @Override
  public Plane draw(NetworkWeights weights, Plane empty) {
    var layer = weights.layer(0);
    var first = unit == null ? 0 : unit.unit();
    var count = unit == null ? Math.min(layer.units(), MOST * MOST) : 1;
    var columns = unit == null ? columns(count) : 1;
    var rows = Math.ceilDiv(count, columns);
    // A line of empty cells parts the images; small ones are enlarged, to stay sharp.
    var zoom = Math.max(1, (unit == null ? SHARP : SHARP_ALONE) / side);
    var pitch = (side + 1) * zoom;
    var width = columns * pitch;
    var shade = new float[width * rows * pitch];
    Arrays.fill(shade, Float.NaN);
    for (var i = 0; i < count; i++) {
      var corner = (i / columns * width + i % columns) * pitch;
      for (var y = 0; y < side * zoom; y++) {
        for (var x = 0; x < side * zoom; x++) {
          shade[corner + y * width + x] = layer.weight(y / zoom * side + x / zoom, first + i);
        }
      }
    }
    var name = empty.tints() instanceof Tints.Scale scale ? scale.name() : "";
    return new Plane(
        new Span(-0.5, columns - 0.5),
        new Span(-0.5, rows - 0.5),
        empty.xName(),
        unit == null && count < layer.units()
            ? empty.yName() + " 1\u2013" + count + " / " + layer.units()
            : empty.yName(),
        new Tints.Signed(name, HiddenValues.end(shade)),
        List.of(),
        List.of(),
        Ground.of(width, rows * pitch, shade),
        Collections.nCopies(columns, ""),
        IntStream.range(0, rows)
            .mapToObj(fromBelow -> row(first, columns * (rows - 1 - fromBelow), columns, count))
            .toList(),
        true);
  }

  /** The units of a row, as people count. */
  private static String row(int first, int from, int columns, int count) {
    var last = Math.min(from + columns, count);
    return first + from + 1 == first + last
        ? String.valueOf(first + last)
        : (first + from + 1) + "\u2013" + (first + last);
  }

  /** As wide as high, as the place for the picture is. */
  private static int columns(int count) {
    return Math.max(1, (int) Math.ceil(Math.sqrt(count)));
  }
}
