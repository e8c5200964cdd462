package dev.neuralworkbench.ui.data.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaintingTest {

  @Test
  void emptyCellsAndThoseOfAPaintingCanBePainted() {
    assertEquals(Optional.of(new Painting(List.of())), Painting.of(TypedCells.EMPTY));
    var cells = cells(List.of("x1", "x2", "class"), List.of("0.5", "-0.25", "B"));
    var point = new Painting.Point(0.5, -0.25, "B");
    assertEquals(Optional.of(new Painting(List.of(point))), Painting.of(cells));
    assertEquals(List.of("0.500", "-0.250", "B"), point.cells());
  }

  @Test
  void cellsOfAnotherTableCannotBePainted() {
    assertEquals(
        Optional.empty(), Painting.of(cells(List.of("a", "b", "class"), List.of("1", "2", "A"))));
  }

  @Test
  void strokeSetsAPointWhereItBeginsAndSpraysAlongItsWayInsideThePlane() {
    var stroke = new Painting.Stroke("C", 0.5, 0.5);
    stroke.to(0.51, 0.5); // Not far enough for another point.
    assertEquals(List.of(new Painting.Point(0.5, 0.5, "C")), stroke.points());
    for (var i = 1; i < 14; i++) {
      stroke.to(0.5 + 0.05 * i, 0.5);
    }
    assertTrue(stroke.points().size() > 8);
    for (var point : stroke.points()) {
      assertTrue(Painting.SPAN.contains(point.x()));
      assertEquals(0.5, point.y(), 0.06);
    }
  }

  private static TypedCells cells(List<String> names, List<String> row) {
    return TypedCells.EMPTY.with(0, 0, List.of(names, row));
  }
}
