package dev.neuralworkbench.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.neuralworkbench.data.BundledSample;
import dev.neuralworkbench.data.ColumnKind;
import dev.neuralworkbench.data.ColumnRole;
import dev.neuralworkbench.data.GeneratedSample;
import dev.neuralworkbench.data.SampleKind;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.Workspace;
import org.junit.jupiter.api.Test;

class DataScreenViewModelTest {

  private static final Document CIRCLES =
      Document.of(DataReference.of(GeneratedSample.of(SampleKind.CIRCLES)));
  private static final Document IRIS = Document.of(DataReference.of(BundledSample.IRIS));

  private final Workspace workspace = new Workspace(IRIS, new InlineTasks());
  private final DataScreenViewModel model = new DataScreenViewModel(workspace, new InlineTasks());

  @Test
  void targetIsChosenAtFirstAndStaysChosenWhenRolesChange() {
    model.shown();
    assertEquals(4, model.column().get());
    model.choose(1);
    model.role(0, ColumnRole.TARGET);
    assertEquals(1, model.column().get());
  }

  @Test
  void newTableIsShownWithItsOwnTargetChosen() {
    model.shown();
    workspace.open("command.openData", CIRCLES, null);
    assertEquals(2, model.column().get());
    assertEquals(300, content().rows());
    assertEquals(3, content().columns());
  }

  @Test
  void roleIsOneStepOfUndo() {
    model.shown();
    model.role(0, ColumnRole.TARGET);
    assertEquals("target", content().look(0));
    assertEquals("input", content().look(4));
    workspace.undo();
    assertEquals("input", content().look(0));
    assertEquals("target", content().look(4));
    assertNull(workspace.undoName().get());
  }

  @Test
  void problemOfTheTargetIsAProblemOfItsColumn() {
    model.shown();
    model.kind(4, ColumnKind.NUMBER);
    assertEquals("data.cell.notNumber", model.problems(4).getFirst().key());
    assertEquals(0, model.problems(3).size());
  }

  @Test
  void rowsAreMarkedByWhatTheyAreUsedForUnlessThatIsUnknown() {
    model.shown();
    assertNotNull(content().mark(0));
    model.role(4, ColumnRole.INPUT);
    assertNull(content().mark(0));
  }

  @Test
  void hiddenScreenDoesNotFollow() {
    model.shown();
    model.hidden();
    workspace.open("command.openData", CIRCLES, null);
    assertEquals(150, content().rows());
    model.shown();
    assertEquals(300, content().rows());
  }

  @Test
  void modelWithoutItsDataShowsNoTable() {
    var data = IRIS.data();
    var closed =
        new DataReference(
            data.name(), data.rows(), data.hash(), data.columns(), data.source(), null);
    workspace.open("command.openModel", IRIS.withData(closed), null);
    model.shown();
    assertNull(model.content().get());
    assertEquals(-1, model.column().get());
    workspace.bring(data);
    assertEquals(150, content().rows());
  }

  private TableContent content() {
    var content = model.content().get();
    assertNotNull(content);
    return content;
  }
}
