package dev.neuralworkbench.ui.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.model.answer.AllRows;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Lanes;
import dev.neuralworkbench.testing.Patience;
import dev.neuralworkbench.train.TrainingSession;
import dev.neuralworkbench.ui.common.work.FxBackgroundTasks;
import dev.neuralworkbench.ui.workspace.TimeTravel.ReachableEpochs;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimeTravelTest {

  private final ExecutorService executor = Lanes.one();
  private Workspace workspace;
  private Trainer trainer;
  private TimeTravel travel;

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
          travel = new TimeTravel(workspace, trainer, tasks, executor);
        });
  }

  @AfterEach
  void stop() {
    FxThread.run(trainer::reset);
    executor.close();
  }

  @Test
  void epochThatIsGoneBackToPredictsWhatItPredictedThen() throws InterruptedException {
    var recorded = recordedPredictions();
    train();
    for (var epoch : List.of(37, 0, 199, 1, 120)) {
      go(epoch);
      var model = FxThread.call(() -> workspace.model.getValue());
      assertEquals(epoch, model.history().epochs());
      assertArrayEquals(recorded.get(epoch), predictions(model), "epoch " + epoch);
    }
    var reach = travel.reachable.get();
    assertEquals(new ReachableEpochs(0, 200, reach.best(), reach.present()), reach);
    assertArrayEquals(
        recorded.get(reach.present()),
        predictions(workspace.document().get().trained()),
        "the epoch that is said to be in use is the one that predicts");
    FxThread.run(travel::back);
    assertNull(travel.moment.get());
    assertSame(workspace.document().get().trained(), workspace.model.getValue());
  }

  @Test
  void branchRepeatsTheRunAndIsOneStep() throws InterruptedException {
    train();
    var whole = workspace.document().get().trained();
    go(60);
    FxThread.run(travel::branch);
    assertNull(travel.moment.get());
    assertEquals(60, workspace.document().get().trained().history().epochs());
    assertEquals("command.branch", workspace.undoName.get());
    assertEquals(
        new ReachableEpochs(0, 60, travel.reachable.get().best(), 60), travel.reachable.get());
    train();
    var branched = workspace.document().get().trained();
    assertEquals(200, branched.history().epochs());
    assertEquals(whole.weights(), branched.weights());
    go(30);
    assertEquals(30, workspace.model.getValue().history().epochs());
    FxThread.run(workspace::undo);
    FxThread.run(workspace::undo);
    assertSame(whole, workspace.document().get().trained());
    assertNull(travel.moment.get());
    go(130);
    assertEquals(130, workspace.model.getValue().history().epochs());
  }

  /** The settings are those of that moment: what is trained from there is the run as it began. */
  @Test
  void epochBeforeTheRateWasChangedGoesOnAtTheRateItHad() throws InterruptedException {
    var recorded = recordedPredictions();
    var first = rate();
    FxThread.run(trainer::stepEpoch);
    await(() -> workspace.document().get().trained() != null);
    FxThread.run(trainer::stepEpoch);
    await(() -> workspace.document().get().trained().history().epochs() == 2);
    FxThread.run(
        () ->
            workspace.editDraft(
                "x", it -> it.withTraining(it.training().withLearningRate(5 * first))));
    train();
    assertEquals(5 * first, workspace.document().get().trained().checkpoint().learningRate());
    go(2);
    FxThread.run(travel::branch);
    assertEquals(first, rate());
    train();
    var model = workspace.document().get().trained();
    assertEquals(200, model.history().epochs());
    assertEquals(List.of(), model.history().interventions());
    assertArrayEquals(recorded.get(travel.reachable.get().present()), predictions(model));
    FxThread.run(workspace::undo);
    FxThread.run(workspace::undo);
    assertEquals(5 * first, rate());
  }

  /** Another network was designed on purpose: it is to be trained from that epoch's weights. */
  @Test
  void otherChangesStayWhenAnEpochIsGoneBackTo() throws InterruptedException {
    train();
    var first = rate();
    FxThread.run(
        () ->
            workspace.editDraft(
                "x", it -> it.withTraining(it.training().withLearningRate(9).withBatchSize(7))));
    var draft = FxThread.call(() -> workspace.document().get().draft());
    go(60);
    FxThread.run(travel::branch);
    assertEquals(draft, FxThread.call(() -> workspace.document().get().draft()));
    assertNotEquals(first, rate());
  }

  private double rate() {
    return FxThread.call(
        () -> workspace.document().get().draft().training().optimizer().learningRate());
  }

  @Test
  void pastIsLookedAtWhileTheRunGoesOnAndStaysWhenItEnds() throws InterruptedException {
    var recorded = recordedPredictions();
    FxThread.run(() -> trainer.speed().set(Speed.AUTO));
    FxThread.run(trainer::train);
    await(() -> trainer.run().get() != null && trainer.run().get().history().epochs() > 12);
    go(9);
    assertEquals(RunState.RUNNING, trainer.state().get());
    assertArrayEquals(
        recorded.get(9), predictions(FxThread.call(() -> workspace.model.getValue())));
    FxThread.run(() -> trainer.speed().set(Speed.FULL));
    await(() -> trainer.state().get() == RunState.FINISHED);
    assertEquals(9, FxThread.call(() -> travel.moment.get()).epochs());
  }

  @Test
  void branchFromARunUnderWayLeavesIt() throws InterruptedException {
    FxThread.run(() -> trainer.speed().set(Speed.AUTO));
    FxThread.run(trainer::train);
    await(() -> trainer.run().get() != null && trainer.run().get().history().epochs() > 12);
    go(9);
    FxThread.run(travel::branch);
    await(() -> workspace.document().get().trained() != null);
    await(() -> workspace.document().get().trained().history().epochs() == 9);
    assertEquals(RunState.IDLE, trainer.state().get());
    FxThread.run(workspace::undo);
    assertTrue(workspace.document().get().trained().history().epochs() > 12);
  }

  @Test
  void resetAndANewRunLeaveThePast() throws InterruptedException {
    train();
    go(5);
    FxThread.run(trainer::reset);
    assertNull(travel.moment.get());
    assertFalse(travel.reachable.get().isAny());
    FxThread.run(workspace::undo);
    assertTrue(travel.reachable.get().isAny());
    go(5);
    FxThread.run(trainer::train);
    assertNull(travel.moment.get());
    await(() -> trainer.state().get() == RunState.FINISHED);
    var epochs = workspace.document().get().trained().history().epochs();
    assertTrue(epochs > 200, epochs + " epochs");
    assertEquals(epochs, travel.reachable.get().last());
    go(150);
    assertEquals(150, workspace.model.getValue().history().epochs());
  }

  @Test
  void otherDataHaveNoPast() throws InterruptedException {
    train();
    go(5);
    var moons = Document.of(DataReference.of(GeneratedSample.of(SampleKind.MOONS)));
    FxThread.run(() -> workspace.open("command.openData", moons));
    assertFalse(travel.reachable.get().isAny());
    assertNull(workspace.model.getValue());
  }

  private void train() throws InterruptedException {
    FxThread.run(trainer::train);
    await(() -> trainer.state().get() == RunState.FINISHED);
  }

  private void go(int epochs) throws InterruptedException {
    FxThread.run(() -> travel.show(epochs));
    await(
        () ->
            travel.moment.get() != null
                && travel.moment.get().epochs() == epochs
                && travel.wanted.get() == null);
  }

  /**
   * Predictions for the training rows after each epoch, by a session that was never interrupted.
   */
  private List<double[]> recordedPredictions() {
    var document = FxThread.call(() -> workspace.document().get());
    var plan = TrainingPlan.of(document);
    var prepared = PreparedData.of(plan.experiment().preparation(), document.data().table());
    var session = plan.session(prepared, new PortableProducts());
    var recorded = new ArrayList<double[]>();
    recorded.add(predictions(model(plan, session, prepared)));
    while (session.history().stopReason() == null) {
      session.trainEpoch();
      recorded.add(predictions(model(plan, session, prepared)));
    }
    return recorded;
  }

  private static Model model(TrainingPlan plan, TrainingSession session, PreparedData prepared) {
    var model = plan.model(session, prepared);
    return new Model(
        model.experiment(),
        model.preprocessor(),
        model.checkpoint().predicting(),
        model.history(),
        model.checkpoint());
  }

  private double[] predictions(Model model) {
    var table = FxThread.call(() -> workspace.document().get()).data().table();
    return AllRows.of(new ModelPredictor(model, new PortableProducts()), table).outputs().data;
  }

  private static void await(Callable<Boolean> condition) {
    Patience.until("what was to come", () -> FxThread.call(condition));
  }
}
