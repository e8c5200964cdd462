package dev.neuralworkbench.ui.data.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.DataSource;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.files.TypedText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EditorViewModelTest {

  private static final List<List<String>> ROWS =
      List.of(List.of("x", "y"), List.of("1", "2"), List.of("3", "5"), List.of("4", "1"));

  private final Workspace workspace =
      new Workspace(
          Document.of(DataReference.of(GeneratedSample.of(SampleKind.CIRCLES))), new InlineTasks());
  private final EditorViewModel model =
      new EditorViewModel(workspace, this::open, it -> mayGo = it);
  private Runnable mayGo = () -> {};
  private boolean opens = true;

  @Test
  void typedTableReplacesTheOpenOneAndIsKeptInsideTheFile() {
    model.begin("mine");
    model.put(0, 0, ROWS);
    assertEquals(3, table().rows());
    assertEquals("mine", table().name());
    model.use();
    assertFalse(model.editing.get());
    assertEquals(new DataSource.Embedded(), workspace.document().get().data().source());
    workspace.undo();
    assertEquals("circles", workspace.document().get().data().name());
  }

  @Test
  void tableThatWasNotOpenedIsTypedOn() {
    opens = false;
    model.begin("mine");
    model.put(0, 0, ROWS);
    model.use();
    assertTrue(model.editing.get());
    assertEquals("5", model.cells.get().text(2, 1));
    assertTrue(model.unused().isPresent(), "asked about before it is lost");
    opens = true;
    model.use();
    assertFalse(model.editing.get());
    assertEquals("mine", workspace.document().get().data().name());
  }

  @Test
  void pastedDecimalCommasAreNumbersForTheGridAndForTheTable() {
    model.begin("mine");
    model.put(0, 0, TypedCells.pasted("x\ty\tkind\n1,5\t-\t-\n-2,25\t3\t+\n1.234,5\t4\t-\n"));
    var x = assertInstanceOf(NumberColumn.class, table().column(0));
    assertEquals(List.of(1.5, -2.25, 1234.5), List.of(x.value(0), x.value(1), x.value(2)));
    var content = new EditorContent(model.cells.get(), model.table.get());
    assertTrue(content.isNumeric(0));
    assertTrue(content.isNumeric(1));
    assertFalse(content.isNumeric(2));
    assertFalse(content.isNumeric(6));
  }

  @Test
  void whatIsNoTableCannotBeUsedAndSaysWhy() {
    model.begin("mine");
    assertNull(model.problem.get());
    model.put(0, 0, List.of(List.of("x", "y")));
    var problem = model.problem.get();
    assertNotNull(problem);
    assertEquals("data.file.headerOnly", problem.key());
    model.use();
    assertTrue(model.editing.get());
    assertEquals("circles", workspace.document().get().data().name());
  }

  @Test
  void tooMuchTextCannotBeUsed() {
    model.begin("mine");
    model.put(0, 0, ROWS);
    model.put(1, 0, List.of(List.of("1".repeat(TypedText.MOST_BYTES))));
    var problem = model.problem.get();
    assertNotNull(problem);
    assertEquals("data.typed.tooLarge", problem.key());
  }

  @Test
  void changesOfCellsAreTakenBackAndDoneAgain() {
    model.begin("mine");
    model.put(0, 0, ROWS);
    model.put(1, 1, List.of(List.of("7")));
    model.undo();
    assertEquals("2", model.cells.get().text(1, 1));
    model.redo();
    assertEquals("7", model.cells.get().text(1, 1));
    model.undo();
    model.undo();
    model.undo();
    assertEquals(TypedCells.EMPTY, model.cells.get());
  }

  @Test
  void whatWasTypedWhenAnotherTableWasOpenedCanBeTakenBack() {
    model.begin("mine");
    model.put(0, 0, ROWS);
    model.leave();
    assertFalse(model.editing.get());
    model.begin("mine");
    assertEquals(TypedCells.EMPTY, model.cells.get());
    model.undo();
    assertEquals("5", model.cells.get().text(2, 1));
    model.cancel();
    assertTrue(model.editing.get(), "not before it may go");
    assertEquals("5", model.cells.get().text(2, 1));
    mayGo.run();
    assertFalse(model.editing.get());
    model.begin("mine");
    model.undo();
    assertEquals(TypedCells.EMPTY, model.cells.get(), "it was thrown away");
  }

  @Test
  void whatIsNotUsedYetIsTheTextOfItsCellsThoughItIsNoTable() {
    assertEquals(Optional.empty(), model.unused());
    model.begin("mine");
    assertEquals(Optional.empty(), model.unused());
    var typed = List.of(List.of("a,b"));
    model.typing(cells -> cells.with(0, 1, typed)); // A cell is open.
    model.put(0, 0, List.of(List.of("x")));
    assertNull(model.table.get());
    assertEquals(Optional.of(new TypedText("mine", "x,\"a,b\"\n")), model.unused());
    assertEquals(List.of(List.of("x")), model.cells.get().rows(), "a question changes nothing");
    model.typing(cells -> cells);
    model.clear();
    assertEquals(Optional.empty(), model.unused());
    model.paint(List.of(new Painting.Point(0.5, -0.25, "B")));
    assertEquals("x1,x2,class\n0.500,-0.250,B\n", model.unused().orElseThrow().text());
    model.replace(ROWS);
    model.use();
    assertEquals(Optional.empty(), model.unused(), "used");
    model.beginWithOpen();
    assertEquals(Optional.empty(), model.unused(), "as the open table is");
    model.put(1, 1, List.of(List.of("7")));
    assertTrue(model.unused().isPresent());
    model.undo();
    assertEquals(Optional.empty(), model.unused());
    model.redo();
    model.leave();
    assertEquals(Optional.empty(), model.unused());
  }

  @Test
  void typedTableIsEditedWithItsChoicesKept() {
    model.begin("mine");
    model.put(0, 0, ROWS);
    model.use();
    assertTrue(model.canEdit().getValue());
    workspace.prepare("preparation.scaling", it -> it.withScaling(Scaling.NONE));
    model.beginWithOpen();
    assertEquals("5", model.cells.get().text(2, 1));
    model.put(2, 1, List.of(List.of("6")));
    model.use();
    var document = workspace.document().get();
    assertEquals(Scaling.NONE, document.draft().preparation().scaling());
    assertEquals("command.editTable", workspace.undoName.get());
    workspace.undo();
    assertNotNull(workspace.document().get().data().table());
    model.beginWithOpen();
    assertEquals("5", model.cells.get().text(2, 1));
  }

  @Test
  void generatedSetIsNotEditedCellByCell() {
    assertFalse(model.canEdit().getValue());
  }

  private Table table() {
    var table = model.table.get();
    assertNotNull(table);
    return table;
  }

  private void open(TypedText typed) {
    if (!opens) {
      return;
    }
    try {
      workspace.open("command.openData", Document.of(DataReference.ofTyped(typed.parse())));
    } catch (TableFormatException e) {
      throw new AssertionError(e);
    }
    model.leave();
  }
}
