package dev.neuralworkbench.ui.drawing.world;

import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.ui.chart.plane.Plane;
import dev.neuralworkbench.ui.drawing.network.UnitMaps;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/** Draws what each hidden unit of a small network answers all over a view. One owner thread. */
final class UnitMapsArtist {

  private static final int CELLS = 18;

  /** Weights and biases of a network that is small enough. */
  private static final long MOST_PARAMETERS = 20_000;

  /** Units of a column that is narrow enough to be shown one by one, or nearly. */
  private static final int MOST_UNITS = 64;

  private final NetworkDesign design;
  private final WorldView view;
  private final FMatrixRMaj inputs;
  private final int rows;
  private final boolean small;

  UnitMapsArtist(World world, NetworkDesign design, WorldView view, Plane plane) {
    this.design = design;
    this.view = view;
    rows = view instanceof WorldView.Line ? 1 : CELLS;
    var target = world.preprocessor().target();
    small =
        design.parameterCount(
                    world.preprocessor().inputCount(), GridAnswers.outputs(design, target))
                <= MOST_PARAMETERS
            && design.hiddenDense().stream().allMatch(layer -> layer.units() <= MOST_UNITS);
    inputs = small ? ViewGrid.of(world, view, plane, CELLS, rows) : new FMatrixRMaj(0, 0);
  }

  UnitMaps draw(NetworkWeights weights) {
    if (view instanceof WorldView.Images(var side)) {
      return weights.layers().size() > 1 ? images(weights, side) : UnitMaps.NONE;
    } else if (!small) {
      return UnitMaps.NONE;
    }
    var columns = new ArrayList<UnitMaps.Column>();
    for (var values : HiddenValues.of(inputs, design, weights, Integer.MAX_VALUE)) {
      columns.add(new UnitMaps.Column(columns.size() + 1, CELLS, rows, cells(values)));
    }
    return new UnitMaps(columns);
  }

  /** Columns of a matrix, each as shares of its largest size. */
  private static List<UnitMaps.Cells> cells(FMatrixRMaj values) {
    var cells = new ArrayList<UnitMaps.Cells>();
    for (var unit = 0; unit < values.numCols; unit++) {
      var shares = new float[values.numRows];
      for (var i = 0; i < shares.length; i++) {
        shares[i] = values.get(i, unit);
      }
      cells.add(new UnitMaps.Cells(scaled(shares)));
    }
    return cells;
  }

  private static UnitMaps images(NetworkWeights weights, int side) {
    var layer = weights.layer(0);
    var cells = new ArrayList<UnitMaps.Cells>();
    for (var unit = 0; unit < layer.units(); unit++) {
      var shares = new float[side * side];
      for (var pixel = 0; pixel < shares.length; pixel++) {
        shares[pixel] = layer.weight(pixel, unit);
      }
      cells.add(new UnitMaps.Cells(scaled(shares)));
    }
    return new UnitMaps(List.of(new UnitMaps.Column(1, side, side, cells)));
  }

  /** Divides by the largest size; modified. */
  private static float[] scaled(float[] values) {
    var most = 0f;
    for (var value : values) {
      most = Math.max(most, Math.abs(value));
    }
    for (var i = 0; i < values.length; i++) {
      values[i] = most > 0 ? values[i] / most : 0;
    }
    return values;
  }
}
