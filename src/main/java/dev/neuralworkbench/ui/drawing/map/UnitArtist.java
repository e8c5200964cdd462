package dev.neuralworkbench.ui.drawing.map;

import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.Tints;
import dev.neuralworkbench.ui.chart.plane.Ground;
import dev.neuralworkbench.ui.chart.plane.Plane;
import dev.neuralworkbench.ui.chart.plane.PlaneLine;
import dev.neuralworkbench.ui.drawing.network.NetworkPart;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/** What one hidden unit answers all over a view. */
final class UnitArtist implements PlaneArtist {

  private static final int CELLS = 64;
  private static final int POINTS = 400;
  private static final double AIR = 0.08;

  private final NetworkDesign design;
  private final NetworkPart.Unit unit;
  private final boolean line;
  private final String name;
  private final FMatrixRMaj inputs;
  private final double[] x;

  /** The name is what its answers are called. */
  UnitArtist(
      DecisionMap map,
      NetworkDesign design,
      MapView view,
      NetworkPart.Unit unit,
      String name,
      Plane plane) {
    this.design = design;
    this.unit = unit;
    this.name = name;
    line = view instanceof MapView.Line;
    inputs = view.grid(map, plane, line ? POINTS : CELLS, line ? 1 : CELLS);
    x = MapView.middles(plane.x(), POINTS);
  }

  @Override
  public Plane draw(NetworkWeights weights, Plane empty) {
    var values = HiddenValues.of(inputs, design, weights, unit.column()).getLast();
    var answers = HiddenValues.of(unit.unit(), values);
    return line
        ? curve(answers, empty)
        : empty.colored(
            new Tints.Signed(name, HiddenValues.end(answers)), Ground.of(CELLS, CELLS, answers));
  }

  private Plane curve(float[] answers, Plane empty) {
    var y = IntStream.range(0, answers.length).mapToDouble(i -> answers[i]).toArray();
    var least = Math.min(0, Arrays.stream(y).min().orElse(0));
    var most = Math.max(0, Arrays.stream(y).max().orElse(0));
    var air = Math.max(AIR * (most - least), 1e-6);
    return Plane.of(
            empty.x(),
            new Span(least - air, most + air),
            empty.xName(),
            name,
            new Tints.Plain(),
            List.of())
        .with(List.of(new PlaneLine("", Float.NaN, PlaneLine.Kind.ANSWER, Curve.of(x, y))));
  }
}
