package dev.neuralworkbench.ui.evaluation.part;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.metrics.BestThreshold.Aim;
import dev.neuralworkbench.metrics.BestThreshold.Score;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Decision.Costs;
import dev.neuralworkbench.model.Decision.Threshold;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.TrainedDocuments;
import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.Scores;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.study.HeldOut;
import dev.neuralworkbench.ui.evaluation.EvaluateViewModel;
import dev.neuralworkbench.ui.evaluation.JudgedPart;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ThresholdViewModelTest {

  private final InlineTasks tasks = new InlineTasks();

  private final class Opened {

    private final Workspace workspace;
    private final EvaluateViewModel evaluate;
    private final ThresholdViewModel model;

    Opened(Document document) {
      workspace = new Workspace(document, tasks);
      var trainer = new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1));
      evaluate = new EvaluateViewModel(workspace, trainer, tasks);
      evaluate.seen(true);
      model = new ThresholdViewModel(workspace, evaluate.judged, PortableProducts::new, tasks);
    }

    Model trained() {
      return Objects.requireNonNull(workspace.document().get().trained());
    }

    @Nullable Decision decision() {
      return trained().decision();
    }

    JudgedPart judged() {
      return Objects.requireNonNull(evaluate.judged.get());
    }

    List<Object> fields() {
      return List.of(
          model.wanted.value().get(),
          model.falsePositive.value().get(),
          model.falseNegative.value().get());
    }

    /** What a predictor of the model as it is now says of the rows that are shown. */
    void assertShown() {
      var rows = judged().data();
      var answers = new ModelPredictor(trained(), new PortableProducts()).predict(rows);
      var expected = (Scores.OfClasses) Scores.of(answers, rows.targets(), Double.NaN);
      var shown = (Scores.OfClasses) judged().judgement().network();
      assertEquals(expected.confusion().accuracy(), shown.confusion().accuracy());
      for (var row = 0; row < rows.rows(); row++) {
        assertEquals(answers.predictedClass(row), judged().answers().predictedClass(row));
      }
    }
  }

  @Test
  void aThresholdIsSeenAtOnceAndUndoneAsOneStep() {
    var opened = new Opened(TrainedDocuments.circles());
    var before = opened.trained();
    var shown = opened.judged();
    var choice = opened.model.threshold();
    assertEquals(0.5, choice.value().getValue());
    for (var moved : new double[] {0.4, 0.3, 0.97}) {
      choice.choose(moved);
      opened.assertShown();
    }
    choice.settled();
    assertEquals(new Threshold(1, 0.97), opened.decision());
    assertEquals(0.97, choice.value().getValue());
    assertSame(shown.answers().outputs(), opened.judged().answers().outputs(), "not answered anew");
    assertTrue(opened.workspace.unsaved.get());
    opened.workspace.undo();
    assertSame(before, opened.trained());
    opened.assertShown();
    opened.workspace.redo();
    assertEquals(new Threshold(1, 0.97), opened.decision());
    opened.model.reset();
    assertNull(opened.decision());
  }

  @Test
  void aFalseNegativeCostsWhatItsFieldSays() {
    var opened = new Opened(TrainedDocuments.circles());
    opened.model.threshold().choose(0.9);
    assertNull(opened.model.costsNow());
    opened.model.wanted.choose(Score.COSTS);
    opened.model.falseNegative.choose(7.0);
    var matrix = ((Scores.OfClasses) opened.judged().judgement().network()).confusion();
    assertTrue(matrix.count(1, 0) > 0);
    assertEquals(
        matrix.count(0, 1) + 7 * matrix.count(1, 0),
        Judgement.cost(matrix, Objects.requireNonNull(opened.model.costsNow())));
  }

  @Test
  void theOtherClassIsMadePositiveWithoutAnotherPrediction() {
    var opened = new Opened(TrainedDocuments.circles());
    opened.model.threshold().choose(0.3);
    var before = opened.judged().answers().predictedClasses();
    opened.model.swap();
    assertEquals(new Threshold(0, 0.7), opened.decision());
    assertArrayEquals(before, opened.judged().answers().predictedClasses());
    opened.workspace.undo();
    assertEquals(new Threshold(1, 0.3), opened.decision());
  }

  /** What a threshold was found for is the model's own, so the fields follow it. */
  @Test
  void fieldsShowWhatTheDecisionIsBestFor() {
    var opened = new Opened(TrainedDocuments.circles());
    var model = opened.trained();
    var found = Decision.Rows.VALIDATION;
    var document = TrainedDocuments.circles();
    var byCosts = model.withDecision(new Threshold(0, 0.2, found, new Aim(Score.COSTS, 5, 2)));
    opened.workspace.open("x", document.withTrained(byCosts));
    assertEquals(List.of(Score.COSTS, 5.0, 2.0), opened.fields());
    var byYouden = model.withDecision(new Threshold(1, 0.2, found, new Aim(Score.YOUDEN, 1, 1)));
    opened.workspace.open("x", document.withTrained(byYouden));
    assertEquals(Score.YOUDEN, opened.model.wanted.value().get());
    var costs = new Decision.Costs(List.of(List.of(0.0, 3.0), List.of(9.0, 0.0)));
    opened.workspace.open("x", document.withTrained(model.withDecision(costs)));
    assertEquals(List.of(Score.COSTS, 3.0, 9.0), opened.fields());
  }

  @Test
  void aWarningGoesWithTheModelThatItIsAbout() {
    var opened = new Opened(TrainedDocuments.circles());
    var choice = opened.model.threshold();
    choice.choose(0.4);
    choice.settled();
    choice.choose(2.0);
    assertFalse(choice.problems().getValue().isEmpty());
    opened.workspace.undo();
    assertTrue(choice.problems().getValue().isEmpty());
  }

  @Test
  void aWrongThresholdIsToldAndNotChosen() {
    var opened = new Opened(TrainedDocuments.circles());
    var choice = opened.model.threshold();
    choice.choose(1.0);
    assertFalse(choice.problems().getValue().isEmpty());
    assertNull(opened.decision());
    choice.choose(0.2);
    assertTrue(choice.problems().getValue().isEmpty());
    assertNotNull(opened.decision());
  }

  /** The same as the command finds, on rows that are no test rows. */
  @Test
  void theBestThresholdIsFoundByCrossValidation() {
    var opened = new Opened(TrainedDocuments.circles());
    opened.model.wanted.choose(Score.YOUDEN);
    opened.model.find();
    var table = Objects.requireNonNull(opened.workspace.document().get().data().table());
    var rows = opened.trained().prepared(table);
    var aim = new Aim(Score.YOUDEN, 1, 1);
    var best =
        HeldOut.of(opened.trained(), rows, new PortableProducts(), Progress.NONE)
            .orElseThrow()
            .best(1, aim);
    assertEquals(
        new Threshold(1, best.threshold(), Decision.Rows.CROSS_VALIDATION, aim), opened.decision());
    opened.assertShown();
    opened.model.threshold().choose(0.25);
    assertEquals(new Threshold(1, 0.25), opened.decision(), "set by hand");
    opened.model.wanted.choose(Score.COSTS);
    opened.model.falseNegative.choose(100.0);
    opened.model.find();
    var cheap = (Threshold) Objects.requireNonNull(opened.decision());
    assertTrue(cheap.threshold() < best.threshold(), "a false negative costs a hundred times more");
  }

  /** A field is told a number whatever is opened: it may still show what it was made for. */
  @Test
  void fieldsOutliveTheirModel() {
    var opened = new Opened(TrainedDocuments.iris());
    var told = new ArrayList<Double>();
    opened.model.threshold().value().subscribe(value -> told.add(value));
    opened.model.cost(2, 1).value().subscribe(value -> told.add(value));
    opened.workspace.open("x", TrainedDocuments.circles());
    opened.workspace.open("x", TrainedDocuments.circles().withTrained(null));
    opened.workspace.open("x", TrainedDocuments.iris());
    assertFalse(told.contains(null));
    assertEquals(1, told.getLast());
  }

  @Test
  void costsOfMoreClassesAreSetOneByOne() {
    var opened = new Opened(TrainedDocuments.iris());
    var plain = opened.judged().answers().predictedClasses();
    var choice = opened.model.cost(2, 1);
    assertEquals(1, choice.value().getValue());
    choice.choose(1.0);
    assertNull(opened.decision(), "nothing is changed");
    choice.choose(40.0);
    choice.settled();
    var costs = (Costs) Objects.requireNonNull(opened.decision());
    assertEquals(40, costs.costs().get(2).get(1));
    assertEquals(1, costs.costs().get(1).get(2));
    opened.assertShown();
    var decided = opened.judged().answers().predictedClasses();
    var changed = 0;
    for (var row = 0; row < plain.length; row++) {
      changed += plain[row] == decided[row] ? 0 : 1;
    }
    assertTrue(changed > 0);
    opened.workspace.undo();
    assertNull(opened.decision());
  }
}
