package dev.neuralworkbench.ui.drawing.map;

import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.ui.chart.plane.Ground;
import dev.neuralworkbench.ui.chart.plane.Plane;

/** Answers all over a view: decision regions, or a surface as a map. */
final class GroundArtist implements PlaneArtist {

  private static final int FINEST = 112;
  private static final int COARSEST = 28;

  /** Multiplications that one picture may cost, so that it takes a few hundredths of a second. */
  private static final double WORK = 1e8;

  private final GridAnswers answers;
  private final int cells;

  GroundArtist(
      DecisionMap map, NetworkDesign design, MapView view, Plane plane, Products products) {
    var preprocessor = map.preprocessor();
    var target = preprocessor.target();
    cells =
        cells(
            design.parameterCount(preprocessor.inputCount(), GridAnswers.outputs(design, target)));
    answers = new GridAnswers(view.grid(map, plane, cells, cells), design, target, products);
  }

  static int cells(long parameters) {
    return Math.clamp((int) Math.sqrt(WORK / Math.max(parameters, 1)), COARSEST, FINEST);
  }

  @Override
  public Plane draw(NetworkWeights weights, Plane empty) {
    answers.answer(weights);
    var shade = new float[answers.rows()];
    var certainty = new float[answers.rows()];
    for (var i = 0; i < shade.length; i++) {
      shade[i] = answers.shade(i);
      certainty[i] = answers.certainty(i);
    }
    return empty.with(new Ground(cells, cells, shade, certainty));
  }
}
