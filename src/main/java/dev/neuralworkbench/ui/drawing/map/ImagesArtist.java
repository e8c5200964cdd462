package dev.neuralworkbench.ui.drawing.map;

import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.Tints;
import dev.neuralworkbench.ui.chart.plane.Ground;
import dev.neuralworkbench.ui.chart.plane.Plane;
import dev.neuralworkbench.ui.chart.plane.Tiles;
import dev.neuralworkbench.ui.drawing.network.NetworkPart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * Draws the weights of the first layer as images: of one unit, or of those with the longest weight
 * vectors, each on its own scale, among which dead ones come last.
 */
final class ImagesArtist implements PlaneArtist {

  private static final int MOST = 36;

  /** Cells of an image from left to right, at least about: of one among others, and alone. */
  private static final int SHARP = 32;

  private static final int SHARP_ALONE = 160;

  private final NetworkDesign design;
  private final MapView.Images view;
  private final NetworkPart.@Nullable Unit alone;

  /** Prepared training rows by which units are dead; null where none of the layer can be. */
  private final @Nullable FMatrixRMaj rows;

  /** Of one unit, or null for the longest. */
  ImagesArtist(
      DecisionMap map,
      NetworkDesign design,
      MapView.Images view,
      NetworkPart.@Nullable Unit alone) {
    this.design = design;
    this.view = view;
    this.alone = alone;
    var hidden = design.hiddenDense();
    rows =
        alone == null && !hidden.isEmpty() && hidden.getFirst().activation() == Activation.RELU
            ? map.preprocessor().encode(map.table(), map.training().sample())
            : null;
  }

  @Override
  public Plane draw(NetworkWeights weights, Plane empty) {
    var layer = weights.layer(0);
    var values = new FMatrixRMaj(layer.inputs(), layer.units(), true, layer.weights());
    var vectors =
        IntStream.range(0, layer.units()).mapToObj(it -> HiddenValues.of(it, values)).toList();
    var dead = dead(weights);
    var units = alone == null ? longest(vectors, dead) : List.of(alone.unit());
    var end = alone == null ? 1 : HiddenValues.end(vectors.get(alone.unit()));
    var tiles = new ArrayList<Tiles.Tile>();
    for (var unit : units) {
      var scale = HiddenValues.end(vectors.get(unit)) / end;
      tiles.add(new Tiles.Tile(view.words().text("drawing.unit", 1, unit + 1), scale));
    }
    var columns = (int) Math.ceil(Math.sqrt(units.size()));
    var lines = Math.ceilDiv(units.size(), columns);
    var weight = view.words().text("picture.images.weight");
    var ground = ground(units.stream().map(vectors::get).toList(), tiles, columns, lines);
    return new Plane(
        new Span(-0.5, columns - 0.5),
        new Span(-0.5, lines - 0.5),
        "",
        heading(vectors.size(), units.size(), dead),
        new Tints.Signed(alone == null ? view.words().text("picture.images.scale") : weight, end),
        List.of(),
        List.of(),
        ground.of(new Tiles(columns, lines, view.side() / (view.side() + 1.0), weight, tiles)),
        Collections.nCopies(columns, ""),
        Collections.nCopies(lines, ""),
        true);
  }

  private String heading(int units, int shown, boolean[] dead) {
    var words = view.words();
    if (alone != null) {
      return words.text("drawing.unit", 1, alone.unit() + 1);
    }
    var said =
        shown == units
            ? words.text("picture.images.units", units)
            : words.text("picture.images.longest", shown, units);
    var count = IntStream.range(0, units).filter(it -> dead[it]).count();
    return rows == null ? said : words.text("picture.images.dead", said, count);
  }

  /** Which units answer 0 to all rows. */
  private boolean[] dead(NetworkWeights weights) {
    var dead = new boolean[weights.layer(0).units()];
    if (rows != null) {
      var values = HiddenValues.of(rows, design, weights, 1).getFirst();
      Arrays.fill(dead, true);
      for (var i = 0; i < values.getNumElements(); i++) {
        dead[i % dead.length] &= values.data[i] == 0;
      }
    }
    return dead;
  }

  /** In their order in the layer: with each picture of a run they stay where they are. */
  private static List<Integer> longest(List<float[]> vectors, boolean[] dead) {
    var squares = vectors.stream().mapToDouble(ImagesArtist::squares).toArray();
    return IntStream.range(0, vectors.size())
        .boxed()
        .sorted(
            Comparator.<Integer, Boolean>comparing(it -> dead[it])
                .thenComparingDouble(it -> -squares[it]))
        .limit(MOST)
        .sorted()
        .toList();
  }

  private static double squares(float[] vector) {
    return IntStream.range(0, vector.length)
        .mapToDouble(it -> (double) vector[it] * vector[it])
        .sum();
  }

  /** Images in rows, parted by lines of empty cells; small ones are enlarged, to stay sharp. */
  private Ground ground(List<float[]> images, List<Tiles.Tile> tiles, int columns, int lines) {
    var side = view.side();
    var zoom = Math.max(1, (alone == null ? SHARP : SHARP_ALONE) / side);
    var pitch = (side + 1) * zoom;
    var width = columns * pitch;
    var shade = new float[width * lines * pitch];
    Arrays.fill(shade, Float.NaN);
    for (var i = 0; i < images.size(); i++) {
      var corner = (i / columns * width + i % columns) * pitch;
      for (var y = 0; y < side * zoom; y++) {
        for (var x = 0; x < side * zoom; x++) {
          var weight = images.get(i)[y / zoom * side + x / zoom];
          shade[corner + y * width + x] = weight / tiles.get(i).scale();
        }
      }
    }
    return Ground.of(width, lines * pitch, shade);
  }
}
