package dev.neuralworkbench.ui.drawing.world;

import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.plane.Plane;
import org.ejml.data.FMatrixRMaj;

/** Prepared rows all over a view, the first at the top left. */
final class ViewGrid {

  private ViewGrid() {}

  /**
   * Prepared rows at the middles of so many cells.
   *
   * @param plane the view's axes
   * @param columns cells from left to right
   * @param rows cells from top to bottom; a line has one
   * @return (cells × prepared inputs); the caller's own
   */
  static FMatrixRMaj of(World world, WorldView view, Plane plane, int columns, int rows) {
    var preprocessor = world.preprocessor();
    return switch (view) {
      case WorldView.Line(var x) -> WorldGrid.along(preprocessor, x, middles(plane.x(), columns));
      case WorldView.Inputs(var x, var y, var held) ->
          WorldGrid.over(
              preprocessor,
              x,
              middles(plane.x(), columns),
              y,
              reversed(middles(plane.y(), rows)),
              held);
      case WorldView.Components(var components) -> {
        var grid = new FMatrixRMaj(columns * rows, preprocessor.inputCount());
        var across = middles(plane.x(), columns);
        var down = reversed(middles(plane.y(), rows));
        for (var cell = 0; cell < grid.numRows; cell++) {
          components.point(
              across[cell % columns], down[cell / columns], grid.data, cell * grid.numCols);
        }
        yield grid;
      }
      case WorldView.Images _ -> new FMatrixRMaj(0, preprocessor.inputCount());
    };
  }

  /** Middles of the cells from the least to the greatest. */
  static double[] middles(Span span, int cells) {
    var middles = new double[cells];
    for (var i = 0; i < cells; i++) {
      middles[i] = span.least() + span.length() * (i + 0.5) / cells;
    }
    return middles;
  }

  /** The ground's first row is at the top, where the values are greatest. */
  private static double[] reversed(double[] values) {
    var reversed = new double[values.length];
    for (var i = 0; i < values.length; i++) {
      reversed[i] = values[values.length - 1 - i];
    }
    return reversed;
  }
}
