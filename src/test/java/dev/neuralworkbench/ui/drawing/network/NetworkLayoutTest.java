package dev.neuralworkbench.ui.drawing.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.nn.LayerDesign;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkLayoutTest {

  private static final double EM = 12;

  @Test
  void smallNetworkIsShownWhole() {
    var layout = layout(shape(2, 2, 4, 4), 600, 400);
    assertEquals(
        List.of(2, 4, 4, 2), layout.columns().stream().map(column -> column.shown()).toList());
    assertTrue(Double.isNaN(layout.gap()));
    assertTrue(layout.columns().stream().allMatch(column -> column.hidden() == 0));
  }

  @Test
  void wideLayerIsShownByItsFirstAndLastUnits() {
    var inputs = layout(shape(784, 10, 512, 256), 700, 420).columns().getFirst();
    assertEquals(784 - inputs.shown(), inputs.hidden());
    assertTrue(inputs.shown() <= 12);
    assertEquals(0, inputs.unit(0));
    assertEquals(783, inputs.unit(inputs.shown() - 1));
    assertEquals(-1, inputs.place(400));
    for (var place = 0; place < inputs.shown(); place++) {
      assertEquals(place, inputs.place(inputs.unit(place)));
    }
  }

  @Test
  void deepNetworkIsShownByItsFirstAndLastLayers() {
    var units = IntStream.generate(() -> 5).limit(255).toArray();
    var layout = layout(shape(3, 2, units), 600, 400);
    assertEquals(0, layout.columns().getFirst().index());
    assertEquals(256, layout.columns().getLast().index());
    assertFalse(Double.isNaN(layout.gap()));
    assertTrue(layout.columns().stream().noneMatch(column -> column.x() == layout.gap()));
  }

  @ParameterizedTest
  @CsvSource({"320, 180", "420, 240", "700, 420", "1600, 1000"})
  void unitsLieInTheRoomAndApart(double width, double height) {
    for (var shape :
        List.of(shape(2, 1), shape(2, 2, 16), shape(784, 10, 512, 256), shape(64, 10, 32, 32))) {
      var layout = layout(shape, width, height);
      for (var column : layout.columns()) {
        assertTrue(column.x() > 60 && column.x() < width - 40);
        var before = 36.0;
        for (var place = 0; place < column.shown(); place++) {
          var y = column.y(place);
          assertTrue(y - before >= (before == 36.0 ? 1 : 2) * column.radius() - 1e-6);
          before = y;
        }
        assertTrue(before + column.radius() <= height - 24 + 1e-6);
      }
    }
  }

  @Test
  void curvesAreDrawnBetweenNeighboursOnlySmallOnesFirst() {
    var shape = shape(2, 1, 3);
    var layout = layout(shape, 600, 400);
    var first = new LayerWeights(2, 3, new float[] {1, -7, 0.5f, 0, 2, -3}, new float[3]);
    var edges = WeightCurves.of(layout, List.of(Optional.of(first), Optional.empty()), Set.of());
    assertEquals(2 * 3 + 3, edges.all().size());
    assertEquals(10, edges.end());
    var sizes =
        edges.all().stream()
            .map(WeightCurves.Edge::value)
            .filter(value -> !Float.isNaN(value))
            .map(Math::abs)
            .toList();
    assertEquals(sizes.stream().sorted().toList(), sizes);
    var edge = edges.of(new NetworkPart.Weight(0, 0, 1)).orElseThrow();
    assertEquals(-7, edge.value());
    assertEquals((edge.fromY() + edge.toY()) / 2, edge.y((edge.fromX() + edge.toX()) / 2), 0.5);
    assertEquals(edge.fromY(), edge.y(edge.fromX() + 0.1), 0.5);
  }

  @Test
  void pixelsOfAnImageStandInASquareInTheirOrder() {
    var column = layout(image(8, 3), 500, 420).columns().getFirst();
    assertEquals(0, column.hidden());
    assertEquals(63, column.place(63));
    var pixel = 2 * column.radius();
    for (var place = 0; place < 64; place++) {
      assertEquals(column.x() - column.half() + pixel * (place % 8 + 0.5), column.x(place), 1e-9);
      assertEquals(column.y(0) + pixel * Math.floorDiv(place, 8), column.y(place), 1e-9);
      var spot = column.spots().get(place);
      assertEquals(0, spot.distance(spot.x(), spot.y()), 1e-9);
    }
    assertTrue(column.x() - column.half() >= 0);
    assertEquals(36 + (420 - 36 - 24) / 2.0, (column.y(0) + column.y(63)) / 2, 1e-9);
  }

  @Test
  void largestWeightStandsForARowOfPixelsOrTheOneThatIsWanted() {
    var weights = new float[25 * 2];
    weights[2 * 7] = -3; // pixel 7, in the second row, to the first unit
    weights[2 * 8] = 2;
    var first = Optional.of(new LayerWeights(25, 2, weights, new float[2]));
    var layout = layout(image(5, 2), 500, 420);
    var edges = WeightCurves.of(layout, List.of(first, Optional.empty()), Set.of());
    assertEquals(5 * 2 + 2, edges.all().size());
    var largest = edges.of(new NetworkPart.Weight(0, 7, 0)).orElseThrow();
    assertEquals(-3, largest.value());
    assertEquals(layout.columns().getFirst().y(7), largest.fromY());
    var wanted = new NetworkPart.Weight(0, 9, 0);
    var lit = WeightCurves.of(layout, List.of(first, Optional.empty()), Set.of(wanted));
    assertEquals(0, lit.of(wanted).orElseThrow().value());
    assertTrue(lit.of(largest.part()).isEmpty());
  }

  private static NetworkShape image(int side, int units) {
    var line = shape(side * side, 1, units);
    return new NetworkShape(line.inputs(), line.outputs(), line.design(), side);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "0.3, 0.5", "0.2, 0.2", "2, 2", "2.1, 5", "501, 1000"})
  void scaleEndsAtARoundNumber(float weight, double end) {
    var layer = Optional.of(new LayerWeights(1, 1, new float[] {-weight}, new float[1]));
    var edges = WeightCurves.of(layout(shape(1, 1), 600, 400), List.of(layer), Set.of());
    assertEquals(end, edges.end(), 1e-9 * end);
  }

  private static NetworkLayout layout(NetworkShape shape, double width, double height) {
    return NetworkLayout.of(
        shape, new NetworkRoom(width, height, EM, 36, 24, 60, 40, false, Set.of(), false, true));
  }

  static NetworkShape shape(int inputs, int outputs, int... hidden) {
    var layers =
        IntStream.of(hidden)
            .<LayerDesign>mapToObj(units -> DenseDesign.of(units, Activation.TANH))
            .toArray(LayerDesign[]::new);
    return new NetworkShape(
        Collections.nCopies(inputs, "x"),
        Collections.nCopies(outputs, "y"),
        NetworkDesign.of(Loss.MEAN_SQUARED_ERROR, layers));
  }
}
