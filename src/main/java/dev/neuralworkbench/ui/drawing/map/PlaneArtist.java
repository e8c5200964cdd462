package dev.neuralworkbench.ui.drawing.map;

import dev.neuralworkbench.data.encode.TargetEncoder;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.Predictor;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.Tints;
import dev.neuralworkbench.ui.chart.plane.Ground;
import dev.neuralworkbench.ui.chart.plane.Plane;
import dev.neuralworkbench.ui.chart.plane.PlaneLine;
import dev.neuralworkbench.ui.drawing.network.NetworkPart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.ejml.ops.ConvertMatrixData;

/** Draws answers of a network into a plane of a map's points. One owner thread. */
interface PlaneArtist {

  Plane draw(NetworkWeights weights, Plane empty);

  /** Answers along one input: the fitted curve, or the probability of each class. */
  final class OfLine implements PlaneArtist {

    private static final int POINTS = 400;
    private static final int MOST_LINES = 8;

    private final GridAnswers answers;
    private final TargetEncoder target;
    private final double[] x;

    OfLine(DecisionMap map, NetworkDesign design, int input, Plane plane, Products products) {
      var preprocessor = map.preprocessor();
      target = preprocessor.target();
      x = MapView.middles(plane.x(), POINTS);
      answers =
          new GridAnswers(MapView.MapGrid.along(preprocessor, input, x), design, target, products);
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

  /** Answers all over a view: decision regions, or a surface as a map. */
  final class OfGround implements PlaneArtist {

    private static final int FINEST = 112;
    private static final int COARSEST = 28;

    /** Multiplications that one picture may cost, so that it takes a few hundredths of a second. */
    private static final double WORK = 1e8;

    private final GridAnswers answers;
    private final int cells;

    OfGround(DecisionMap map, NetworkDesign design, MapView view, Plane plane, Products products) {
      var preprocessor = map.preprocessor();
      var target = preprocessor.target();
      cells =
          cells(
              design.parameterCount(
                  preprocessor.inputCount(), GridAnswers.outputs(design, target)));
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

  /** What one hidden unit answers all over a view. */
  final class OfUnit implements PlaneArtist {

    private static final int CELLS = 64;
    private static final int POINTS = 400;
    private static final double AIR = 0.08;

    private final NetworkDesign design;
    private final NetworkPart.Unit unit;
    private final boolean line;
    private final String name;
    private final FMatrixRMaj inputs;
    private final double[] x;

    OfUnit(
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
      return Plane.of(
              empty.x(),
              Span.aired(DoubleStream.concat(DoubleStream.of(0), Arrays.stream(y)), AIR),
              empty.xName(),
              name,
              new Tints.Plain(),
              List.of())
          .with(List.of(new PlaneLine("", Float.NaN, PlaneLine.Kind.ANSWER, Curve.of(x, y))));
    }
  }

  /** Answers of a network, with any weights, to the same prepared rows. One owner thread. */
  final class GridAnswers {

    private final FMatrixRMaj inputs;
    private final FMatrixRMaj outputs;
    private final NetworkDesign design;
    private final TargetEncoder target;
    private final Products products;

    /** Of the weights that answered last. */
    private Answers answers;

    /** Inputs are (rows × prepared inputs), not modified. */
    GridAnswers(FMatrixRMaj inputs, NetworkDesign design, TargetEncoder target, Products products) {
      this.inputs = inputs;
      this.design = design;
      this.target = target;
      this.products = products;
      outputs = new FMatrixRMaj(inputs.numRows, outputs(design, target));
      answers = new Answers(target, inDouble(), design.loss().outputFunction);
    }

    static int outputs(NetworkDesign design, TargetEncoder target) {
      return switch (target) {
        case ClassTarget classes ->
            design.loss().outputs(ProblemType.CLASSIFICATION, classes.classes().size());
        case NumberTarget _ -> 1;
      };
    }

    void answer(NetworkWeights weights) {
      Predictor.of(inputs.numCols, outputs.numCols, design, weights, products)
          .outputs(inputs, outputs);
      answers = Answers.trained(target, inDouble(), design.loss().outputFunction);
    }

    private DMatrixRMaj inDouble() {
      var doubles = new DMatrixRMaj(outputs.numRows, outputs.numCols);
      ConvertMatrixData.convert(outputs, doubles);
      return doubles;
    }

    int rows() {
      return inputs.numRows;
    }

    float shade(int row) {
      if (!answers.isAnswered(row)) {
        return Float.NaN;
      }
      return switch (target) {
        case NumberTarget _ -> (float) answers.number(row);
        case ClassTarget _ -> answers.predictedClass(row);
      };
    }

    /** Probability of a row's class; 1 for numbers, 0 where there is no answer. */
    float certainty(int row) {
      if (!answers.isAnswered(row)) {
        return 0;
      }
      return switch (target) {
        case NumberTarget _ -> 1;
        case ClassTarget _ -> probability(row, answers.predictedClass(row));
      };
    }

    float probability(int row, int index) {
      return (float) answers.probability(row, index);
    }
  }
}
