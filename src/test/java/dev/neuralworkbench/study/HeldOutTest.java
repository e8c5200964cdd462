package dev.neuralworkbench.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.Targets;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.metrics.BestThreshold.Aim;
import dev.neuralworkbench.metrics.BestThreshold.Score;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Decision.Threshold;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.model.TrainedDocuments;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.progress.Progress;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeldOutTest {

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
      var heldOut = of(document, model.withDecision(new Threshold(1, 0.9, null)));
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
    var decided = heldOut.answers().decided(new Threshold(1, best.threshold(), null));
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
            heldOut.answers());
    assertFalse(same.tells(0) || same.tells(1));
  }
}
