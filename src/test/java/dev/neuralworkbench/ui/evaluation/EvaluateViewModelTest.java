package dev.neuralworkbench.ui.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.baseline.Separability;
import dev.neuralworkbench.data.sample.BundledSample;
import dev.neuralworkbench.data.sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.answer.Evaluation;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.study.Metric;
import dev.neuralworkbench.testing.RecordedLog;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.settings.ComputingSettings;
import dev.neuralworkbench.ui.workspace.settings.Engine;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvaluateViewModelTest {

  private final InlineTasks tasks = new InlineTasks();

  @Test
  void nothingTrainedIsSaid() {
    var opened = new Opened(circles());
    opened.model.seen(true);
    assertEquals(EvaluateState.UNTRAINED, opened.model.state().get());
  }

  @Test
  void nothingIsComputedWhileTheScreenIsHidden() {
    var opened = new Opened(circles());
    opened.trainer.train();
    assertNull(opened.model.judgement().get());
    opened.model.seen(true);
    assertEquals(EvaluateState.READY, opened.model.state().get());
  }

  @Test
  void scoresOfEachPartAreThoseOfTheEvaluation() {
    var opened = new Opened(circles());
    opened.trainer.train();
    opened.model.seen(true);
    for (var part : Part.values()) {
      opened.model.part().set(part);
      var shown = opened.judgement();
      var expected = (Evaluation.OfClasses) opened.evaluation(part);
      assertEquals(expected.rows(), shown.rows());
      assertEquals(expected.report().accuracy(), shown.network().value(Metric.ACCURACY));
      assertEquals(expected.auc(), shown.network().value(Metric.AUC));
    }
  }

  @Test
  void cellsHoldAllRowsAndEachListsAsManyAsItCounts() {
    var opened = new Opened(circles());
    opened.trainer.train();
    opened.model.seen(true);
    var shown = opened.judgement();
    var matrix = ((Evaluation.OfClasses) shown.network().evaluation()).report().confusion();
    var listed = 0;
    for (var actual = 0; actual < 2; actual++) {
      for (var predicted = 0; predicted < 2; predicted++) {
        var rows = shown.rowsOf(new MatrixCell(actual, predicted));
        assertEquals(matrix.count(actual, predicted), rows.length);
        for (var row : rows) {
          assertTrue(shown.probability(row, predicted) >= 0.5);
        }
        listed += rows.length;
      }
    }
    assertEquals(shown.rows(), listed);
  }

  @Test
  void probabilitiesOfSquaredErrorAreThoseThatEveryOtherPlaceShows() {
    var document = Document.of(DataReference.of(BundledSample.IRIS));
    var draft = document.draft();
    var squared = draft.withNetwork(draft.network().withLoss(Loss.MEAN_SQUARED_ERROR));
    var opened = new Opened(document.withDraft(squared.withTraining(squared.training())));
    opened.trainer.train();
    opened.model.seen(true);
    opened.model.part().set(Part.TRAINING);
    var shown = opened.judgement();
    var trained = Objects.requireNonNull(opened.workspace.document().get().trained());
    var table = Objects.requireNonNull(opened.workspace.document().get().data().table());
    var answers =
        new ModelPredictor(trained, new PortableProducts()).predict(table, shown.sourceRows());
    var clipped = 0;
    for (var row = 0; row < shown.rows(); row++) {
      for (var c = 0; c < 3; c++) {
        assertEquals(answers.probability(row, c), shown.probability(row, c));
        clipped += answers.outputs().get(row, c) > 1 ? 1 : 0;
      }
    }
    assertTrue(clipped > 0, "outputs above 1 are the case in question");
  }

  @Test
  void circlesAreNotSeparableByALine() {
    var opened = new Opened(circles());
    opened.trainer.train();
    opened.model.seen(true);
    var linear =
        Objects.requireNonNull(Objects.requireNonNull(opened.model.linear().get()).linear());
    assertEquals(Separability.NOT_SEPARABLE, linear.separability());
    assertTrue(
        linear.scores().value(Metric.ACCURACY)
            < opened.judgement().network().value(Metric.ACCURACY));
  }

  @Test
  void numbersAreJudgedInTheUnitsOfTheTargetBesideTheMean() {
    var opened = new Opened(Document.of(DataReference.of(BundledSample.DIABETES)));
    opened.trainer.train();
    opened.model.seen(true);
    var shown = opened.judgement();
    var expected = (Evaluation.OfNumbers) opened.evaluation(Part.TEST);
    assertEquals(expected.report().rmse(), shown.network().value(Metric.RMSE));
    assertTrue(shown.constant().value(Metric.R2) <= 0, "the mean explains nothing");
    var numbers = (ChartShapes.Numbers) shown.shapes();
    assertEquals(shown.rows(), numbers.actual().length);
  }

  @Test
  void partWithoutRowsIsSaid() {
    var opened = new Opened(circles());
    opened.workspace.editDraft(
        "form.test",
        it -> it.withPreparation(it.preparation().withSplit(it.preparation().split().withTest(0))));
    opened.trainer.train();
    opened.model.seen(true);
    assertEquals(EvaluateState.NO_ROWS, opened.model.state().get());
    opened.model.part().set(Part.TRAINING);
    assertEquals(EvaluateState.READY, opened.model.state().get());
  }

  @Test
  void scoresAreKeptForTheModelAndNewForTheNext() {
    var opened = new Opened(circles());
    opened.trainer.train();
    opened.model.seen(true);
    var first = opened.judgement();
    opened.model.part().set(Part.TRAINING);
    opened.model.part().set(Part.TEST);
    assertTrue(first.equals(opened.judgement()), "not computed again");
    opened.trainer.train();
    assertFalse(first.equals(opened.judgement()), "another model");
  }

  @Test
  void changedChoicesAreToldAndTheScoresStay() {
    var opened = new Opened(circles());
    opened.trainer.train();
    opened.model.seen(true);
    assertFalse(opened.model.differs().get());
    opened.workspace.editDraft(
        "form.seed", it -> it.withTraining(it.training().withSeed(it.training().seed() + 1)));
    assertTrue(opened.model.differs().get());
    assertNotNull(opened.model.judgement().get());
  }

  @Test
  void cellChosenTwiceIsPutAway() {
    var opened = new Opened(circles());
    opened.model.select(new MatrixCell(0, 1));
    assertEquals(new MatrixCell(0, 1), opened.model.cell().get());
    opened.model.select(new MatrixCell(0, 1));
    assertNull(opened.model.cell().get());
  }

  @ParameterizedTest
  @MethodSource("dev.neuralworkbench.testing.Faults#all")
  void modelThatCannotBeJudgedIsSaidAndTriedAgainWhenAsked(Throwable thrown) {
    try (var log = new RecordedLog()) {
      var opened = new Opened(circles());
      opened.trainer.train();
      tasks.fail(EvaluateViewModel.JOB, thrown);
      opened.model.seen(true);
      assertEquals(List.of(thrown), log.faults());
      assertEquals(EvaluateState.FAILED, opened.model.state().get());
      opened.model.tryAgain();
      assertEquals(EvaluateState.READY, opened.model.state().get());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.neuralworkbench.testing.Faults#all")
  void scoresStayWhereNoLinearModelCanBeFitted(Throwable thrown) {
    try (var log = new RecordedLog()) {
      var opened = new Opened(circles());
      opened.trainer.train();
      tasks.fail(EvaluateViewModel.LINEAR_JOB, thrown);
      opened.model.seen(true);
      assertEquals(List.of(thrown), log.faults());
      assertEquals(1, tasks.complaints());
      assertEquals(EvaluateState.READY, opened.model.state().get());
      assertEquals(LinearResult.NONE, opened.model.linear().get());
    }
  }

  private static Document circles() {
    var document = Document.of(DataReference.of(GeneratedSample.of(SampleKind.CIRCLES)));
    var draft = document.draft();
    return document.withDraft(draft.withTraining(draft.training().withEpochs(60)));
  }

  private final class Opened {

    private final Workspace workspace;
    private final Trainer trainer;
    private final EvaluateViewModel model;

    Opened(Document document) {
      workspace = new Workspace(document, tasks);
      trainer = new Trainer(workspace, tasks, new ComputingSettings(Engine.PORTABLE, 1));
      trainer.speed().set(dev.neuralworkbench.ui.workspace.Speed.FULL);
      model = new EvaluateViewModel(workspace, trainer, tasks, PortableProducts::new);
    }

    Judgement judgement() {
      return Objects.requireNonNull(model.judgement().get());
    }

    Evaluation evaluation(Part part) {
      var document = workspace.document().get();
      var trained = Objects.requireNonNull(document.trained());
      var table = Objects.requireNonNull(document.data().table());
      var data = PreparedData.of(trained.experiment().preparation(), table);
      return Evaluation.of(new ModelPredictor(trained, new PortableProducts()), part.of(data));
    }
  }
}
