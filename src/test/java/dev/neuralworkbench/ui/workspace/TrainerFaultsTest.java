package dev.neuralworkbench.ui.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.model.TrainingPlan.TrainingStart;
import dev.neuralworkbench.testing.Faults;
import dev.neuralworkbench.testing.RecordedLog;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that a fault breaks off keeps what it had learned. */
class TrainerFaultsTest {

  private static final int BROKEN_AFTER = 57;

  private final HeldTasks tasks = new HeldTasks();
  private final Workspace workspace =
      new Workspace(Document.of(DataReference.of(GeneratedSample.of(SampleKind.CIRCLES))), tasks);
  private final Trainer trainer =
      new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1));

  @ParameterizedTest
  @MethodSource("dev.neuralworkbench.testing.Faults#all")
  void lastWholeEpochIsKeptToTheBitAndGoneOnWith(Throwable thrown) {
    try (var log = new RecordedLog()) {
      breakOff(thrown);
      assertEquals(List.of(thrown), log.faults());
      assertEquals(1, tasks.complaints());
      assertEquals(RunState.FINISHED, trainer.state().get());
      assertEquals(BROKEN_AFTER, trained().history().epochs());
      assertEquals(undisturbed().weights(), trained().weights());
      assertTrue(workspace.unsaved.get());
      var plan = TrainingPlan.of(workspace.document().get());
      assertTrue(plan.start() instanceof TrainingStart.Continued, plan.start().toString());
    }
  }

  @Test
  void whatIsAtHandIsKeptWhereMemoryLacksForMore() {
    try (var log = new RecordedLog()) {
      var memory = new OutOfMemoryError("expected by a test");
      tasks.fail(Trainer.KEEPING, memory);
      breakOff(new OutOfMemoryError("expected by a test"));
      tasks.doNext();
      assertEquals(2, log.faults().size());
      assertEquals(1, tasks.complaints());
      assertEquals(RunState.FINISHED, trainer.state().get());
      assertTrue(trained().history().epochs() <= BROKEN_AFTER);
      assertFalse(workspace.problems().get().iterator().hasNext());
    }
  }

  TrainerFaultsTest() {
    trainer.speed().set(Speed.FULL);
  }

  /** Trains until a fault comes between two epochs, and goes back to what is kept. */
  private void breakOff(Throwable thrown) {
    trainer.train();
    tasks.doNext(); // It is prepared; its first batch waits.
    var run = Objects.requireNonNull(trainer.run().get());
    run.control.stopWhen(
        () -> run.history().epochs() < BROKEN_AFTER ? false : Faults.<Error, Boolean>raise(thrown));
    tasks.doNext();
    tasks.doNext();
  }

  private Model undisturbed() {
    var other = new TrainerFaultsTest();
    other.workspace.editDraft("x", it -> it.withTraining(it.training().withEpochs(BROKEN_AFTER)));
    other.trainer.train();
    other.tasks.doNext();
    other.tasks.doNext();
    return other.trained();
  }

  @ParameterizedTest
  @MethodSource("dev.neuralworkbench.testing.Faults#all")
  void runGoesOnThoughItsModelCouldNotBeHandedOut(Throwable thrown) {
    try (var log = new RecordedLog()) {
      var told = new ArrayList<String>();
      trainer.train();
      tasks.doNext();
      tasks.fail(Trainer.SNAPSHOT, thrown);
      trainer.presentWork(_ -> told.add("handed out"), () -> told.add("failed"));
      tasks.doNext();
      assertEquals(List.of("failed"), told);
      assertEquals(List.of(thrown), log.faults());
      assertEquals(200, trained().history().epochs());
    }
  }

  @Test
  void whatNeededTheModelOfARunDoesNotGoOnWithoutIt() {
    try (var _ = new RecordedLog()) {
      var told = new ArrayList<String>();
      trainer.train();
      tasks.doNext();
      tasks.fail(Trainer.SNAPSHOT, new OutOfMemoryError("expected by a test"));
      trainer.upToDate(() -> told.add("saved"));
      tasks.doNext();
      assertEquals(List.of(), told);
      assertEquals(1, tasks.complaints());
      assertEquals(200, trained().history().epochs());
    }
  }

  private Model trained() {
    return Objects.requireNonNull(workspace.document().get().trained());
  }
}
