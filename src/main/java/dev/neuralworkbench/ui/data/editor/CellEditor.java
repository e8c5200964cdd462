package dev.neuralworkbench.ui.data.editor;

import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.grid.CellGrid;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * Types into a grid as into a spreadsheet: a letter begins a cell anew, Enter, F2 or a double click
 * goes on with what it holds; Tab then goes to the right and Enter down, to the column in which the
 * row was begun; Escape leaves the cell as it was. Ctrl+A chooses all cells, for Delete or a paste.
 */
final class CellEditor {

  private static final PseudoClass WHOLE = PseudoClass.getPseudoClass("whole");
  private static final int NONE = -1;

  private final CellGrid<EditorContent> grid;
  private final EditorViewModel model;
  private final TextField field = Styling.as(new TextField(), "#cell-field", "cell-field");
  private boolean open;
  private boolean whole;
  private int rowBegun = NONE;

  CellEditor(CellGrid<EditorContent> grid, EditorViewModel model, Messages messages) {
    this.grid = grid;
    this.model = model;
    Labels.unseen(messages.text("editor.cell"), field);
  }

  void install() {
    grid.addEventFilter(KeyEvent.KEY_TYPED, this::type);
    grid.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    grid.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> moved());
    grid.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getClickCount() == 2 && !open) {
            begin(present());
          }
        });
    field.focusedProperty().subscribe(focused -> leave(focused));
    grid.selected().subscribe(_ -> moved());
  }

  private void commit() {
    if (open) {
      end();
      put(field.getText());
    }
  }

  TypedCells with(TypedCells cells) {
    var cell = grid.selected().get();
    return open && cell.row() >= 0
        ? cells.with(cell.row(), cell.column(), List.of(List.of(field.getText())))
        : cells;
  }

  private void type(KeyEvent key) {
    var text = key.getCharacter();
    var isText = !text.isEmpty() && text.charAt(0) >= ' ' && text.charAt(0) != 127;
    if (!open && isText && !key.isShortcutDown() && !key.isAltDown()) {
      begin("");
      field.appendText(text);
      key.consume();
    }
  }

  private void press(KeyEvent key) {
    if (key.isShortcutDown()) {
      shortcut(key);
    } else if (open) {
      pressInCell(key);
    } else {
      pressInGrid(key);
    }
  }

  private void shortcut(KeyEvent key) {
    if (open) {
      return;
    }
    switch (key.getCode()) {
      case A -> whole(true);
      case V -> paste();
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void pressInGrid(KeyEvent key) {
    switch (key.getCode()) {
      case ENTER, F2 -> begin(present());
      case TAB -> {
        if (!tab(key.isShiftDown() ? -1 : 1)) {
          return;
        }
      }
      case DELETE, BACK_SPACE -> clear();
      case ESCAPE -> whole(false);
      // Not for the window, which would start to train.
      case SPACE -> {}
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void pressInCell(KeyEvent key) {
    switch (key.getCode()) {
      case ENTER -> {
        commit();
        enter(key.isShiftDown() ? -1 : 1);
      }
      case UP -> commitAndGo(-1);
      case DOWN -> commitAndGo(1);
      case TAB -> {
        commit();
        tab(key.isShiftDown() ? -1 : 1);
      }
      case ESCAPE -> end();
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void commitAndGo(int rows) {
    commit();
    var cell = grid.selected().get();
    grid.select(Math.max(0, cell.row() + rows), cell.column());
  }

  /** To the next cell of the row; false at its ends, where the focus goes on. */
  private boolean tab(int columns) {
    var cell = grid.selected().get();
    var next = cell.column() + columns;
    if (cell.row() < 0
        || next < 0
        || next >= new EditorContent(model.cells.get(), model.table.get()).columns()) {
      return false;
    }
    var begun = rowBegun == NONE ? cell.column() : Math.min(rowBegun, next);
    grid.select(cell.row(), next);
    rowBegun = begun;
    return true;
  }

  private void enter(int rows) {
    var cell = grid.selected().get();
    var column = rowBegun == NONE ? cell.column() : rowBegun;
    grid.select(Math.max(0, cell.row() + rows), column);
  }

  private void begin(String text) {
    if (grid.selected().get().row() < 0) {
      return;
    }
    whole(false);
    open = true;
    field.setText(text);
    grid.edit(field);
    field.applyCss();
    field.requestFocus();
    field.end();
  }

  private void end() {
    open = false;
    grid.edit(null);
    grid.requestFocus();
  }

  /** A click elsewhere keeps what was typed. */
  private void leave(boolean focused) {
    if (!focused && open) {
      open = false;
      put(field.getText());
      grid.edit(null);
    }
  }

  private String present() {
    var cell = grid.selected().get();
    return cell.row() < 0 ? "" : model.cells.get().text(cell.row(), cell.column());
  }

  private void put(String text) {
    var cell = grid.selected().get();
    if (cell.row() >= 0) {
      model.put(cell.row(), cell.column(), List.of(List.of(text)));
    }
  }

  private void clear() {
    if (whole) {
      model.clear();
    } else {
      put("");
    }
  }

  private void paste() {
    var text = Clipboard.getSystemClipboard().getString();
    if (text == null || text.isBlank()) {
      return;
    }
    var block = TypedCells.PastedBlock.cells(text);
    if (whole) {
      model.replace(block);
    } else {
      var cell = grid.selected().get();
      model.put(Math.max(0, cell.row()), Math.max(0, cell.column()), block);
    }
  }

  private void whole(boolean chosen) {
    whole = chosen;
    grid.pseudoClassStateChanged(WHOLE, chosen);
  }

  private void moved() {
    rowBegun = NONE;
    whole(false);
  }
}
