package dev.neuralworkbench.ui.drawing.map;

import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.metrics.PrincipalComponents;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.plane.Plane;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/** Where a map is looked at from. */
sealed interface MapView {

  record Line(int x) implements MapView {}

  /** Over two inputs, the others held at those of a row. */
  record Inputs(int x, int y, RawRow held) implements MapView {}

  /** Over the two directions in which the training rows differ most. */
  record Components(PrincipalComponents components) implements MapView {}

  /** At the weights of the first layer, as images of so many pixels from left to right. */
  record Images(int side) implements MapView {}

  /** Prepared (cells × inputs) at the middles of cells, from the top left; a line has one row. */
  default FMatrixRMaj grid(DecisionMap map, Plane plane, int columns, int rows) {
    var preprocessor = map.preprocessor();
    var across = middles(plane.x(), columns);
    var up = middles(plane.y(), rows);
    // The first row is at the top, where the values are greatest.
    var down = IntStream.range(0, rows).mapToDouble(i -> up[rows - 1 - i]).toArray();
    return switch (this) {
      case Line(var x) -> MapGrid.along(preprocessor, x, across);
      case Inputs(var x, var y, var held) -> MapGrid.over(preprocessor, x, across, y, down, held);
      case Components(var components) -> {
        var grid = new FMatrixRMaj(columns * rows, preprocessor.inputCount());
        for (var cell = 0; cell < grid.numRows; cell++) {
          var first = cell * grid.numCols;
          components.point(across[cell % columns], down[cell / columns], grid.data, first);
        }
        yield grid;
      }
      case Images _ -> new FMatrixRMaj(0, preprocessor.inputCount());
    };
  }

  static double[] middles(Span span, int cells) {
    return IntStream.range(0, cells)
        .mapToDouble(i -> span.least() + span.length() * (i + 0.5) / cells)
        .toArray();
  }
}
