package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.explain.diagnosis.Vitals;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.CurveRole;
import dev.neuralworkbench.ui.chart.curve.CurveSeries;
import java.util.List;
import java.util.stream.IntStream;

/** A number of each layer over a run; of very deep networks, of some layers from first to last. */
final class LayerCurves {

  private LayerCurves() {}

  static List<CurveSeries> of(MonitorPanel.Kind kind, List<Vitals> vitals, Words words) {
    if (vitals.isEmpty()) {
      return List.of();
    }
    var x = vitals.stream().mapToDouble(Vitals::epochs).toArray();
    var layers = vitals.getFirst().layers().size();
    var shown = Math.min(layers, CurveRole.NUMBERED.size());
    return IntStream.range(0, shown)
        .mapToObj(
            i -> {
              var layer = shown == 1 ? 0 : i * (layers - 1) / (shown - 1);
              var y = vitals.stream().mapToDouble(it -> kind.of(it.layers().get(layer))).toArray();
              return CurveSeries.of(
                  name(layer, layers, words), CurveRole.NUMBERED.get(i), Curve.of(x, y));
            })
        .filter(series -> hasNumber(series.curve()))
        .toList();
  }

  static String name(int layer, int layers, Words words) {
    return layer == layers - 1
        ? words.text("monitors.output")
        : words.text("monitors.layer", Numbers.count(layer + 1L));
  }

  private static boolean hasNumber(Curve curve) {
    return IntStream.range(0, curve.length()).anyMatch(i -> !Double.isNaN(curve.y(i)));
  }
}
