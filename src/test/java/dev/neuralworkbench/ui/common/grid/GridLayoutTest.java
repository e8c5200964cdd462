package dev.neuralworkbench.ui.common.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.ui.common.grid.GridMeasure.GridWindow;
import org.junit.jupiter.api.Test;

class GridLayoutTest {

  private static final double ROW = 20;

  @Test
  void columnsLieSideBySide() {
    var columns = GridMeasure.GridColumns.of(3, column -> 10 * (column + 1));
    assertEquals(60, columns.total());
    assertEquals(10, columns.start(1));
    assertEquals(30, columns.width(2));
  }

  @Test
  void placeBelongsToTheColumnThatBeginsBeforeIt() {
    var columns = GridMeasure.GridColumns.of(3, column -> 10 * (column + 1));
    assertEquals(0, columns.at(0));
    assertEquals(0, columns.at(9.9));
    assertEquals(1, columns.at(10));
    assertEquals(2, columns.at(59));
    assertEquals(0, columns.at(-5));
    assertEquals(2, columns.at(1000));
    assertEquals(0, GridMeasure.GridColumns.NONE.at(0));
  }

  @Test
  void windowHoldsTheRowsThatAreSeenAndNoOthers() {
    var window = GridWindow.of(1000, 50, 100, ROW);
    assertEquals(2, window.first());
    assertEquals(-10, window.y());
    assertEquals(6, window.slots());
    assertEquals(8, window.end());
    assertEquals(10, window.y(3));
  }

  @Test
  void windowEndsWithTheTable() {
    assertEquals(3, GridWindow.of(3, 0, 100, ROW).end());
    assertEquals(0, GridWindow.of(0, 0, 100, ROW).end());
  }
}
