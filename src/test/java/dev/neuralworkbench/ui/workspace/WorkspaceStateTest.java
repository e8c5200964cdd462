package dev.neuralworkbench.ui.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.file.FileStamp;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.train.CheckpointTrail;
import dev.neuralworkbench.ui.workspace.TimeTravel.ViewedMoment;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Transitions of the one state: no window, no thread, no file. */
class WorkspaceStateTest {

  private static final Path A = Path.of("a.nnw").toAbsolutePath();
  private static final Path B = Path.of("b.nnw").toAbsolutePath();
  private static final FileStamp STAMP = new FileStamp(1, Instant.EPOCH, "1");
  private static final FileStamp LATER = new FileStamp(2, Instant.EPOCH, "2");

  private static final Document CIRCLES =
      Document.of(DataReference.of(GeneratedSample.of(SampleKind.CIRCLES)));
  private static final Document IRIS = trained(Document.of(DataReference.of(BundledSample.IRIS)));
  private static final Document XOR = trained(Document.of(DataReference.of(BundledSample.XOR)));

  private final WorkspaceState start = WorkspaceState.of(CIRCLES);
  private final WorkspaceState openA = start.opened("command.openModel", IRIS, A, STAMP);
  private final WorkspaceState openAThenB = openA.opened("command.openModel", XOR, B, STAMP);

  @Test
  void undoPastAnOpeningLeavesTheFile() {
    assertEquals(A, openA.file());
    assertNull(openA.undone().file());
    assertEquals(A, openA.undone().redone().file());
  }

  @Test
  void modelTrainedAfterUndoingAnOpeningIsInNoFile() {
    var run = run(CIRCLES);
    var trained = finished(openA.undone(), run);
    assertNull(trained.file());
    assertTrue(trained.unsaved());
  }

  @Test
  void undoFromOneModelToAnotherFindsItsFileAndThatItIsSaved() {
    assertEquals(B, openAThenB.file());
    var undone = openAThenB.undone();
    assertSame(IRIS, undone.document());
    assertEquals(A, undone.file());
    assertFalse(undone.unsaved());
    assertEquals(B, undone.redone().file());
  }

  @Test
  void savingElsewhereMovesAllStepsSinceTheOpeningAndNoneBefore() {
    var edited = openAThenB.edited("x", null, epochs(XOR, 7));
    var saved = edited.saved(edited.timeline().present(), A, LATER);
    assertEquals(A, saved.file());
    assertEquals(A, saved.undone().file());
    assertTrue(saved.undone().unsaved(), "the file holds what comes after it");
    assertEquals(A, saved.undone().undone().file(), "iris was read from there");
    assertTrue(saved.undone().undone().unsaved(), "and stands there no longer");
    assertNull(saved.undone().undone().undone().file());
  }

  /** What was opened, undone and forgotten must not hand its file to what is opened next. */
  @Test
  void saveThatEndsAfterItsStepsAreForgottenNamesNoFileOfWhatIsOpenedNext() {
    var written = openA.timeline().present();
    var forgotten = openA.undone().edited("x", null, epochs(CIRCLES, 7));
    var opened = forgotten.saved(written, B, LATER).opened("command.openData", CIRCLES);
    assertNull(opened.file());
  }

  @Test
  void saveThatEndsLateNamesTheFileOfWhatWasSavedNotOfWhatIsOpen() {
    var edited = openA.edited("x", null, epochs(IRIS, 9));
    var late =
        edited.opened("command.openData", CIRCLES).saved(edited.timeline().present(), B, STAMP);
    assertNull(late.file());
    assertEquals(B, late.undone().file());
    assertFalse(late.undone().unsaved());
  }

  @Test
  void fileIsAsKnownUntilSomebodyElseWritesIt() {
    assertTrue(openA.files().isAsKnown(A, STAMP));
    assertFalse(openA.files().isAsKnown(A, LATER));
    assertTrue(openA.files().isAsKnown(A, FileStamp.NONE), "nobody's work is in it");
    assertFalse(openA.files().isAsKnown(B, STAMP), "never read nor written here");
  }

  @Test
  void restoredWorkIsUnsavedAndItsFileIsAsKnownOnlyWithItsStamp() {
    var restored = openA.restored(XOR, B, STAMP);
    assertEquals(B, restored.file());
    assertTrue(restored.unsaved());
    assertTrue(restored.files().isAsKnown(B, STAMP));
    assertEquals(A, restored.undone().file());
    assertFalse(openA.restored(XOR, B, null).files().isAsKnown(B, STAMP));
    assertNull(openA.restored(XOR, null, null).file());
  }

