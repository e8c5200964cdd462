package dev.neuralworkbench.ui.backprop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.explain.step.Phase;
import dev.neuralworkbench.explain.step.StepDetail;
import dev.neuralworkbench.explain.step.StepKind;
import dev.neuralworkbench.explain.trace.GradientCheck;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.model.Bookmark;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Initializer;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.ui.backprop.walk.ChosenRows.BackpropState;
import dev.neuralworkbench.ui.backprop.walk.ChosenRows.RowSource;
import dev.neuralworkbench.ui.backprop.walk.StepWalker.Reveal;
import dev.neuralworkbench.ui.workspace.Speed;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class BackpropViewModelTest extends BackpropModelCase {

  @Test
  void aFreshSampleCanBeFollowedAtOnce() {
    open(circles());
    assertEquals(BackpropState.READY, model.rows.state.get());
    assertEquals(1, model.rows.row.get());
    assertEquals(StepKind.NUMBER_INPUT, model.walker.step().kind());
    model.walker.next();
    assertEquals(1L, model.walker.index.get());
    model.walker.back();
    model.walker.back();
    assertEquals(0L, model.walker.index.get());
    model.walker.go(Phase.BACKWARD);
    assertEquals(StepKind.OUTPUT_DELTA, model.walker.step().kind());
    model.walker.last();
    assertEquals(StepKind.CHANGE, model.walker.step().kind());
    model.walker.next();
    assertEquals(StepKind.CHANGE, model.walker.step().kind());
  }

  /** Training goes on from its last weights while the mean, or the best epoch's, predicts. */
  @Test
  void theWeightsOfAStepAreNamedWithTheirEpoch() {
    open(circles());
    assertEquals("", otherWeights());
    workspace.editDraft("x", it -> it.withTraining(it.training().withAverage(10)));
    var document = workspace.document().get();
    var session = session(document);
    session.trainEpoch();
    session.trainEpoch();
    var plan = TrainingPlan.of(document);
    var data = PreparedData.of(plan.experiment().preparation(), document.data().table());
    workspace.edit("command.train", it -> it.withTrained(plan.model(session, data)));
    assertEquals(
        "Weights in use: averaged over about 2 epochs (EMA) up to epoch 2.", otherWeights());
    model.rows.source.set(RowSource.BATCH);
    assertEquals("Training continues from the weights after epoch 2.", otherWeights());
    workspace.editDraft("x", it -> it.withPreparation(it.preparation().withScaling(Scaling.NONE)));
    assertEquals(
        "This is the first step from the initial weights. Live, Evaluate and Predict use the"
            + " trained weights.",
        otherWeights());
  }

  /**
   * A row's prediction is the one of Predict, though the best epoch was restored, or a mean is in
   * use; the next mini-batch goes on from the last weights.
   */
  @Test
  void aRowIsTakenThroughTheWeightsInUse() {
    open(DataReference.of(BundledSample.IRIS));
    workspace.editDraft("x", it -> it.withTraining(it.training().withAverage(10)));
    model.trainer.speed().set(Speed.FULL);
    model.trainer.train();
    var trained = workspace.document().get().trained();
    assertNotEquals(trained.weights(), trained.checkpoint().predicting(), "the best is no last");
    var table = workspace.document().get().data().table();
    var predicted =
        new ModelPredictor(trained, new PortableProducts())
            .predict(table, new int[] {6}, Progress.NONE);
    model.rows.row.set(7);
    var trace = model.rows.subject.get().trace();
    for (var output = 0; output < 3; output++) {
      assertEquals(predicted.probability(0, output), trace.before().prediction(0, output), 1e-6);
    }
    var best = RunResult.of(trained).used();
    var last = trained.history().epochs();
    assertEquals(
        "Weights in use: averaged over about 10 epochs (EMA) up to epoch %d (best).".formatted(best)
            + " “Apply update” starts from the weights averaged over about 10 epochs (EMA) up to"
            + " epoch %d.".formatted(last),
        otherWeights());
    model.rows.source.set(RowSource.BATCH);
    assertEquals(
        trained.checkpoint().weights(), model.rows.subject.get().trace().setting().weights());
    assertEquals(
        "Training continues from the weights after epoch %d.".formatted(last), otherWeights());
  }

  /** The step that is made starts elsewhere than the one that shows: its numbers are its own. */
  @Test
  void aRowIsAppliedToTheWeightsThatTrainingGoesOnFrom() {
    open(DataReference.of(BundledSample.IRIS));
    model.trainer.speed().set(Speed.FULL);
    model.trainer.train();
    var before = workspace.document().get().trained().checkpoint().predicting();
    model.apply();
    var applied = model.applied.get();
    assertEquals(before, applied.trace().setting().weights());
    var weights = applied.made().weights();
    assertEquals(applied.trace().newWeight(0, 1, 2), weights.weight(0, 1, 2), 1e-6);
    assertEquals(applied.after(), model.rows.subject.get().trace().before().loss(), 1e-6);
  }

  @Test
  void anOutputLayerOfZerosSendsNoErrorBackUntilItIsMoved() {
    open(circles());
    workspace.editDraft(
        "x", it -> it.withNetwork(it.network().withOutputInitializer(Initializer.ZEROS)));
    assertEquals(
        "The weights of the output layer are still 0, so no error is propagated back through them."
            + " In this step, only regularization can change the earlier layers. From the next step"
            + " on, the error changes them, too.",
        otherWeights());
    assertEquals(0, model.rows.subject.get().trace().rowGradient(0, 0, 0, 0));
    workspace.editDraft(
        "x", it -> it.withNetwork(it.network().withOutputInitializer(Initializer.GLOROT_UNIFORM)));
    assertEquals("", otherWeights());
  }

  private String otherWeights() {
    // The class of a label needs the toolkit.
    return FxThread.call(
        () -> WeightsLabel.sentence(Sentences.of(Locale.ENGLISH), model.rows.subject.get()));
  }

  @Test
  void theRowsOfABatchAreThoseThatTheEngineTakesNext() {
    open(circles());
    model.rows.source.set(RowSource.BATCH);
    var subject = model.rows.subject.get();
    assertEquals(16, subject.rows().size());
    model.walker.focus.set(3);
    assertEquals(subject.trace().before().loss(3), loss(), 0);
  }

  private double loss() {
    model.walker.go(Phase.LOSS);
    return model.walker.step().result().value();
  }

  @Test
  void aDraftThatCannotBeTrainedIsToldAndComesBack() {
    open(circles());
    workspace.editDraft("x", it -> it.withTraining(it.training().withBatchSize(100_000)));
    assertEquals(BackpropState.PROBLEM, model.rows.state.get());
    assertNull(model.walker.step());
    workspace.undo();
    assertEquals(BackpropState.READY, model.rows.state.get());
  }

  @Test
  void aRowWithoutATargetIsTold() {
    var x = NumberColumn.of("x", 1, 2, 3, 4, 5);
    var y = NumberColumn.of("y", Double.NaN, 2.5, 3, 4, 5.5);
    open(DataReference.ofTyped(Table.of("t", x, y)));
    assertEquals(2, model.rows.row.get());
    assertEquals(BackpropState.READY, model.rows.state.get());
    model.rows.row.set(1);
    assertEquals(BackpropState.NO_TARGET, model.rows.state.get());
    model.rows.row.set(3);
    assertEquals(BackpropState.READY, model.rows.state.get());
  }

  @Test
  void wideLayersAreToldAsAWhole() {
    open(DataReference.of(BundledSample.IRIS));
    var wide = List.of(DenseDesign.of(65, Activation.TANH));
    workspace.editDraft("x", it -> it.withNetwork(it.network().withHidden(wide)));
    assertEquals(StepDetail.LAYER, model.walker.grain.get());
    model.walker.go(Phase.FORWARD);
    assertTrue(model.walker.step().parts().getFirst().hidden() > 0);
  }

  @Test
  void allGradientsAreCheckedAndAgree() {
    open(circles());
    model.checks.start();
    var check = model.checks.last.get();
    assertEquals(65, check.entries().size());
    assertTrue(check.entries().stream().noneMatch(GradientCheck.Entry::wrong));
    model.checks.place.set(NetworkLocation.layer(1));
    model.checks.power.set(4);
    model.checks.start();
    assertEquals(17, model.checks.last.get().entries().size());
    assertEquals(1e-4, model.checks.last.get().epsilon(), 1e-12);
    // What was checked is not what is looked at any more.
    model.rows.row.set(2);
    assertNull(model.checks.last.get());
  }

  @Test
  void oneWeightIsCheckedAndForgottenWhereTheNetworkHasItNoMore() {
    open(circles());
    var weight = NetworkLocation.weight(0, 1, 7);
    model.checks.place.set(weight);
    model.checks.power.set(6);
    model.checks.start();
    var check = model.checks.last.get();
    assertEquals(List.of(weight), check.entries().stream().map(it -> it.place()).toList());
    assertEquals(1e-6, check.epsilon(), 1e-15);
    assertTrue(check.entries().getFirst().error() < 1e-4);
    var narrow = List.of(DenseDesign.of(3, Activation.TANH));
    workspace.editDraft("x", it -> it.withNetwork(it.network().withHidden(narrow)));
    assertEquals(NetworkLocation.layer(NetworkLocation.ALL), model.checks.place.get());
    assertEquals(6, model.checks.power.get());
  }

  /**
   * Training goes on from its last weights; a row shows the best ones, and one of these changes.
   */
  @Test
  void aWeightThatIsTypedChangesNoOther() {
    open(DataReference.of(BundledSample.IRIS));
    model.trainer.speed().set(Speed.FULL);
    model.trainer.train();
    var before = model.rows.subject.get().trace().setting().weights();
    assertNotEquals(
        before,
        model.rows.subject.get().basis().setting().weights(),
        "the best epoch is not the last one");
    var place = NetworkLocation.weight(0, 1, 2);
    model.changeWeight(place, 0.5f);
    assertEquals(
        before.withWeight(0, 1, 2, 0.5f), model.rows.subject.get().trace().setting().weights());
    workspace.undo();
    assertEquals(before, model.rows.subject.get().trace().setting().weights());
  }

  /** A file came without its rows, and then another table was opened. */
  @Test
  void aBookmarkIsForgottenWithItsDocument() {
    open(circles());
    model.goTo(new Bookmark(Bookmark.Rows.ROW, 7, Bookmark.Detail.LAYER, 5, null));
    assertEquals(7, model.rows.row.get());
    assertEquals(StepDetail.LAYER, model.walker.grain.get());
    assertEquals(4L, model.walker.index.get());
    model.seen(false);
    model.goTo(new Bookmark(Bookmark.Rows.ROW, 9, Bookmark.Detail.UNIT, 2, null));
    model.goTo(null);
    workspace.open("x", Document.of(BundledSample.IRIS));
    model.seen(true);
    assertEquals(1, model.rows.row.get());
  }

  /** A class is asked for a number: the file of the lecture opens without it, too. */
  @Test
  void whatWasHiddenWhenTheLectureWasSavedIsHiddenWhenItOpens() {
    open(circles());
    model.walker.next();
    assertNull(model.bookmark().blanks(), "all of the step shows");
    model.walker.reveal.set(Reveal.BLANKS);
    assertTrue(model.walker.revealed().blank());
    var saved = model.bookmark();
    open(circles());
    assertFalse(model.walker.revealed().blank());
    model.goTo(saved);
    assertEquals(1L, model.walker.index.get());
    assertTrue(model.walker.revealed().blank());
    model.walker.next();
    assertFalse(model.walker.revealed().blank());
  }

  /** Box by box, a lecture opens with the boxes that were there, and with its panel. */
  @Test
  void howFarAStepWasRevealedAndThePanelAreKept() {
    for (var reveal : Reveal.values()) {
      open(circles());
      model.walker.go(Phase.BACKWARD);
      model.walker.reveal.set(reveal);
      model.walker.stage.set(0);
      for (var i = 0; reveal != Reveal.AT_ONCE && i < 2; i++) {
        model.walker.next();
      }
      model.aid.set(Bookmark.Panel.LOSS);
      var shown = model.walker.revealed();
      var at = model.walker.index.get();
      var saved = model.bookmark();
      open(circles());
      model.goTo(saved);
      assertEquals(shown, model.walker.revealed(), reveal + "");
      assertEquals(at, model.walker.index.get());
      assertEquals(Bookmark.Panel.LOSS, model.aid.get());
    }
  }

  /** The answer of an open question is hidden, and one more press than there are shows all. */
  @Test
  void aQuestionIsHiddenAndPressesBeyondTheStepShowAll() {
    open(circles());
    model.walker.go(Phase.LOSS);
    model.walker.asks.set(true);
    assertEquals(true, model.bookmark().blanks());
    assertNull(model.bookmark().presses());
    open(circles());
    model.goTo(new Bookmark(Bookmark.Rows.ROW, 1, Bookmark.Detail.UNIT, 1, true, 99, null));
    assertFalse(model.walker.revealed().blank());
    assertFalse(model.walker.hides());
    model.goTo(new Bookmark(Bookmark.Rows.ROW, 1, Bookmark.Detail.UNIT, 1, true));
    assertTrue(model.walker.revealed().blank());
  }

  @Test
  void anotherTableIsTakenApartFromItsFirstStep() {
    open(circles());
    model.walker.last();
    workspace.editDraft("x", it -> it.withTraining(it.training().withSeed(7)));
    assertTrue(model.walker.index.get() > 0, "the same rows: the walk stays where it was");
    workspace.open("x", Document.of(BundledSample.IRIS));
    assertEquals(0L, model.walker.index.get());
  }
}
