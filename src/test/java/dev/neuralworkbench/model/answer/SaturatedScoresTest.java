package dev.neuralworkbench.model.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.TrainedDocuments;
import dev.neuralworkbench.nn.DoublePredictor;
import dev.neuralworkbench.nn.blas.PortableProducts;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Scores of networks so sure that a probability is 0 or 1. */
class SaturatedScoresTest {

  /** The network with the weights of its last layer made so much larger. */
  private static Model louder(Document document, float factor) {
    var model = Objects.requireNonNull(document.trained());
    var weights = model.weights();
    var last = weights.layers().size() - 1;
    for (var input = 0; input < weights.layer(last).inputs(); input++) {
      for (var unit = 0; unit < weights.layer(last).units(); unit++) {
        var weight = weights.layer(last).weight(input, unit);
        weights = weights.withWeight(last, input, unit, factor * weight);
      }
    }
    return new Model(model.experiment(), model.preprocessor(), weights, model.history(), null);
  }

  private static Dataset rows(Document document, Model model) {
    var table = Objects.requireNonNull(document.data().table());
    return PreparedData.of(model.experiment().preparation(), table).training();
  }

  private static double[] logits(Model model, Dataset rows) {
    var design = model.experiment().network();
    return new DoublePredictor(design, model.weights(), new PortableProducts())
        .outputs(rows.inputs(), _ -> {})
        .data;
  }

  private static Scores.OfClasses scores(Model model, Dataset rows) {
    var predictor = new ModelPredictor(model, new PortableProducts());
    return assertInstanceOf(Scores.OfClasses.class, Scores.of(predictor, rows));
  }

  private static int[] classes(Dataset rows) {
    return assertInstanceOf(ClassTargets.class, rows.targets()).classes();
  }

  /** Σ over pairs of a positive and another row: 1 where it is ranked higher, ½ for a tie. */
  private static double area(double[] ranks, int[] classes, int positive) {
    var pairs = 0.0;
    var won = 0.0;
    for (var i = 0; i < ranks.length; i++) {
      for (var j = 0; j < ranks.length; j++) {
        if (classes[i] == positive && classes[j] != positive) {
          pairs++;
          won += ranks[i] > ranks[j] ? 1 : ranks[i] == ranks[j] ? 0.5 : 0;
        }
      }
    }
    return won / pairs;
  }

  @Test
  void twoClassesAreScoredByTheLogit() {
    var document = TrainedDocuments.circles();
    var model = louder(document, 3000);
    var rows = rows(document, model);
    var classes = classes(rows);
    var logits = logits(model, rows);
    var loss = 0.0;
    var ranks = new double[logits.length];
    for (var row = 0; row < logits.length; row++) {
      var against = classes[row] == 1 ? -logits[row] : logits[row];
      loss += (Math.max(against, 0) + Math.log1p(Math.exp(-Math.abs(against)))) / logits.length;
      ranks[row] = logits[row];
    }
    assertTrue(loss > 20, "the network is sure, and wrong: " + loss);
    var scores = scores(model, rows);
    assertEquals(loss, scores.logLoss(), 1e-9 * loss);
    assertEquals(loss, scores.loss(), 1e-9 * loss);
    assertEquals(area(ranks, classes, 1), scores.auc(), 1e-12);
  }

  @Test
  void moreClassesAreRankedByTheOddsOfEach() {
    var document = TrainedDocuments.iris();
    var model = louder(document, 3000);
    var rows = rows(document, model);
    var classes = classes(rows);
    var logits = logits(model, rows);
    var loss = 0.0;
    var odds = new double[3][classes.length];
    for (var row = 0; row < classes.length; row++) {
      var z = new double[] {logits[3 * row], logits[3 * row + 1], logits[3 * row + 2]};
      for (var c = 0; c < 3; c++) {
        odds[c][row] = z[c] - sum(z[(c + 1) % 3], z[(c + 2) % 3]);
      }
      loss += sum(0, -odds[classes[row]][row]) / classes.length;
    }
    assertTrue(loss > 20, "the network is sure, and wrong: " + loss);
    var scores = scores(model, rows);
    assertEquals(loss, scores.logLoss(), 1e-9 * loss);
    var mean = (area(odds[0], classes, 0) + area(odds[1], classes, 1) + area(odds[2], classes, 2));
    assertEquals(mean / 3, scores.auc(), 1e-12);
  }

  /** log(eᵃ + eᵇ), NumPy's logaddexp. */
  private static double sum(double a, double b) {
    return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
  }
}
