package dev.neuralworkbench.ui.drawing.world;

import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.Tints;
import dev.neuralworkbench.ui.chart.plane.Ground;
import dev.neuralworkbench.ui.chart.plane.Plane;
import dev.neuralworkbench.ui.chart.plane.PlaneLine;
import dev.neuralworkbench.ui.drawing.network.NetworkPart;
import java.util.List;
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

  /**
   * An artist of a unit.
   *
   * @param name what its answers are called
   */
  UnitArtist(
      World world,
      NetworkDesign design,
      WorldView view,
      NetworkPart.Unit unit,
      String name,
      Plane plane) {
    this.design = design;
    this.unit = unit;
    this.name = name;
    line = view instanceof WorldView.Line;
    inputs = ViewGrid.of(world, view, plane, line ? POINTS : CELLS, line ? 1 : CELLS);
    x = ViewGrid.middles(plane.x(), POINTS);
  }

  @Override
  public Plane draw(NetworkWeights weights, Plane empty) {
    var values = HiddenValues.of(inputs, design, weights, unit.column()).getLast();
    var answers = new float[values.numRows];
    var certainty = new float[values.numRows];
    var most = 0f;
    for (var i = 0; i < answers.length; i++) {
      answers[i] = values.get(i, unit.unit());
      certainty[i] = 1;
      most = Math.max(most, Math.abs(answers[i]));
    }
    return line
        ? curve(answers, empty)
        : new Plane(
            empty.x(),
            empty.y(),
            empty.xName(),
            empty.yName(),
            new Tints.Signed(name, most > 0 ? most : 1),
            List.of(),
            List.of(),
            new Ground(CELLS, CELLS, answers, certainty),
            List.of(),
            List.of(),
            empty.isEven());
  }

  private Plane curve(float[] answers, Plane empty) {
    var y = new double[answers.length];
    var least = 0.0;
    var most = 0.0;
    for (var i = 0; i < y.length; i++) {
      y[i] = answers[i];
      least = Math.min(least, y[i]);
      most = Math.max(most, y[i]);
    }
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
