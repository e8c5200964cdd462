package dev.neuralworkbench.ui.runs.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.RunLog;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.ui.runs.study.StudyViewModel.Phase;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.Speed;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StudyViewModelTest {

  private Workspace workspace;
  private Trainer trainer;
  private StudyViewModel model;

  @BeforeEach
  void open() {
    var tasks = new InlineTasks();
    workspace = new Workspace(Document.of(BundledSample.IRIS), tasks);
    trainer = new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1));
    trainer.speed().set(Speed.FULL);
    workspace.editDraft("x", it -> it.withTraining(it.training().withEpochs(3)));
    model = new StudyViewModel(workspace, trainer, tasks, () -> {});
    model.seen(true);
  }

  private List<LoggedRun> runs() {
    return workspace.document().get().runs().present();
  }

  private void vary(String id, String values) {
    model.choices.set(model.choices.get().withVaried(0, new StudyChoices.Varied(id, values)));
  }

  @Test
  void runsOfAStudyComeIntoTheList() {
    vary("learning-rate", "0.01, 0.1");
    assertEquals(10, model.plan.get().runs());
    assertNotNull(model.plan.get().estimate());
    model.start();
    assertEquals(Phase.IDLE, model.phase.get());
    assertNull(model.job.get());
    assertEquals(10, runs().size());
    assertEquals(
        List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), runs().stream().map(LoggedRun::number).toList());
    assertTrue(runs().stream().allMatch(it -> it.model() != null));
  }

  /** What was trained already, by a study or by hand, has the same bits: it is not done again. */
  @Test
  void whatIsInTheListIsNotTrainedAgain() {
    trainer.train();
    var seed = workspace.document().get().draft().training().seed();
    assertEquals(5, model.plan.get().runs());
    assertEquals(1, model.plan.get().known());
    model.start();
    assertEquals(5, runs().size());
    assertEquals(
        List.of(seed, seed + 1, seed + 2, seed + 3, seed + 4),
        runs().stream().map(it -> it.record().experiment().training().seed()).toList());
    assertFalse(model.plan.get().canStart());
    model.choices.set(Records.with(model.choices.get(), "seeds", 6));
    assertTrue(model.plan.get().canStart());
    assertEquals(5, model.plan.get().known());
  }

  /** A run of a study is the same as one that is started by hand. */
  @Test
  void aRunOfAStudyHasTheBitsOfATraining() {
    model.choices.set(Records.with(model.choices.get(), "seeds", 1));
    model.start();
    var ofStudy = runs().getFirst().model();
    workspace.edit("x", it -> it.withRuns(RunLog.NONE));
    trainer.train();
    assertEquals(workspace.document().get().trained().weights(), ofStudy.weights());
  }

  @Test
  void whatCannotBeIsSaid() {
    vary("learning-rate", "0.1, fast");
    assertEquals("study.problem.number", model.plan.get().problems().getFirst().key());
    assertFalse(model.plan.get().canStart());
    model.start();
    assertEquals(0, runs().size());
    vary("batch-size", "5000");
    assertEquals("training.batchSize", model.plan.get().problems().getFirst().component());
    model.vary(0, "momentum");
    assertEquals("study.problem.applies", model.plan.get().problems().getFirst().key());
    model.vary(0, "learning-rate");
    assertEquals(25, model.plan.get().runs());
  }

  @Test
  void trainingAfterAStudyIsOneStep() {
    trainer.train();
    model.choices.set(Records.with(model.choices.get(), "seeds", 2));
    model.start();
    assertEquals(2, runs().size());
    workspace.undo();
    assertNull(workspace.document().get().trained());
    assertEquals(2, runs().size());
  }
}
