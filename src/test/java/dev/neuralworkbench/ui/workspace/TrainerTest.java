package dev.neuralworkbench.ui.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.model.TrainingPlan.TrainingStart;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Patience;
import dev.neuralworkbench.testing.TestDialogs;
import dev.neuralworkbench.train.Intervention;
import dev.neuralworkbench.train.StopReason;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adagrad;
import dev.neuralworkbench.train.pace.Pace;
import dev.neuralworkbench.ui.common.dialog.Dialogs;
import dev.neuralworkbench.ui.common.work.FxBackgroundTasks;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrainerTest {

  private Workspace workspace;
  private Trainer trainer;

  @BeforeEach
  void open() {
    FxThread.run(
        () -> {
          var tasks = new FxBackgroundTasks();
          workspace =
              new Workspace(
                  Document.of(DataReference.of(GeneratedSample.of(SampleKind.CIRCLES))), tasks);
          trainer = new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1));
          trainer.speed().set(Speed.FULL);
        });
  }

  @AfterEach
  void stop() {
    FxThread.run(trainer::reset);
  }

  @Test
  void runEndsWithItsModelInTheDocumentAsOneStep() throws InterruptedException {
    FxThread.run(trainer::train);
    await(RunState.FINISHED);
    var model = FxThread.call(() -> workspace.document().get().trained());
    assertEquals(StopReason.COMPLETED, model.history().stopReason());
    assertEquals(200, model.history().epochs());
    assertEquals("command.train", workspace.undoName.get());
    FxThread.run(workspace::undo);
    assertNull(workspace.document().get().trained());
    assertEquals(RunState.IDLE, trainer.state().get());
    FxThread.run(workspace::redo);
    assertEquals(RunState.FINISHED, trainer.state().get());
  }

  @Test
  void trainingAnewForgetsWhatWasLearnedAndIsOneStep() throws InterruptedException {
    FxThread.run(trainer::train);
    await(RunState.FINISHED);
    var first = FxThread.call(() -> workspace.document().get().trained());
    FxThread.run(trainer::trainAnew);
    await(RunState.FINISHED);
    await(() -> !first.equals(workspace.document().get().trained()));
    var second = FxThread.call(() -> workspace.document().get().trained());
    assertEquals(200, second.history().epochs());
    assertEquals(first.weights(), second.weights());
    FxThread.run(workspace::undo);
    assertEquals(first, workspace.document().get().trained());
    FxThread.run(workspace::undo);
    assertNull(workspace.document().get().trained());
  }

  /** Costs are a setting, a threshold that was found is of the probabilities it was found for. */
  @Test
  void whatDecidesOutlivesTrainingUnlessItWasFound() throws InterruptedException {
    FxThread.run(trainer::train);
    await(RunState.FINISHED);
    var costs = new Decision.Costs(List.of(List.of(0.0, 1.0), List.of(5.0, 0.0)));
    var found = new Decision.Threshold(1, 0.3, Decision.Rows.VALIDATION, null);
    for (var by : List.of(costs, new Decision.Threshold(1, 0.3), found)) {
      FxThread.run(() -> workspace.edit("x", it -> it.withTrained(it.trained().withDecision(by))));
      var before = FxThread.call(() -> workspace.document().get());
      FxThread.run(trainer::trainAnew);
      await(RunState.FINISHED);
      await(() -> !before.trained().isButDecided(workspace.document().get().trained()));
      var now = FxThread.call(() -> workspace.document().get());
      assertEquals(by.equals(found) ? null : by, now.trained().decision());
      assertEquals(by.equals(found), now.dropsDecision(before), "which is told");
    }
    var last = FxThread.call(() -> workspace.document().get());
    var decided = last.withTrained(last.trained().withDecision(costs));
    assertTrue(last.withTrained(null).dropsDecision(decided), "Reset");
    assertFalse(last.dropsDecision(decided), "undone");
  }

  @Test
  void heldRunsBringTheirModelAndStayOneStep() throws InterruptedException {
    for (var epoch = 1; epoch <= 3; epoch++) {
      var done = epoch;
      FxThread.run(trainer::stepEpoch);
      await(() -> trained() && workspace.document().get().trained().history().epochs() == done);
    }
    assertEquals(RunState.PAUSED, trainer.state().get());
    FxThread.run(trainer::stepBatch);
    await(() -> workspace.document().get().trained().checkpoint().batch() == 1);
    FxThread.run(workspace::undo);
    assertNull(workspace.undoName.get());
    assertEquals(RunState.IDLE, trainer.state().get());
  }

  @Test
  void presentWorkIsHandedOutWhileARunGoesAndNothingIsChangedByIt() throws InterruptedException {
    var handed = new AtomicReference<Document>();
    FxThread.run(
        () -> {
          trainer.speed().set(Speed.AUTO);
          trainer.train();
        });
    await(RunState.RUNNING);
    FxThread.run(() -> trainer.presentWork(handed::set, () -> {}));
    await(() -> handed.get() != null);
    assertNull(FxThread.call(() -> workspace.document().get()).trained());
    assertNull(FxThread.call(() -> workspace.undoName.get()));
    var model = handed.get().trained();
    var epochs = model.history().epochs();
    FxThread.run(() -> trainer.speed().set(Speed.FULL));
    await(RunState.FINISHED);
    assertEquals(epochs, model.history().epochs(), "it does not grow with the run");
  }

  @Test
  void editDuringARunDoesNotDisturbItAndIsKept() throws InterruptedException {
    FxThread.run(
        () -> {
          trainer.speed().set(Speed.AUTO);
          trainer.train();
        });
    await(RunState.RUNNING);
    FxThread.run(
        () -> {
          workspace.editDraft(
              "training.stopping.epochs", it -> it.withTraining(it.training().withEpochs(7)));
          trainer.speed().set(Speed.FULL);
        });
    await(RunState.FINISHED);
    var document = workspace.document().get();
    assertEquals(7, document.draft().training().stopping().epochs());
    assertEquals(200, document.trained().history().epochs());
  }

  @Test
  void openingAnotherDocumentDropsTheRun() throws InterruptedException {
    FxThread.run(
        () -> {
          trainer.speed().set(Speed.AUTO);
          trainer.train();
        });
    await(RunState.RUNNING);
    var iris = Document.of(DataReference.of(BundledSample.IRIS));
    FxThread.run(() -> workspace.open("command.openData", iris));
    assertEquals(RunState.IDLE, trainer.state().get());
    FxThread.run(() -> trainer.speed().set(Speed.FULL));
    TimeUnit.MILLISECONDS.sleep(300);
    assertNull(FxThread.call(() -> workspace.document().get()).trained());
  }

  @Test
  void stoppedRunKeepsItsModelAndGoesOn() throws InterruptedException {
    FxThread.run(
        () -> {
          trainer.speed().set(Speed.AUTO);
          trainer.train();
        });
    await(() -> trainer.run().get() != null && trainer.run().get().history().epochs() >= 2);
    FxThread.run(trainer::stop);
    await(RunState.FINISHED);
    var stopped = workspace.document().get().trained();
    assertEquals(StopReason.STOPPED, stopped.history().stopReason());
    FxThread.run(
        () -> {
          trainer.speed().set(Speed.FULL);
          trainer.train();
        });
    await(() -> workspace.document().get().trained().history().epochs() == 200);
  }

  @Test
  void documentIsBroughtUpToTheRunWhenAsked() throws InterruptedException {
    FxThread.run(
        () -> {
          trainer.speed().set(Speed.AUTO);
          trainer.train();
        });
    await(() -> trainer.run().get() != null && trainer.run().get().history().epochs() >= 1);
    var asked = new boolean[1];
    FxThread.run(() -> trainer.upToDate(() -> asked[0] = trained()));
    await(() -> asked[0]);
    assertEquals(RunState.RUNNING, trainer.state().get());
  }

  @Test
  void resetForgetsTheModelAndCanBeUndone() throws InterruptedException {
    FxThread.run(trainer::train);
    await(RunState.FINISHED);
    FxThread.run(trainer::reset);
    assertFalse(trained());
    FxThread.run(workspace::undo);
    assertTrue(trained());
  }

  @Test
  void endOfADroppedRunDoesNotTouchTheOneBeingPrepared() {
    FxThread.run(
        () -> {
          var tasks = new HeldTasks();
          var held = new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1));
          held.speed().set(Speed.FULL);
          held.train();
          tasks.doNext(); // Prepared: the run is under way.
          var ending = tasks.startNext();
          held.reset();
          held.train();
          assertEquals(RunState.PREPARING, held.state().get());
          ending.run(); // The end of the first run arrives late.
          assertEquals(RunState.PREPARING, held.state().get());
          assertFalse(trained());
        });
  }

  @Test
  void rateChosenDuringARunIsItsRateAtOnceAndTheNextStartGoesOnWithIt()
      throws InterruptedException {
    FxThread.run(
        () -> {
          trainer.speed().set(Speed.AUTO);
          trainer.train();
        });
    await(() -> trainer.run().get() != null && trainer.run().get().history().epochs() >= 1);
    var first = rate();
    FxThread.run(() -> workspace.editDraft("x", it -> withRate(it, 3 * first)));
    await(() -> trainer.run().get().history().interventions().size() == 1);
    FxThread.run(trainer::stop);
    await(RunState.FINISHED);
    var document = workspace.document().get();
    assertEquals(3 * first, rate());
    assertEquals(3 * first, document.trained().checkpoint().learningRate());
    assertFalse(document.draftDiffers(), "trained with the rate that the form shows");
    assertInstanceOf(TrainingStart.Continued.class, TrainingPlan.of(document).start());
    FxThread.run(trainer::train);
    await(RunState.RUNNING);
    assertEquals(
        3 * first,
        assertInstanceOf(Intervention.RateChange.class, lastRun().interventions().getFirst())
            .after(),
        "told of the run that goes on, from its start");
    FxThread.run(trainer::stop);
    await(RunState.FINISHED);
    FxThread.run(() -> workspace.editDraft("x", it -> withRate(it, first)));
    assertInstanceOf(TrainingStart.Anew.class, TrainingPlan.of(workspace.document().get()).start());
  }

  @Test
  void undoneRateIsTheRunsRateAgain() throws InterruptedException {
    FxThread.run(
        () -> {
          trainer.speed().set(Speed.AUTO);
          trainer.train();
        });
    await(() -> trainer.run().get() != null && trainer.run().get().history().epochs() >= 1);
    var first = rate();
    FxThread.run(() -> workspace.editDraft("x", it -> withRate(it, 3 * first)));
    FxThread.run(workspace::undo);
    await(() -> trainer.run().get().history().interventions().size() == 2);
    var last = (Intervention.RateChange) trainer.run().get().history().interventions().getLast();
    assertEquals(first, last.after());
  }

  /** A comparison is fair where both began with the same weights. */
  @Test
  void trainAfterAChangeIsATrainingFromScratchAndUndoLeadsBack() throws InterruptedException {
    trainsFor(3);
    var first = trainedModel();
    faster();
    FxThread.run(trainer::train);
    await(() -> trained() && !first.equals(workspace.document().get().trained()));
    await(RunState.FINISHED);
    var changed = trainedModel();
    FxThread.run(trainer::trainAnew);
    await(() -> !changed.equals(workspace.document().get().trained()));
    await(RunState.FINISHED);
    assertEquals(trainedModel().weights(), changed.weights());
    assertEquals(3, changed.history().epochs());
    FxThread.run(workspace::undo);
    FxThread.run(workspace::undo);
    assertEquals(first, workspace.document().get().trained());
  }

  @Test
  void heldRunIsLeftWhereItsWeightsGoOnWithChangedSettings() throws InterruptedException {
    FxThread.run(trainer::stepEpoch);
    await(() -> trained() && trainer.state().get() == RunState.PAUSED);
    var held = trainedModel();
    FxThread.run(
        () -> {
          workspace.editDraft("x", it -> it.withTraining(it.training().withBatchSize(7)));
          trainer.trainWithTheseWeights();
        });
    await(() -> !held.equals(workspace.document().get().trained()));
    await(RunState.FINISHED);
    var records = FxThread.call(() -> workspace.document().get().runs().present());
    assertEquals(1, records.getFirst().record().result().epochs(), "as far as it came");
    assertEquals(1, records.getLast().record().from());
    assertFalse(records.getLast().record().anew());
    var began = TrainingPlan.keeping(records.getLast().record().experiment(), held).start();
    assertEquals(2, assertInstanceOf(TrainingStart.FromWeights.class, began).kept().count());
    FxThread.run(workspace::undo);
    assertEquals(held, workspace.document().get().trained());
  }

  @Test
  void weightsEditedByHandAreAskedAboutBeforeTheyGo() throws InterruptedException {
    var dialogs = new TestDialogs();
    trainer.askBeforeEditsGo(dialogs);
    trainsFor(2);
    var edited = edit();
    FxThread.run(trainer::stepEpoch);
    await(() -> !edited.equals(workspace.document().get().trained()));
    assertEquals(0, dialogs.asked, "unchanged settings lose nothing");
    FxThread.run(workspace::undo);
    assertEquals(edited, workspace.document().get().trained());
    faster();
    for (Runnable start : List.<Runnable>of(trainer::train, trainer::stepBatch, trainer::toggle)) {
      FxThread.run(start);
      assertEquals(RunState.IDLE, trainer.state().get());
    }
    assertEquals(3, dialogs.asked);
    assertEquals("edited", dialogs.question);
    dialogs.edited = Dialogs.EditedWeights.CONTINUE;
    FxThread.run(trainer::stepBatch);
    await(() -> !edited.equals(workspace.document().get().trained()));
    assertFalse(lastRun().anew());
    FxThread.run(workspace::undo);
    assertEquals(edited, workspace.document().get().trained());
    dialogs.edited = Dialogs.EditedWeights.TRAIN_ANEW;
    FxThread.run(trainer::stepBatch);
    await(() -> !edited.equals(workspace.document().get().trained()));
    assertTrue(lastRun().anew());
  }

  private Model edit() {
    var model = trainedModel();
    var trained =
        new WeightChanges.Trained(model.experiment(), model.preprocessor(), model.weights());
    FxThread.run(() -> new WeightChanges(workspace, trainer).change(trained, 0, 0, 0, 1.5f));
    return trainedModel();
  }

  private RunRecord lastRun() {
    return FxThread.call(() -> workspace.document().get().runs().present().getLast().record());
  }

  private void trainsFor(int epochs) throws InterruptedException {
    FxThread.run(
        () -> {
          workspace.editDraft("x", it -> it.withTraining(it.training().withEpochs(epochs)));
          trainer.train();
        });
    await(RunState.FINISHED);
  }

  private void faster() {
    FxThread.run(() -> workspace.editDraft("x", it -> withRate(it, 0.02)));
  }

  private Model trainedModel() {
    return FxThread.call(() -> workspace.document().get().trained());
  }

  @Test
  void otherOptimizerWaitsForTheNextStart() throws InterruptedException {
    FxThread.run(
        () -> {
          trainer.speed().set(Speed.AUTO);
          trainer.train();
        });
    await(() -> trainer.run().get() != null && trainer.run().get().history().epochs() >= 1);
    FxThread.run(
        () ->
            workspace.editDraft(
                "x", it -> it.withTraining(it.training().withOptimizer(new Adagrad(0.5, 1e-8)))));
    FxThread.run(trainer::stop);
    await(RunState.FINISHED);
    assertEquals(
        List.of(StopReason.STOPPED),
        workspace.document().get().trained().history().interventions().stream()
            .map(it -> it instanceof Intervention.Stop stop ? stop.reason() : it)
            .toList());
  }

  @Test
  void draftWithProblemsDoesNotStart() {
    FxThread.run(
        () -> {
          workspace.editDraft(
              "training.stopping.epochs", it -> it.withTraining(it.training().withEpochs(0)));
          trainer.train();
        });
    assertEquals(RunState.IDLE, trainer.state().get());
  }

  @Test
  void automaticSpeedSpreadsTheEpochsThatAreNewOverEightSeconds() throws InterruptedException {
    FxThread.run(trainer::train);
    await(RunState.FINISHED);
    assertEquals(new Pace(Pace.Unit.EPOCH, 40_000_000, 200), Speed.AUTO.pace(trainer.run().get()));
    FxThread.run(
        () -> {
          workspace.editDraft(
              "training.stopping.epochs", it -> it.withTraining(it.training().withEpochs(300)));
          trainer.train();
        });
    await(() -> trainer.run().get().epochs() == 300);
    assertEquals(new Pace(Pace.Unit.EPOCH, 80_000_000, 300), Speed.AUTO.pace(trainer.run().get()));
  }

  private double rate() {
    return workspace.document().get().draft().training().optimizer().learningRate();
  }

  private static Experiment withRate(Experiment draft, double rate) {
    return draft.withTraining(draft.training().withLearningRate(rate));
  }

  private boolean trained() {
    return workspace.document().get().trained() != null;
  }

  private void await(RunState wanted) throws InterruptedException {
    await(() -> trainer.state().get() == wanted);
  }

  private static void await(Callable<Boolean> condition) {
    Patience.until("what was to come", () -> FxThread.call(condition));
  }
}
