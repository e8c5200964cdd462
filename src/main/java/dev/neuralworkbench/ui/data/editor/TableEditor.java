package dev.neuralworkbench.ui.data.editor;

import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.ReadingWords;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.form.ProblemLabel;
import dev.neuralworkbench.ui.common.grid.CellGrid;
import dev.neuralworkbench.ui.common.grid.GridCell;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A small table to be typed or pasted, and what it makes. */
public final class TableEditor extends VBox {

  private static final int MOST_NAMES = 6;

  private final EditorViewModel model;
  private final Messages messages;
  private final CellGrid<EditorContent> grid =
      Styling.as(new CellGrid<>(EditorContent.LetterHead::new), "#editor-grid");
  private final CellEditor editor;
  private final Label verdict = Labels.wrapped("#editor-verdict");
  private final ProblemLabel problem;

  public TableEditor(EditorViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    editor = new CellEditor();
    problem = Styling.as(new ProblemLabel(messages), "#editor-problem");
    Styling.as(this, "#editor", "editor");
    layOut();
    bind();
    editor.install();
    model.typing(editor::with);
  }

  private void layOut() {
    var title = Labels.line(messages.text("editor.title"), "screen-title");
    var hint = Labels.wrapped(messages.text("editor.hint"), "muted");
    var said = Space.wide(Styling.as(new VBox(verdict, problem), "said"));
    var cancel = Buttons.of(messages, "dialog.cancel", model::cancel, "#editor-cancel");
    var foot = Styling.as(new HBox(said, cancel, use()), "editor-foot");
    var cells = new HBox(Space.wide(grid), new PaintPane(model, messages));
    getChildren().setAll(title, hint, Space.tall(Styling.as(cells, "editor-cells")), foot);
  }

  private Button use() {
    var use = Buttons.of(messages, "editor.use", model::use, "#editor-use");
    use.disableProperty().bind(model.table.isNull());
    return use;
  }

  private void bind() {
    model.cells.subscribe(cells -> grid.update(new EditorContent(cells, model.table.get())));
    model.begun.subscribe(_ -> begin());
    visibleProperty().subscribe(visible -> focus(visible));
    addEventHandler(KeyEvent.KEY_PRESSED, this::undo);
    verdict.textProperty().bind(messages.text(model.table, TableEditor::verdict));
    model.problem.subscribe(wrong -> problem.show(wrong == null ? List.of() : List.of(wrong)));
    grid.tell(this::words);
  }

  private String words(GridCell cell) {
    return cell.row() < 0
        ? messages.now("editor.name")
        : messages.now(
            "editor.at",
            EditorContent.LetterHead.letters(cell.column()),
            cell.row(),
            model.cells.get().text(cell.row(), cell.column()));
  }

  private void begin() {
    grid.show(new EditorContent(model.cells.get(), model.table.get()));
    grid.select(0, 0);
    focus(isVisible());
  }

  /** Only what is seen can take the focus. */
  private void focus(boolean visible) {
    if (visible) {
      grid.requestFocus();
    }
  }

  /** While a table is typed, undo takes back what was typed and no step of the document. */
  private void undo(KeyEvent key) {
    var redo = key.getCode() == KeyCode.Y || key.isShiftDown();
    if (!key.isShortcutDown() || (key.getCode() != KeyCode.Z && key.getCode() != KeyCode.Y)) {
      return;
    }
    if (redo) {
      model.redo();
    } else {
      model.undo();
    }
    key.consume();
  }

  private static String verdict(Words words, @Nullable Table table) {
    if (table == null) {
      return "";
    }
    var names =
        table.columns().stream()
            .limit(MOST_NAMES)
            .map(column -> column.name())
            .collect(Collectors.joining(words.text("list.separator")));
    var made =
        words.text(
            "editor.verdict",
            Numbers.count(table.rows()),
            Numbers.count(table.columns().size()),
            table.columns().size() > MOST_NAMES ? names + " \u2026" : names);
    var reading = table.reading();
    return reading == null
        ? made
        : Stream.concat(Stream.of(made), ReadingWords.doubts(reading, words).stream().limit(1))
            .collect(Collectors.joining(" "));
  }

  /**
   * Types into a grid as into a spreadsheet: a letter begins a cell anew, Enter, F2 or a double
   * click goes on with what it holds; Tab then goes to the right and Enter down, to the column in
   * which the row was begun; Escape leaves the cell as it was. Ctrl+A chooses all cells, for Delete
   * or a paste.
   */
  private final class CellEditor {

    private static final PseudoClass WHOLE = PseudoClass.getPseudoClass("whole");
    private static final int NONE = -1;

    private final TextField field = Styling.as(new TextField(), "#cell-field", "cell-field");
    private boolean open;
    private boolean whole;
    private int rowBegun = NONE;

    CellEditor() {
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
      var command = key.isShortcutDown() ? shortcut(key) : open ? inCell(key) : inGrid(key);
      if (command != null) {
        command.run();
        key.consume();
      }
    }

    private @Nullable Runnable shortcut(KeyEvent key) {
      return switch (key.getCode()) {
        case A -> open ? null : () -> whole(true);
        case V -> open ? null : this::paste;
        default -> null;
      };
    }

    private @Nullable Runnable inGrid(KeyEvent key) {
      return switch (key.getCode()) {
        case ENTER, F2 -> () -> begin(present());
        case TAB -> tab(key.isShiftDown() ? -1 : 1);
        case DELETE, BACK_SPACE -> this::clear;
        case ESCAPE -> () -> whole(false);
        // Not for the window, which would start to train.
        case SPACE -> () -> {};
        default -> null;
      };
    }

    private @Nullable Runnable inCell(KeyEvent key) {
      var step = key.isShiftDown() ? -1 : 1;
      return switch (key.getCode()) {
        case ENTER -> () -> commitAndGo(step, rowBegun);
        case UP -> () -> commitAndGo(-1, NONE);
        case DOWN -> () -> commitAndGo(1, NONE);
        case TAB ->
            () -> {
              commit();
              Objects.requireNonNullElse(tab(step), () -> {}).run();
            };
        case ESCAPE -> this::end;
        default -> null;
      };
    }

    /** To another row, and a column of it; {@link #NONE} for the one that is chosen. */
    private void commitAndGo(int rows, int column) {
      commit();
      var cell = grid.selected().get();
      grid.select(Math.max(0, cell.row() + rows), column == NONE ? cell.column() : column);
    }

    /** To the next cell of the row; nothing at its ends, where the focus goes on. */
    private @Nullable Runnable tab(int columns) {
      var cell = grid.selected().get();
      var next = cell.column() + columns;
      if (cell.row() < 0
          || next < 0
          || next >= new EditorContent(model.cells.get(), model.table.get()).columns()) {
        return null;
      }
      return () -> {
        var begun = rowBegun == NONE ? cell.column() : Math.min(rowBegun, next);
        grid.select(cell.row(), next);
        rowBegun = begun;
      };
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
      var block = TypedCells.pasted(text);
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
}
