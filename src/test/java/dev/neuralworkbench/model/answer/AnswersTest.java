package dev.neuralworkbench.model.answer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.metrics.ClassScore;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.TrainedDocuments;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.OutputFunction;
import dev.neuralworkbench.progress.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class AnswersTest {

  private static final ClassTarget COLOURS =
      new ClassTarget("colour", List.of("blue", "green", "red"), false);
  private static final NumberTarget PRICE = new NumberTarget("price", 0, 9, 5, 0, 1);
  private static final double NAN = Double.NaN;

  private static Answers of(double[]... outputs) {
    return new Answers(COLOURS, new DMatrixRMaj(outputs), OutputFunction.IDENTITY);
  }

  @Test
  void probabilitiesOfOutputsOutsideZeroAndOneAreInThemAndAddUpToOne() {
    var answers = of(new double[] {1.08, -0.2, 0.5}, new double[] {0, 0, 0});
    assertEquals(1 / 1.5, answers.probability(0, 0));
    assertEquals(0, answers.probability(0, 1));
    assertEquals(0, answers.probability(1, 2));
    assertArrayEquals(new double[] {1 / 1.5, 0, 0.5 / 1.5}, answers.probabilities(0));
    assertArrayEquals(new double[3], answers.probabilities(1));
    var two =
        new Answers(
            new ClassTarget("x", List.of("a", "b"), false),
            new DMatrixRMaj(new double[][] {{1.08}}),
            OutputFunction.IDENTITY);
    assertEquals(1, two.probability(0, 1));
    assertEquals(0, two.probability(0, 0));
  }

  @Test
  void whatIsNoNumberIsNoAnswerAndNeverRight() {
    var answers =
        of(
            new double[] {NAN, NAN, NAN},
            new double[] {0.9, 0.1, 0},
            new double[] {Double.POSITIVE_INFINITY, 0, 0},
            new double[] {0.2, NAN, 0.8});
    assertInstanceOf(Prediction.None.class, answers.prediction(0));
    assertInstanceOf(Prediction.OfClass.class, answers.prediction(1));
    assertEquals(3, answers.unanswered());
    var evaluation =
        (Scores.OfClasses) Scores.of(answers, new ClassTargets(new int[] {0, 0, 0, 2}, 3), 1);
    assertEquals(3, evaluation.unanswered());
    assertEquals(4, evaluation.rows());
    assertEquals(0.25, evaluation.confusion().accuracy());
    assertEquals(1 / 3.0, ClassScore.RECALL.of(evaluation.confusion(), 0));
    assertEquals(1, ClassScore.PRECISION.of(evaluation.confusion(), 0));
    assertTrue(Double.isNaN(evaluation.auc()));
  }

  @Test
  void withoutRowsThereIsNoLogLoss() {
    for (var function : List.of(OutputFunction.IDENTITY, OutputFunction.SOFTMAX)) {
      var none = new Answers(COLOURS, new DMatrixRMaj(0, 3), function);
      assertTrue(Double.isNaN(none.logLoss(new int[0])));
    }
  }

  @Test
  void numberThatIsNoneIsNoAnswerAndThereIsNoScore() {
    var answers =
        new Answers(PRICE, new DMatrixRMaj(new double[][] {{1}, {NAN}}), OutputFunction.IDENTITY);
    assertInstanceOf(Prediction.None.class, answers.prediction(1));
    var targets = new ValueTargets(new DMatrixRMaj(new double[][] {{1}, {2}}));
    var evaluation = (Scores.OfNumbers) Scores.of(answers, targets, 1);
    assertEquals(1, evaluation.unanswered());
    assertTrue(Double.isNaN(evaluation.report().rmse()));
    assertTrue(ScoreIntervals.of(answers, targets, 0, Progress.NONE).all().isEmpty());
  }

  @Test
  void rowsOfANetworkWhoseWeightsOverflowHaveNoAnswer() {
    var trained = Objects.requireNonNull(TrainedDocuments.iris().trained());
    // Products of nine layers are beyond a double, where not all of the first layer's are cut off.
    var hidden = Collections.nCopies(9, DenseDesign.of(1, Activation.RELU));
    var layers = new ArrayList<LayerWeights>();
    for (var layer = 0; layer <= 9; layer++) {
      var w = new float[layer == 0 ? 4 : layer == 9 ? 3 : 1];
      Arrays.fill(w, 3e38f);
      var units = layer == 9 ? 3 : 1;
      layers.add(new LayerWeights(w.length / units, units, w, new float[units]));
    }
    var experiment = trained.experiment();
    var model =
        new Model(
            experiment.withNetwork(experiment.network().withHidden(hidden)),
            trained.preprocessor(),
            new NetworkWeights(layers),
            trained.history(),
            null);
    var table = Objects.requireNonNull(TrainedDocuments.iris().data().table());
    var predictor = new ModelPredictor(model, new PortableProducts());
    assertTrue(AllRows.of(predictor, table).unanswered() > 50);
    var answers = new TableAnswers(model, predictor, table, Progress.NONE);
    assertEquals(150 - AllRows.of(predictor, table).unanswered(), answers.answered());
    for (var row = 0; row < 150; row++) {
      var position = answers.position(row);
      assertTrue(position < 0 || !Double.isNaN(answers.answers().probability(position, 0)));
    }
    var score = Judgement.of(model, answers).orElseThrow();
    assertEquals(150, score.network().rows(), "those without an answer are not right");
    assertEquals(150 - answers.answered(), score.network().unanswered());
    var remark = answers.remarks().getFirst();
    assertEquals("answers.row.none", remark.first().key());
    assertEquals(150 - answers.answered(), remark.rows());
  }
}
