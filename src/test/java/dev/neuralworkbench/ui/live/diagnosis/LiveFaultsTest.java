package dev.neuralworkbench.ui.live.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.RecordedLog;
import dev.neuralworkbench.testing.Spoken;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.live.WeightsChart;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.Speed;
import dev.neuralworkbench.ui.workspace.TimeTravel;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What looks at a run beside the training outlives its own faults. */
class LiveFaultsTest {

  private final InlineTasks tasks = new InlineTasks();
  private Workspace workspace;
  private Trainer trainer;
  private VitalsRecorder recorder;
  private DiagnosisViewModel diagnosis;

  @BeforeEach
  void open() {
    var document = Document.of(DataReference.of(GeneratedSample.of(SampleKind.CIRCLES)));
    // At so low a rate nothing is learned, which is worth a remark.
    var training =
        document.draft().training().withStopping(Stopping.after(30)).withLearningRate(1e-7);
    workspace = new Workspace(document.withDraft(document.draft().withTraining(training)), tasks);
    trainer = new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1));
    trainer.speed().set(Speed.FULL);
    var travel = new TimeTravel(workspace, trainer, tasks, Runnable::run);
    recorder = new VitalsRecorder(travel, tasks);
    diagnosis = new DiagnosisViewModel(workspace, travel, recorder, tasks);
  }

  @ParameterizedTest
  @MethodSource("dev.neuralworkbench.testing.Faults#all")
  void runThatCannotBeMeasuredIsToldOnceAndTheNextOneIsMeasured(Throwable thrown) {
    try (var log = new RecordedLog()) {
      trainer.train();
      tasks.fail("vitals", thrown);
      recorder.pull();
      recorder.pull();
      assertEquals(List.of(thrown), log.faults());
      assertEquals(1, tasks.complaints());
      assertNull(recorder.newest.get());
      trainer.reset();
      trainer.train();
      recorder.pull();
      assertNotNull(recorder.newest.get());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.neuralworkbench.testing.Faults#all")
  void runThatCannotBeJudgedIsToldOnceAndTheNextOneIsJudged(Throwable thrown) {
    try (var log = new RecordedLog()) {
      trainer.train();
      tasks.fail("diagnosis", thrown);
      diagnosis.pull();
      diagnosis.pull();
      assertEquals(List.of(thrown), log.faults());
      assertEquals(1, tasks.complaints());
      assertEquals(List.of(), diagnosis.shown.get());
      trainer.reset();
      trainer.train();
      diagnosis.pull();
      assertFalse(diagnosis.shown.get().isEmpty());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.neuralworkbench.testing.Faults#all")
  void weightsThatCannotBeCountedAreToldAndTheNextOnesAreCounted(Throwable thrown) {
    trainer.train();
    var first = Objects.requireNonNull(workspace.document().get().trained()).weights();
    FxThread.run(
        () -> {
          try (var log = new RecordedLog()) {
            var messages = new Messages(Sentences::of, Language.ENGLISH);
            var chart = new WeightsChart(tasks, messages);
            tasks.fail("histogram", thrown);
            chart.show(new VitalsRecorder.WeightsNow(1, first));
            assertEquals(List.of(thrown), log.faults());
            assertEquals(1, tasks.complaints());
            chart.show(new VitalsRecorder.WeightsNow(2, first));
            assertTrue(Spoken.of(chart.chart).name().startsWith("weights after epoch 2: "));
          }
        });
  }
}
