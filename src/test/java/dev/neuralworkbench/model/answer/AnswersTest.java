package dev.neuralworkbench.model.answer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.TrainedDocuments;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.OutputFunction;
import dev.neuralworkbench.progress.Progress;
import java.util.List;
import java.util.Objects;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class AnswersTest {

  private static final ClassTarget COLOURS =
      new ClassTarget("colour", List.of("blue", "green", "red"), false);
  private static final NumberTarget PRICE = new NumberTarget("price", 0, 9, 5, 0, 1);
  private static final float NAN = Float.NaN;

  private static Answers of(float[]... outputs) {
    return new Answers(COLOURS, new FMatrixRMaj(outputs), OutputFunction.IDENTITY);
  }

  @Test
  void probabilitiesOfOutputsOutsideZeroAndOneAreInThemAndAddUpToOne() {
    var answers = of(new float[] {1.08f, -0.2f, 0.5f}, new float[] {0, 0, 0});
    assertEquals(1 / 1.5f, answers.probability(0, 0));
    assertEquals(0, answers.probability(0, 1));
    assertEquals(0, answers.probability(1, 2));
    assertArrayEquals(new float[] {1 / 1.5f, 0, 0.5f / 1.5f}, answers.probabilities(0));
    assertArrayEquals(new float[3], answers.probabilities(1));
    var two =
        new Answers(
            new ClassTarget("x", List.of("a", "b"), false),
            new FMatrixRMaj(new float[][] {{1.08f}}),
            OutputFunction.IDENTITY);
    assertEquals(1, two.probability(0, 1));
    assertEquals(0, two.probability(0, 0));
  }

  @Test
  void whatIsNoNumberIsNoAnswerAndNeverRight() {
    var answers =
        of(
            new float[] {NAN, NAN, NAN},
            new float[] {0.9f, 0.1f, 0},
            new float[] {Float.POSITIVE_INFINITY, 0, 0},
            new float[] {0.2f, NAN, 0.8f});
    assertInstanceOf(Prediction.None.class, answers.prediction(0));
    assertInstanceOf(Prediction.OfClass.class, answers.prediction(1));
    assertEquals(3, answers.unanswered());
    var evaluation =
        (Scores.OfClasses) Scores.of(answers, new ClassTargets(new int[] {0, 0, 0, 2}, 3), 1);
    assertEquals(3, evaluation.unanswered());
    assertEquals(4, evaluation.rows());
    assertEquals(0.25, evaluation.report().accuracy());
    assertEquals(1 / 3.0, evaluation.report().recall(0));
    assertEquals(1, evaluation.report().precision(0));
    assertTrue(Double.isNaN(evaluation.auc()));
  }

  @Test
  void numberThatIsNoneIsNoAnswerAndThereIsNoScore() {
    var answers =
        new Answers(PRICE, new FMatrixRMaj(new float[][] {{1}, {NAN}}), OutputFunction.IDENTITY);
    assertInstanceOf(Prediction.None.class, answers.prediction(1));
    var targets = new ValueTargets(new FMatrixRMaj(new float[][] {{1}, {2}}));
    var evaluation = (Scores.OfNumbers) Scores.of(answers, targets, 1);
    assertEquals(1, evaluation.unanswered());
    assertTrue(Double.isNaN(evaluation.report().rmse()));
  }

  @Test
  void rowsOfANetworkWhoseWeightsOverflowHaveNoAnswer() {
    var trained = Objects.requireNonNull(TrainedDocuments.iris().trained());
    var weights = trained.weights();
    for (var input = 0; input < 4; input++) {
      for (var unit = 0; unit < weights.layer(0).units(); unit++) {
        weights = weights.withWeight(0, input, unit, 3e38f);
      }
    }
    var last = weights.layers().size() - 1;
    for (var input = 0; input < weights.layer(last).inputs(); input++) {
      for (var unit = 0; unit < 3; unit++) {
        weights = weights.withWeight(last, input, unit, unit == 0 ? -3e38f : 3e38f);
      }
    }
    var model =
        new Model(trained.experiment(), trained.preprocessor(), weights, trained.history(), null);
    var table = Objects.requireNonNull(TrainedDocuments.iris().data().table());
    var predictor = new ModelPredictor(model, new PortableProducts());
    assertTrue(AllRows.of(predictor, table).unanswered() > 50);
    var answers = new TableAnswers(model, predictor, table, Progress.NONE);
    assertEquals(150 - AllRows.of(predictor, table).unanswered(), answers.answered());
    for (var row = 0; row < 150; row++) {
      var position = answers.position(row);
      assertTrue(position < 0 || !Float.isNaN(answers.answers().probability(position, 0)));
    }
    var score = Judgement.of(model, answers).orElseThrow();
    assertEquals(150, score.network().rows(), "those without an answer are not right");
    assertEquals(150 - answers.answered(), score.network().unanswered());
    var remark = answers.remarks().getFirst();
    assertEquals("answers.row.none", remark.first().key());
    assertEquals(150 - answers.answered(), remark.rows());
  }
}
