package dev.neuralworkbench.ui.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.file.FileStamp;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.ui.common.form.Choice;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WorkspaceTest {

  private static final Document CIRCLES =
      Document.of(DataReference.of(GeneratedSample.of(SampleKind.CIRCLES)));
  private static final Document IRIS = Document.of(DataReference.of(BundledSample.IRIS));

  private final Workspace workspace = new Workspace(CIRCLES, new InlineTasks());
  private final Choice<Double> epochs =
      DocumentChoice.of(
          workspace,
          "training.stopping.epochs",
          "training.stopping.epochs",
          draft -> (double) draft.training().stopping().epochs(),
          (draft, value) -> draft.withTraining(draft.training().withEpochs(value.intValue())));

  @Test
  void freshSampleCanBeTrainedAndHasNothingToUndo() {
    assertEquals(List.of(), workspace.problems().get());
    assertNull(workspace.undoName.get());
    assertNull(workspace.redoName.get());
    assertFalse(workspace.unsaved.get());
  }

  @Test
  void digitsTypedInOneFieldAreOneStep() {
    epochs.choose(1.0);
    epochs.choose(12.0);
    epochs.choose(120.0);
    assertEquals("training.stopping.epochs", workspace.undoName.get());
    workspace.undo();
    assertSame(CIRCLES, workspace.document().get());
    assertNull(workspace.undoName.get());
    workspace.redo();
    assertEquals(120.0, epochs.value().getValue());
  }

  @Test
  void settledFieldStartsAStepOfItsOwn() {
    epochs.choose(10.0);
    epochs.settled();
    epochs.choose(20.0);
    workspace.undo();
    assertEquals(10.0, epochs.value().getValue());
  }

  @Test
  void typingTheSameValueIsNoStep() {
    epochs.choose(epochs.value().getValue());
    assertNull(workspace.undoName.get());
  }

  @Test
  void newStepForgetsWhatWasUndone() {
    epochs.choose(10.0);
    workspace.undo();
    epochs.choose(20.0);
    assertNull(workspace.redoName.get());
  }

  @Test
  void wrongValueStaysInTheDraftWithItsProblem() {
    epochs.choose(0.0);
    assertEquals(1, epochs.problems().getValue().size());
    assertEquals("training.stopping.epochs", workspace.problems().get().getFirst().component());
    workspace.undo();
    assertEquals(List.of(), workspace.problems().get());
  }

  @Test
  void unreadableTextKeepsTheDraftAndIsForgottenByUndoAlone() {
    epochs.choose(7.0);
    epochs.unreadable(Problem.of("problem.number", epochs.component(), null, "7x"));
    assertEquals(1, workspace.problems().get().size());
    workspace.undo();
    assertEquals(7.0, epochs.value().getValue());
    assertEquals(List.of(), workspace.problems().get());
    workspace.undo();
    assertSame(CIRCLES, workspace.document().get());
  }

  @Test
  void openingIsAStepAndLeadsBack() {
    workspace.open("command.openData", IRIS);
    assertEquals(3, workspace.facts().get().shape().classes());
    workspace.undo();
    assertSame(CIRCLES, workspace.document().get());
    assertEquals(2, workspace.facts().get().shape().classes());
  }

  @Test
  void lossFollowsTheKindOfTheTarget() {
    workspace.open("command.openData", IRIS);
    var preparation = workspace.document().get().draft().preparation();
    var table = workspace.document().get().data().table();
    workspace.prepare("form.target", it -> it.withRole(0, ColumnRole.TARGET, table));
    assertEquals(Loss.MEAN_SQUARED_ERROR, draft().network().loss());
    assertEquals(List.of(), workspace.problems().get());
    workspace.undo();
    assertEquals(preparation, draft().preparation());
    assertEquals(Loss.CATEGORICAL_CROSS_ENTROPY, draft().network().loss());
  }

  @Test
  void classesReadAsNumbersAreAProblemOfTheirColumn() {
    workspace.open("command.openData", IRIS);
    workspace.prepare("form.kind", it -> it.withKind(it.targetIndex(), ColumnKind.NUMBER));
    assertEquals(1, workspace.problemsUnder("preparation.columns").getValue().size());
  }

  @Test
  void modelIsUnsavedUntilItIsWritten() {
    workspace.edit("command.train", it -> it.withTrained(model(it)));
    assertTrue(workspace.unsaved.get());
    var written = workspace.entry();
    epochs.choose(33.0);
    workspace.saved(written, Path.of("m.nnw"), FileStamp.NONE);
    assertTrue(workspace.unsaved.get());
    workspace.undo();
    assertFalse(workspace.unsaved.get());
  }

  @Test
  void draftThatDoesNotFitIntoMemoryIsRefusedAsOnTheCommandLine() {
    var draft = CIRCLES.draft();
    var facts = workspace.facts().get();
    assertEquals(List.of(), facts.problemsOf(draft, 1L << 30));
    var refused = facts.problemsOf(draft, 1000);
    assertEquals("training.problem.memory", refused.getFirst().key());
  }

  @Test
  void changeFromAnotherThreadIsRefused() throws InterruptedException {
    var refused = new AtomicReference<Throwable>();
    var thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    workspace.undo();
                  } catch (IllegalStateException e) {
                    refused.set(e);
                  }
                });
    thread.join();
    assertTrue(refused.get() instanceof IllegalStateException);
  }

  @Test
  void oldestStepsAreDroppedBeyondTheLimitOfWeights() {
    var list = Timeline.of(CIRCLES, 100);
    for (var i = 0; i < 5; i++) {
      list = list.push("command.train", CIRCLES.withTrained(model(CIRCLES)));
    }
    assertEquals(1, list.past().size());
    var undone = list.undo();
    assertSame(undone, undone.undo(), "there is no more to undo");
  }

  private Experiment draft() {
    return workspace.document().get().draft();
  }

  private static Model model(Document document) {
    return TestModels.untrained(document);
  }

  @Test
  void rowsAreBroughtToAModelThatWasOpenedWithoutThemAsNoStep() {
    var data = IRIS.data();
    var closed =
        new DataReference(
            data.name(), data.rows(), data.hash(), data.columns(), data.source(), null);
    workspace.open("command.openModel", IRIS.withData(closed), Path.of("iris.nnw"), FileStamp.NONE);
    assertFalse(workspace.bring(CIRCLES.data()));
    assertNull(workspace.document().get().data().table());
    assertTrue(workspace.bring(data));
    assertSame(data.table(), workspace.document().get().data().table());
    assertFalse(workspace.unsaved.get());
    assertEquals("command.openModel", workspace.undoName.get());
    assertFalse(workspace.bring(data));
  }
}