  @Test
  void filesOfStepsThatCannotBeReachedAreForgotten() {
    var other = openAThenB.undone().undone().edited("x", null, epochs(CIRCLES, 3));
    assertTrue(other.files().known().isEmpty());
  }

  @Test
  void runWhoseDocumentIsUndoneIsDroppedInTheSameStep() {
    var run = run(IRIS);
    var going = openA.preparing().begun(run, RunState.RUNNING);
    assertEquals(RunState.RUNNING, going.training().state());
    assertEquals(RunState.IDLE, going.undone().training().state());
    var late = going.undone().trained(run, model(IRIS), RunState.FINISHED);
    assertSame(CIRCLES, late.document());
    assertEquals(RunState.IDLE, late.training().state());
  }

  @Test
  void endOfADroppedRunLeavesTheOneUnderWay() {
    var first = run(CIRCLES);
    var second = run(CIRCLES);
    var going =
        start
            .preparing()
            .begun(first, RunState.RUNNING)
            .dropped()
            .preparing()
            .begun(second, RunState.RUNNING);
    assertSame(going, going.trained(first, model(CIRCLES), RunState.FINISHED));
    assertSame(second, going.training().run());
  }

  @Test
  void runThatIsNotPreparedForAnyMoreDoesNotBegin() {
    var dropped = start.preparing().dropped();
    assertSame(dropped, dropped.begun(run(CIRCLES), RunState.RUNNING));
  }

  @Test
  void momentOfARunEndsWithItsModel() {
    var run = run(CIRCLES);
    var finished = finished(start, run);
    var past = finished.looking(new ViewedMoment(0, model(CIRCLES), run));
    assertSame(past.moment(), past.edited("x", null, epochs(past.document(), 4)).moment());
    assertNull(past.undone().moment());
    assertNull(past.opened("command.openData", CIRCLES).moment());
    assertNull(past.preparing().moment());
  }

  @Test
  @SuppressWarnings("ReferenceEquality") // models are shared, not copied
  void noListenerEverSeesHalfOfAChange() {
    var workspace = new Workspace(CIRCLES, new InlineTasks());
    var wrong = new ArrayList<String>();
    Runnable check =
        () -> {
          var document = workspace.document().get();
          var table = document.data().table();
          var facts =
              table == null
                  ? DataFacts.unknown(document.draft().preparation())
                  : DataFacts.of(document.draft().preparation(), table);
          if (!facts.equals(workspace.facts().get())) {
            wrong.add("facts of another document");
          }
          if (workspace.model.get() != document.trained()) {
            wrong.add("model of another document");
          }
          if (!workspace
              .problems()
              .get()
              .equals(facts.problemsOf(document, workspace.state.get().unreadable()))) {
            wrong.add("problems of another document");
          }
        };
    List.of(
            workspace.document(),
            workspace.facts(),
            workspace.problems(),
            workspace.file,
            workspace.unsaved,
            workspace.model,
            workspace.jumps,
            workspace.undoName,
            workspace.redoName)
        .forEach(part -> part.subscribe(_ -> check.run()));
    workspace.open("command.openModel", IRIS, A, STAMP);
    var table = IRIS.data().table();
    workspace.prepare("form.role", it -> it.withRole(it.targetIndex(), ColumnRole.IGNORED, table));
    workspace.undo();
    workspace.undo();
    workspace.redo();
    workspace.open("command.openData", XOR);
    workspace.edit("command.reset", it -> it.withTrained(null));
    workspace.undo();
    assertEquals(List.of(), wrong);
  }

  private static WorkspaceState finished(WorkspaceState from, Run run) {
    return from.preparing()
        .begun(run, RunState.RUNNING)
        .trained(run, model(from.document()), RunState.FINISHED);
  }

  private static Run run(Document document) {
    return new Run(
        TrainingPlan.of(document), document.data(), Engine.PORTABLE, new CheckpointTrail());
  }

  private static Document epochs(Document document, int epochs) {
    return document.withDraft(
        document.draft().withTraining(document.draft().training().withEpochs(epochs)));
  }

  private static Document trained(Document document) {
    return document.withTrained(model(document));
  }

  private static Model model(Document document) {
    return TestModels.untrained(document);
  }
}
