package dev.neuralworkbench.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.model.TrainingPlan.TrainingStart;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.study.runs.TestScores;
import dev.neuralworkbench.train.RunControl;
import dev.neuralworkbench.train.StopReason;
import dev.neuralworkbench.ui.runs.RunComparison.Compared;
import dev.neuralworkbench.ui.workspace.HeldTasks;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.Speed;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunsViewModelTest {

  private Workspace workspace;
  private Trainer trainer;
  private RunsViewModel model;

  @BeforeEach
  void open() {
    var tasks = new InlineTasks();
    workspace = new Workspace(Document.of(BundledSample.IRIS), tasks);
    trainer = new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1));
    trainer.speed().set(Speed.FULL);
    model = new RunsViewModel(workspace, trainer, tasks);
    model.seen(true);
  }

  private Model trains(long seed) {
    workspace.editDraft("x", it -> it.withTraining(it.training().withSeed(seed).withEpochs(30)));
    trainer.train();
    return workspace.document().get().trained();
  }

  private LoggedRun run(int number) {
    return workspace.document().get().runs().run(number).orElseThrow();
  }

  @Test
  void runsOfOneSettingAreOneLineThatUnfolds() {
    trains(1);
    trains(2);
    assertEquals(1, model.rows.get().size());
    var several = assertInstanceOf(RunRow.Several.class, model.rows.get().getFirst());
    model.toggle(several.group());
    assertEquals(3, model.rows.get().size());
    assertEquals(
        List.of(1, 2),
        model.rows.get().stream().skip(1).map(row -> row.runs().getFirst().number()).toList());
    var numbers =
        model.rows.get().stream()
            .skip(1)
            .map(row -> row.spread(r -> r.result().validationScore()).mean())
            .toList();
    assertEquals(
        (numbers.get(0) + numbers.get(1)) / 2,
        several.spread(r -> r.result().validationScore()).mean(),
        1e-12);
  }

  @Test
  void runsOfOtherTargetsAreNotLaidOverEachOther() {
    trains(1);
    trains(2);
    var table = workspace.document().get().data().table();
    workspace.prepare("x", it -> it.withRole(0, ColumnRole.TARGET, table));
    trains(3);
    var compared = model.comparing;
    model.compare(List.of(1, 2, 3));
    assertEquals(List.of(3), numbers(compared.get().runs()));
    assertEquals(2, compared.get().runs().otherTargets());
    model.compare(List.of(1, 2));
    assertEquals(List.of(1, 2), numbers(compared.get().runs()));
    assertEquals(0, compared.get().runs().otherTargets());
    assertTrue(compared.get().runs().haveOneLoss());
  }

  @Test
  void thatLossesDifferIsKnown() {
    trains(1);
    workspace.editDraft("x", it -> it.withPreparation(it.preparation().withBalanced(true)));
    trains(1);
    var compared = model.comparing;
    model.compare(List.of(1, 2));
    assertFalse(compared.get().runs().haveOneLoss());
  }

  private static List<Integer> numbers(Compared runs) {
    return runs.table().groups().stream()
        .flatMap(group -> group.runs().stream())
        .map(LoggedRun::number)
        .sorted()
        .toList();
  }

  @Test
  void aRunIsOpenedAsOneStep() {
    var first = trains(1);
    var second = trains(2);
    model.open(run(1));
    assertEquals(first, workspace.document().get().trained());
    assertEquals(first.experiment(), workspace.document().get().draft());
    assertEquals("runs.open", workspace.undoName.get());
    assertEquals(RunsViewModel.Reach.IN_USE, model.reach(run(1)));
    assertEquals(RunsViewModel.Reach.KEPT, model.reach(run(2)));
    workspace.undo();
    assertEquals(second, workspace.document().get().trained());
  }

  @Test
  void aRunWhoseRateWasChangedIsOpenedWithTheRateThatItHadLast() {
    trains(1);
    var document = workspace.document().get().withTrained(null);
    var plan = TrainingPlan.of(document);
    var data = PreparedData.of(document.draft().preparation(), document.data().table());
    var session = plan.session(data, new PortableProducts());
    var control = new RunControl();
    control.learningRate(0.5);
    session.run(control);
    var changed = run(1).withModel(plan.model(session, data));
    workspace.edit("x", it -> it.withRuns(it.runs().with(changed)).withTrained(null));
    model.open(run(1));
    var opened = workspace.document().get();
    assertEquals(0.5, opened.draft().training().optimizer().learningRate());
    assertInstanceOf(TrainingStart.Continued.class, TrainingPlan.of(opened).start());
  }

  @Test
  void aModelThatWasEditedIsNotTheRunAndOpenBringsItBack() {
    var own = trains(1);
    var changed = own.weights().withWeight(0, LayerWeights.BIAS, 0, 7);
    workspace.edit(
        "x",
        it ->
            it.withTrained(
                new Model(own.experiment(), own.preprocessor(), changed, own.history(), null)));
    assertEquals(RunsViewModel.Reach.CHANGED, model.reach(run(1)));
    assertEquals(1, model.changed().orElseThrow().number());
    var row = assertInstanceOf(RunRow.One.class, model.rows.get().getFirst());
    assertEquals(RunRow.Use.CHANGED, row.use());
    model.open(run(1));
    assertEquals(own.weights(), workspace.document().get().trained().weights());
    assertEquals(RunsViewModel.Reach.IN_USE, model.reach(run(1)));
    assertTrue(model.changed().isEmpty());
  }

  /** What is not kept is trained again: the same bits, however the run had ended. */
  @Test
  void aRunWhoseModelIsNotKeptIsTrainedAgain() {
    var first = trains(1);
    trains(2);
    workspace.edit("x", it -> it.withRuns(it.runs().with(run(1).withoutModel())));
    assertEquals(RunsViewModel.Reach.REPEATED, model.reach(run(1)));
    model.open(run(1));
    var again = workspace.document().get().trained();
    assertEquals(first.weights(), again.weights());
    assertEquals(first.history().epochs(), again.history().epochs());
    assertEquals(first.history().stopReason(), again.history().stopReason());
    assertEquals(StopReason.class, again.history().stopReason().getDeclaringClass());
    assertEquals(RunsViewModel.Reach.IN_USE, model.reach(run(1)), "its weights are there again");
  }

  /** Other rows, opened meanwhile, keep their own choices, though they are about to be trained. */
  @Test
  void aRunTrainedAgainForRowsThatAreNoLongerOpenIsNotOpened() {
    trains(1);
    workspace.edit("x", it -> it.withRuns(it.runs().with(run(1).withoutModel())));
    var held = new HeldTasks();
    var starting = new Trainer(workspace, held, new ComputingPreferences(Engine.PORTABLE, 1));
    model = new RunsViewModel(workspace, starting, held);
    model.seen(true);
    held.doNext();
    model.open(run(1));
    workspace.open("x", Document.of(BundledSample.XOR));
    starting.train();
    var before = workspace.document().get();
    held.doNext();
    assertEquals(before.draft(), workspace.document().get().draft());
    assertNull(workspace.document().get().trained());
  }

  @Test
  void aRunOnOtherRowsCanOnlyBeLookedAt() {
    trains(1);
    workspace.edit("x", it -> it.withOtherData(Document.of(BundledSample.WINE).data()));
    assertEquals(RunsViewModel.Reach.OTHER_DATA, model.reach(run(1)));
    model.open(run(1));
    assertNull(workspace.document().get().trained());
  }

  @Test
  void pinsNotesAndDeletionAreSteps() {
    trains(1);
    model.pin(List.of(1), true);
    model.note(1, "  good  ");
    model.delete(List.of(1));
    assertTrue(model.rows.get().isEmpty());
    workspace.undo();
    var one = assertInstanceOf(RunRow.One.class, model.rows.get().getFirst());
    assertTrue(one.mark().pinned());
    assertEquals("good", one.mark().note());
    workspace.undo();
    workspace.undo();
    assertEquals("", ((RunRow.One) model.rows.get().getFirst()).mark().note());
  }

  /** A file may have been changed by hand: the choices open, and the forms say what is wrong. */
  @Test
  void choicesThatCannotBeTrainedAreOpenedAlone() {
    trains(1);
    var run = run(1);
    var record = run.record();
    var wrong =
        record.experiment().withTraining(record.experiment().training().withLearningRate(-1));
    var broken =
        new LoggedRun(
            new RunRecord(
                1,
                record.data(),
                wrong,
                true,
                null,
                record.result(),
                record.curve(),
                record.interventions(),
                null,
                null),
            null);
    workspace.edit("x", document -> document.withRuns(document.runs().with(broken)));
    model.open(run(1));
    assertEquals(wrong, workspace.document().get().draft());
    assertNull(workspace.document().get().trained());
    assertTrue(
        workspace.problems().get().stream()
            .anyMatch(it -> it.component().equals("training.optimizer.learningRate")));
  }

  /** A look cannot be undone, nor by taking the run off the list. */
  @Test
  void looksAtTheTestRowsAreCounted() {
    trains(1);
    trains(2);
    var data = workspace.document().get().data().hash();
    var split = workspace.document().get().draft().preparation().split();
    assertEquals(0, workspace.document().get().runs().looks(data, split));
    assertTrue(model.canTest(List.of(1, 2)));
    model.test(List.of(1));
    assertEquals(1, workspace.document().get().runs().looks(data, split));
    assertNull(run(2).record().testScore());
    var judged =
        TestScores.of(
            List.of(run(1)),
            workspace.document().get().data().table(),
            new PortableProducts(),
            Progress.NONE);
    assertEquals(judged.get(1), run(1).record().testScore());
    model.test(List.of(1, 2));
    assertEquals(2, workspace.document().get().runs().looks(data, split));
    workspace.undo();
    model.delete(List.of(2));
    assertEquals(2, workspace.document().get().runs().looks(data, split));
  }
}
