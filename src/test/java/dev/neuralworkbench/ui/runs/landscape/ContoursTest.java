package dev.neuralworkbench.ui.runs.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.study.landscape.Landscape;
import dev.neuralworkbench.study.landscape.Landscape.WeightPlace;
import dev.neuralworkbench.ui.runs.landscape.LandscapePane.Contours;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContoursTest {

  private static Landscape land(DoubleBinaryOperator loss) {
    var places = IntStream.rangeClosed(-20, 20).mapToObj(i -> i / 10.0).toList();
    var losses = new ArrayList<Double>();
    places.forEach(y -> places.forEach(x -> losses.add(loss.applyAsDouble(x, y))));
    var place = new WeightPlace(0, 0, 0);
    var present = new Landscape.Point(0, 0, 0);
    return new Landscape(place, place, places, places, losses, present, List.of(), 1, 1);
  }

  /** On a bowl, lines of one height are circles. */
  @Test
  void linesOfABowlAreCircles() {
    var lines = Contours.of(land((x, y) -> x * x + y * y), new double[] {0.25, 2.25});
    var gaps = 0;
    for (var i = 0; i < lines.length(); i++) {
      if (Double.isNaN(lines.y(i))) {
        gaps++;
      } else {
        var radius = Math.hypot(lines.x(i), lines.y(i));
        assertEquals(radius < 1 ? 0.5 : 1.5, radius, 0.005);
      }
    }
    assertEquals(lines.length(), 3 * gaps, "pieces of two points");
    assertTrue(gaps > 100);
  }

  @Test
  void thereAreNoneWhereNothingIsCrossedOrNothingIsKnown() {
    assertEquals(0, Contours.of(land((_, _) -> 1), new double[] {0.5, 2}).length());
    assertEquals(0, Contours.of(land((_, _) -> Double.NaN), new double[] {0.5}).length());
    var half = Contours.of(land((x, _) -> x < 0 ? Double.POSITIVE_INFINITY : x), new double[] {1});
    assertTrue(half.length() > 0);
    for (var i = 0; i < half.length(); i++) {
      assertTrue(Double.isNaN(half.y(i)) || Math.abs(half.x(i) - 1) < 1e-9);
    }
  }
}
