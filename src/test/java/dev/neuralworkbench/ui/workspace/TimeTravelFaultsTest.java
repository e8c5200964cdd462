package dev.neuralworkbench.ui.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.testing.RecordedLog;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Moments that are on their way, one of which does not arrive. */
class TimeTravelFaultsTest {

  private final InlineTasks tasks = new InlineTasks();
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private TimeTravel travel;

  @BeforeEach
  void train() {
    var document = Document.of(DataReference.of(GeneratedSample.of(SampleKind.CIRCLES)));
    var training = document.draft().training().withStopping(Stopping.after(30));
    var workspace =
        new Workspace(document.withDraft(document.draft().withTraining(training)), tasks);
    var trainer = new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1));
    trainer.speed().set(Speed.FULL);
    travel = new TimeTravel(workspace, trainer, tasks, waiting::add);
    trainer.train();
  }

  @ParameterizedTest
  @MethodSource("dev.neuralworkbench.testing.Faults#all")
  void momentThatCannotBeRepeatedIsNotWaitedForAndTheNextOneIsShown(Throwable thrown) {
    try (var log = new RecordedLog()) {
      travel.show(7);
      tasks.fail("past", thrown);
      waiting.remove().run();
      assertEquals(List.of(thrown), log.faults());
      assertEquals(1, tasks.complaints());
      assertNull(travel.wanted.get());
      assertNull(travel.moment.get());
      travel.show(8);
      waiting.remove().run();
      assertEquals(8, Objects.requireNonNull(travel.moment.get()).epochs());
      assertNull(travel.wanted.get());
    }
  }

  @Test
  void momentThatWasPassedShowsUntilTheLastOneIsThere() {
    travel.show(5);
    travel.show(6);
    travel.show(7);
    waiting.remove().run();
    assertEquals(5, Objects.requireNonNull(travel.moment.get()).epochs());
    assertEquals(7, travel.wanted.get());
    waiting.remove().run();
    assertEquals(7, Objects.requireNonNull(travel.moment.get()).epochs());
    assertNull(travel.wanted.get());
  }

  @Test
  void momentThatIsOnItsWayDoesNotArriveInThePresent() {
    travel.show(5);
    travel.back();
    waiting.forEach(Runnable::run);
    assertNull(travel.moment.get());
  }
}
