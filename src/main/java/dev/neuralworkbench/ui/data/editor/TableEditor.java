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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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
    editor = new CellEditor(grid, model, messages);
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
}
