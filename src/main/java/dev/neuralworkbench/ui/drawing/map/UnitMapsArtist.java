package dev.neuralworkbench.ui.drawing.map;

import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.ui.chart.plane.Plane;
import dev.neuralworkbench.ui.drawing.network.UnitMaps;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/** Draws what each hidden unit of a small network answers all over a view. One owner thread. */
final class UnitMapsArtist {

  private static final int CELLS = 18;
  private static final long MOST_PARAMETERS = 20_000;

  /** Units of a column that is narrow enough to be shown one by one, or nearly. */
  private static final int MOST_UNITS = 64;

  private final NetworkDesign design;
  private final MapView view;
  private final FMatrixRMaj inputs;
  private final int rows;
  private final boolean small;

  UnitMapsArtist(DecisionMap map, NetworkDesign design, MapView view, Plane plane) {
    this.design = design;
    this.view = view;
    rows = view instanceof MapView.Line ? 1 : CELLS;
    var target = map.preprocessor().target();
    small =
        design.parameterCount(
                    map.preprocessor().inputCount(),
                    PlaneArtist.GridAnswers.outputs(design, target))
                <= MOST_PARAMETERS
            && design.hiddenDense().stream().allMatch(layer -> layer.units() <= MOST_UNITS);
    inputs = small ? view.grid(map, plane, CELLS, rows) : new FMatrixRMaj(0, 0);
  }

  UnitMaps draw(NetworkWeights weights) {
    if (view instanceof MapView.Images(var side)) {
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

  private static List<float[]> cells(FMatrixRMaj values) {
    return IntStream.range(0, values.numCols)
        .mapToObj(unit -> scaled(HiddenValues.of(unit, values)))
        .toList();
  }

  private static UnitMaps images(NetworkWeights weights, int side) {
    var layer = weights.layer(0);
    var values = new FMatrixRMaj(side * side, layer.units(), true, layer.weights());
    return new UnitMaps(List.of(new UnitMaps.Column(1, side, side, cells(values))));
  }

  /** As shares of the largest size; modified. */
  private static float[] scaled(float[] values) {
    var end = HiddenValues.end(values);
    for (var i = 0; i < values.length; i++) {
      values[i] /= end;
    }
    return values;
  }
}
