package dev.neuralworkbench.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.Targets;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.metrics.BestThreshold.Aim;
import dev.neuralworkbench.metrics.BestThreshold.Score;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Decision.Threshold;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.OwnTable;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.model.TrainedDocuments;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.Prediction;
import dev.neuralworkbench.model.answer.Scores;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.train.Stopping;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeldOutTest {

  private final PortableProducts products = new PortableProducts();

  private static Model model(Document document) {
    return Objects.requireNonNull(document.trained());
  }

  private static HeldOut of(Document document, Model model) {
    var table = Objects.requireNonNull(document.data().table());
    var rows = model.prepared(table);
    return HeldOut.of(model, rows, new PortableProducts(), Progress.NONE).orElseThrow();
  }

  /** The run itself has scored its folds, with networks in floats. */
  @Test
  void withoutValidationRowsEachTrainingRowIsAnsweredByItsFold() {
    for (var document : new Document[] {TrainedDocuments.circles(), TrainedDocuments.iris()}) {
      var model = model(document);
      var heldOut = of(document, model.withDecision(new Threshold(1, 0.9)));
      assertEquals(Decision.Rows.CROSS_VALIDATION, heldOut.rows());
      var epoch = RunResult.used(model.experiment(), model.history()) - 1;
      var said = model.history().validationScore(epoch);
      assertEquals(said, accuracy(heldOut.answers(), heldOut.targets()), 1e-9);
    }
  }

  private static double accuracy(Answers answers, Targets targets) {
    var actual = ((ClassTargets) targets).classes();
    var predicted = answers.predictedClasses();
    return IntStream.range(0, actual.length)
        .mapToDouble(row -> predicted[row] == actual[row] ? 1 : 0)
        .average()
        .orElseThrow();
  }

  @Test
  void validationRowsAreTakenWhereThereAreAny() {
    var document = TrainedDocuments.circles();
    var draft = document.draft();
    var preparation = draft.preparation();
    var divided =
        draft.withPreparation(preparation.withSplit(preparation.split().withValidation(0.2)));
    var trained =
        TrainedDocuments.trained(
            document.withDraft(divided.withTraining(divided.training().withFolds(0))), 20);
    var model = model(trained);
    var heldOut = of(trained, model);
    assertEquals(Decision.Rows.VALIDATION, heldOut.rows());
    var rows = model.prepared(Objects.requireNonNull(trained.data().table())).validation();
    assertArrayEquals(
        ((ClassTargets) rows.targets()).classes(), ((ClassTargets) heldOut.targets()).classes());
    var expected = new ModelPredictor(model, new PortableProducts()).predict(rows);
    assertArrayEquals(expected.outputs().data, heldOut.answers().outputs().data);
    var best = heldOut.best(1, new Aim(Score.ACCURACY, 1, 1));
    var decided = heldOut.answers().decided(new Threshold(1, best.threshold()));
    assertEquals(best.value(), accuracy(decided, heldOut.targets()));
  }

  @Test
  void rowsOfOneClassTellOfNoThreshold() {
    var document = TrainedDocuments.circles();
    var heldOut = of(document, model(document));
    assertTrue(heldOut.tells(0) && heldOut.tells(1));
    var same =
        new HeldOut(
            heldOut.rows(),
            new ClassTargets(new int[heldOut.answers().rows()], 2),
            heldOut.answers(),
            heldOut.folds());
    assertFalse(same.tells(0) || same.tells(1));
  }

  /**
   * The networks of the folds learn all other rows: together their answers are those that a
   * cross-validation scores fold by fold.
   */
  @Test
  void withoutFoldsOfTheRunNetworksAreTrainedThatHaveNotLearnedTheirRows() {
    for (var sample : new BundledSample[] {BundledSample.IRIS, BundledSample.DIABETES}) {
      var document = OwnTable.of(sample);
      var draft = document.draft();
      var alone = draft.withPreparation(draft.preparation().withSplit(Split.NONE));
      var trained =
          TrainedDocuments.trained(
              document.withDraft(
                  alone.withTraining(
                      alone
                          .training()
                          .withFolds(0)
                          .withStopping(new Stopping(10, null, null, null)))),
              10);
      var model = model(trained);
      var table = Objects.requireNonNull(trained.data().table());
      var rows = model.prepared(table).training();
      assertTrue(HeldOut.of(model, model.prepared(table), products, Progress.NONE).isEmpty());
      var found = HeldOut.crossValidated(model, table, rows, products, Progress.NONE).orElseThrow();
      assertEquals(10, found.folds());
      var scored =
          CrossValidation.DEFAULT.run(model.experiment(), table, products, 1, Progress.NONE);
      var right = 0;
      var squares = 0.0;
      for (var fold : scored.folds()) {
        switch (fold.judgement().network()) {
          case Scores.OfClasses classes -> right += classes.confusion().correct();
          case Scores.OfNumbers numbers ->
              squares += numbers.rows() * Math.pow(numbers.report().rmse(), 2);
        }
      }
      var target = table.column(model.preprocessor().target().name());
      var ownRight = 0;
      var ownSquares = 0.0;
      for (var i = 0; i < rows.rows(); i++) {
        var row = rows.sourceRows()[i];
        switch (found.answers().prediction(i)) {
          case Prediction.OfClass of -> ownRight += of.answer().equals(target.text(row)) ? 1 : 0;
          case Prediction.OfNumber(var number) ->
              ownSquares += Math.pow(target.value(row) - number, 2);
          case Prediction.None _ -> throw new AssertionError("an answer");
        }
      }
      assertEquals(right, ownRight);
      assertEquals(squares, ownSquares, 1e-9 * squares);
    }
  }
}
