package dev.neuralworkbench.ui.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.file.FileStamp;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.RunLog;
import dev.neuralworkbench.model.RunLog.RunMark;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.study.runs.RepeatedRun;
import dev.neuralworkbench.text.RunWords;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.train.EarlyStopping;
import dev.neuralworkbench.train.Intervention;
import dev.neuralworkbench.train.Monitor;
import dev.neuralworkbench.train.StopReason;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.ui.workspace.TimeTravel.ViewedMoment;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every training that is started is in the log, whatever becomes of it. */
class RunLogTest {

  @TempDir private Path folder;

  private Workspace workspace;
  private Trainer trainer;

  @BeforeEach
  void open() {
    var tasks = new InlineTasks();
    workspace =
        new Workspace(Document.of(DataReference.of(GeneratedSample.of(SampleKind.CIRCLES))), tasks);
    trainer = new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1));
    trainer.speed().set(Speed.FULL);
    epochs(5);
  }

  private void epochs(int count) {
    workspace.editDraft("x", it -> it.withTraining(it.training().withEpochs(count)));
  }

  private void seed(long seed) {
    workspace.editDraft("x", it -> it.withTraining(it.training().withSeed(seed)));
  }

  private RunLog log() {
    return workspace.document().get().runs();
  }

  private List<Integer> epochs() {
    return log().present().stream().map(run -> run.record().result().epochs()).toList();
  }

  @Test
  void aRunIsLoggedWithItsChoicesAndWhatItCameTo() {
    trainer.train();
    var run = log().run(1).orElseThrow();
    var model = workspace.document().get().trained();
    assertEquals(model, run.model());
    assertEquals(model.experiment(), run.record().experiment());
    assertEquals(5, run.record().result().epochs());
    assertEquals(StopReason.COMPLETED, run.record().result().stopReason());
    assertEquals(model.history().validationLoss(4), run.record().result().validationLoss(), 0);
    assertEquals(List.of(1, 2, 3, 4, 5), run.record().curve().epochs());
    assertEquals((float) model.history().trainingLoss(2), run.record().curve().training().get(2));
    assertTrue(run.record().anew());
    assertEquals(workspace.document().get().data().hash(), run.record().data());
  }

  /** Nothing that a run came to is written over: going on is a run that says what it began with. */
  @Test
  void goingOnIsARunOfItsOwnThatNamesTheOneBefore() {
    trainer.train();
    trainer.train();
    assertEquals(List.of(5, 10), epochs());
    var second = log().run(2).orElseThrow().record();
    assertEquals(1, second.from());
    assertTrue(second.anew(), "it can be trained again from its choices");
    seed(7);
    trainer.train();
    assertEquals(null, log().run(3).orElseThrow().record().from());
    workspace.editDraft("x", it -> it.withTraining(it.training().withLearningRate(0.001)));
    trainer.trainWithTheseWeights();
    assertEquals(List.of(5, 10, 5, 5), epochs());
    var last = log().run(4).orElseThrow().record();
    assertEquals(3, last.from());
    assertFalse(last.anew());
  }

  /** Also over an early stop: what was gone on with is trained again to the same bits. */
  @Test
  void aRunThatGoesOnAfterAnEarlyStopIsTrainedAgainToTheSameWeights() {
    var rule = new EarlyStopping(Monitor.TRAINING_LOSS, 1000, 2, false);
    workspace.editDraft(
        "x",
        it ->
            it.withTraining(it.training().withStopping(Stopping.after(9).withEarlyStopping(rule))));
    trainer.train();
    trainer.train();
    assertEquals(List.of(3, 5), epochs());
    var second = log().run(2).orElseThrow();
    assertTrue(second.record().anew());
    var table = workspace.document().get().data().table();
    var again = RepeatedRun.of(second.record(), table, trainer.products(), Progress.NONE);
    assertEquals(second.model().weights(), again.weights());
    assertEquals(StopReason.NO_IMPROVEMENT, again.history().stopReason());
  }

  /** Its history begins with that of the run before, which was stopped after some epochs. */
  @Test
  void aRunThatGoesOnIsReadBackBeforeItsFirstEpoch() throws Exception {
    var tasks = new HeldTasks();
    trainer = new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1));
    trainer.speed().set(Speed.FULL);
    trainer.train();
    tasks.doNext();
    tasks.doNext();
    trainer.train();
    tasks.doNext();
    trainer.stop();
    tasks.doNext();
    var stopped = log().run(2).orElseThrow().record();
    assertEquals(List.of(new Intervention.Stop(5, 0, StopReason.STOPPED)), stopped.interventions());
    trainer.train();
    tasks.doNext();
    assertEquals(RunState.RUNNING, trainer.state().get());
    var begun = log().run(3).orElseThrow().record();
    assertEquals(stopped.interventions(), begun.interventions());
    var file = folder.resolve("begun.nnw");
    ModelFile.write(file, workspace.document().get(), "test");
    assertEquals(begun, ModelFile.read(file).runs().run(3).orElseThrow().record());
    assertEquals(List.of(5, 5, 5), epochs());
    assertEquals(List.of(1, 2, 3, 4, 5), begun.curve().epochs());
  }

  /**
   * Gone back to an epoch: the run that follows says of which run and which epoch its weights are.
   */
  @Test
  void aRunFromAnEarlierEpochNamesTheRunAndTheEpoch() throws Exception {
    trainer.train();
    goBackTo(3);
    trainer.train();
    var goesOn = log().run(2).orElseThrow().record();
    assertEquals(1, goesOn.from());
    assertTrue(goesOn.anew(), "it can be trained again from its choices");
    assertEquals("continuation of run 1, epoch 3", english().origin(goesOn));
    goBackTo(2);
    workspace.editDraft("x", it -> it.withTraining(it.training().withLearningRate(0.001)));
    trainer.trainWithTheseWeights();
    var with = log().run(3).orElseThrow().record();
    assertEquals("weights of run 2, epoch 2", english().origin(with));
    assertFalse(
        RepeatedRun.canFollow(with, log().run(2).orElseThrow().model()),
        "the model at hand has the weights of another epoch");
    var file = folder.resolve("back.nnw");
    ModelFile.write(file, workspace.document().get(), "test");
    assertEquals(with, ModelFile.read(file).runs().run(3).orElseThrow().record());
  }

  private void goBackTo(int epoch) {
    var run = trainer.run().get();
    var model = run.at(epoch, () -> false).orElseThrow();
    workspace.branch(new ViewedMoment(epoch, model, run));
  }

  private static RunWords english() {
    return new RunWords(Sentences.of(Locale.ENGLISH));
  }

  /** Scores of a run are shown for its own weights alone, in this window and in the next one. */
  @Test
  void anEditedModelIsNotItsRunAndTheRunKeepsItsWeightsInTheFile() throws Exception {
    trainer.train();
    var own = workspace.document().get().trained();
    assertEquals(1, log().own(own).orElseThrow().number());
    edit(own.weights().weight(0, 0, 0) + 1);
    var edited = workspace.document().get().trained();
    assertTrue(log().own(edited).isEmpty());
    assertEquals(1, log().source(edited).orElseThrow().number());
    assertEquals(0, log().leftOut(edited));
    var file = folder.resolve("edited.nnw");
    for (var time = 0; time < 2; time++) {
      ModelFile.write(file, workspace.document().get(), "test");
      var read = ModelFile.read(file);
      assertEquals(edited.weights(), read.trained().weights());
      assertTrue(read.runs().own(read.trained()).isEmpty(), "saved and opened");
      assertEquals(1, read.runs().source(read.trained()).orElseThrow().number());
      var kept = read.runs().run(1).orElseThrow();
      assertEquals(own.weights(), kept.model().weights());
      assertEquals(log().run(1).orElseThrow().record(), kept.record());
      workspace.open("x", read);
    }
    workspace.edit("x", it -> it.withTrained(log().run(1).orElseThrow().model()));
    assertEquals(1, log().own(workspace.document().get().trained()).orElseThrow().number());
  }

  @Test
  void undoAndAWeightThatIsSetBackAreTheRunAgain() {
    trainer.train();
    var own = workspace.document().get().trained();
    var weight = own.weights().weight(0, 0, 0);
    edit(weight + 1);
    edit(weight);
    assertEquals(1, log().own(workspace.document().get().trained()).orElseThrow().number());
    workspace.undo();
    assertTrue(log().own(workspace.document().get().trained()).isEmpty());
    workspace.undo();
    assertEquals(1, log().own(workspace.document().get().trained()).orElseThrow().number());
  }

  /** The model goes back to an epoch of the run, or the run has gone on from the model. */
  @Test
  void anEarlierEpochIsNotTheRunEither() throws Exception {
    trainer.train();
    var five = workspace.document().get().trained();
    trainer.train();
    assertEquals(2, log().own(workspace.document().get().trained()).orElseThrow().number());
    assertEquals(1, log().own(five).orElseThrow().number());
    var past = trainer.run().get().at(3, () -> false).orElseThrow();
    workspace.edit("x", it -> it.withTrained(past));
    assertTrue(log().own(past).isEmpty());
    assertEquals(2, log().source(past).orElseThrow().number());
    var file = folder.resolve("past.nnw");
    ModelFile.write(file, workspace.document().get(), "test");
    var read = ModelFile.read(file);
    assertTrue(read.runs().own(read.trained()).isEmpty());
    assertEquals(10, read.runs().run(2).orElseThrow().model().history().epochs());
    assertNull(read.runs().run(1).orElseThrow().model());
  }

  private void edit(float weight) {
    var model = workspace.document().get().trained();
    var trained =
        new WeightChanges.Trained(model.experiment(), model.preprocessor(), model.weights());
    new WeightChanges(workspace, trainer).change(trained, 0, 0, 0, weight);
  }

  /** One that diverged in its first epoch has none, and says why it ended. */
  @Test
  void aRunThatDivergesAtOnceSaysSo() {
    var history = TrainingHistory.of(Stream.empty(), List.of(), StopReason.DIVERGED);
    assertEquals(StopReason.DIVERGED, RunResult.of(history).stopReason());
    assertEquals(0, RunResult.of(history).epochs());
  }

  @Test
  void undoRemovesNoRunButTakesBackWhatIsSaid() {
    trainer.train();
    workspace.edit(
        "x",
        it -> it.withRuns(it.runs().with(List.of(1), _ -> new RunMark(false, false, "the first"))));
    seed(7);
    trainer.train();
    assertEquals(2, log().runs().size());
    workspace.undo();
    assertEquals(2, log().runs().size(), "training is undone, not forgotten");
    assertEquals("the first", log().mark(1).note());
    workspace.undo();
    workspace.undo();
    assertEquals("", log().mark(1).note());
    workspace.undo();
    assertNull(workspace.document().get().trained());
    assertEquals(2, log().runs().size());
    workspace.redo();
    workspace.redo();
    assertEquals("the first", log().mark(1).note());
    assertEquals(2, log().runs().size());
  }

  @Test
  void deletingIsAStep() {
    trainer.train();
    workspace.edit(
        "x", it -> it.withRuns(it.runs().with(List.of(1), _ -> new RunMark(false, true, ""))));
    assertEquals(List.of(), log().present());
    workspace.undo();
    assertEquals(1, log().present().size());
  }

  @Test
  void anotherDocumentHasALogOfItsOwn() {
    trainer.train();
    workspace.open("x", Document.of(DataReference.of(BundledSample.IRIS)));
    assertEquals(RunLog.NONE, log());
    epochs(3);
    trainer.train();
    assertEquals(List.of(3), epochs());
    for (var i = 0; i < 3; i++) {
      workspace.undo();
    }
    assertEquals(List.of(5), epochs());
  }

  @Test
  void aLookAtTestRowsIsKeptAndIsNothingToSave() {
    trainer.train();
    workspace.saved(workspace.entry(), Path.of("m.nnw"), FileStamp.NONE);
    workspace.looked(Map.of(1, 0.9));
    assertEquals(0.9, log().run(1).orElseThrow().record().testScore());
    assertFalse(workspace.unsaved.get());
    seed(7);
    trainer.train();
    assertTrue(workspace.unsaved.get());
  }

  @Test
  void aFileHasTheRunsAndTheModelsOfThosePinned() throws Exception {
    trainer.train();
    var first = workspace.document().get().trained();
    seed(7);
    trainer.train();
    seed(8);
    trainer.train();
    workspace.edit(
        "x",
        it ->
            it.withRuns(
                it.runs()
                    .with(List.of(1), _ -> new RunMark(true, false, "keep"))
                    .with(List.of(2), _ -> new RunMark(false, true, ""))));
    assertTrue(workspace.unsaved.get());
    var file = folder.resolve("runs.nnw");
    var written = workspace.document().get();
    ModelFile.write(file, written, "test");
    var read = ModelFile.read(file).runs();
    assertEquals(List.of(1, 3), read.runs().stream().map(run -> run.number()).toList());
    assertEquals(
        written.runs().present().stream().map(run -> run.record()).toList(),
        read.runs().stream().map(run -> run.record()).toList());
    assertEquals(new RunMark(true, false, "keep"), read.mark(1));
    assertEquals(first.weights(), read.run(1).orElseThrow().model().weights());
    assertEquals(first.checkpoint(), read.run(1).orElseThrow().model().checkpoint());
    // The third is the model in use, and is not written twice.
    assertEquals(written.trained().weights(), read.run(3).orElseThrow().model().weights());
  }
}
