package dev.neuralworkbench.ui.drawing.map;

import dev.neuralworkbench.data.encode.ClassTarget;
import dev.neuralworkbench.data.encode.NumberTarget;
import dev.neuralworkbench.data.encode.TargetEncoder;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.plane.Plane;
import dev.neuralworkbench.ui.chart.plane.PlaneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Answers along one input: the fitted curve, or the probability of each class. */
final class LineArtist implements PlaneArtist {

  private static final int POINTS = 400;
  private static final int MOST_LINES = 8;

  private final GridAnswers answers;
  private final TargetEncoder target;
  private final double[] x;

  LineArtist(DecisionMap map, NetworkDesign design, int input, Plane plane, Products products) {
    var preprocessor = map.preprocessor();
    target = preprocessor.target();
    x = MapView.middles(plane.x(), POINTS);
    answers = new GridAnswers(MapGrid.along(preprocessor, input, x), design, target, products);
  }

  @Override
  public Plane draw(NetworkWeights weights, Plane empty) {
    answers.answer(weights);
    return empty.with(
        switch (target) {
          case NumberTarget _ -> List.of(line(Float.NaN, answers::shade));
          case ClassTarget classes -> lines(classes.classes().size());
        });
  }

  /** Two classes share one line: the probability of the second. */
  private List<PlaneLine> lines(int classes) {
    var lines = new ArrayList<PlaneLine>();
    for (var i = classes == 2 ? 1 : 0; i < Math.min(classes, MOST_LINES); i++) {
      var index = i;
      lines.add(line(classes == 2 ? Float.NaN : index, row -> answers.probability(row, index)));
    }
    return lines;
  }

  private PlaneLine line(float shade, IntToDoubleFunction y) {
    var values = IntStream.range(0, x.length).mapToDouble(y).toArray();
    return new PlaneLine("", shade, PlaneLine.Kind.ANSWER, Curve.of(x, values));
  }
}
