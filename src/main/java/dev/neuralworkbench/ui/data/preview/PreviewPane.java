package dev.neuralworkbench.ui.data.preview;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.text.ReadingWords;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Follow;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shown;
import dev.neuralworkbench.ui.common.Styled;
import dev.neuralworkbench.ui.common.form.ProblemLabel;
import dev.neuralworkbench.ui.common.grid.CellGrid;
import dev.neuralworkbench.ui.common.grid.GridCell;
import dev.neuralworkbench.ui.common.grid.TableCells;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A file before it is read: what was found out about it, and the first rows that come of it. */
public final class PreviewPane extends VBox {

  private final PreviewViewModel model;
  private final Messages messages;
  private final CellGrid<PreviewHead.Content> grid;
  private final Label doubts = Labels.sentence("#preview-doubts", "muted");
  private final Label lines = Labels.whole("#preview-lines", "preview-lines");
  private final ScrollPane raw = new ScrollPane(lines);
  private final ProblemLabel problem;

  public PreviewPane(PreviewViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    grid =
        Styled.as(
            new CellGrid<PreviewHead.Content>(() -> new PreviewHead(model, messages)),
            "#preview-grid");
    grid.tell(this::words);
    problem = new ProblemLabel(messages);
    problem.setId("preview-problem");
    Styled.as(this, "#preview", "preview");
    layOut();
    lines.textProperty().bind(model.lines());
    Follow.all(this::show, model.table(), model.problem(), model.lines(), messages.language());
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
  }

  private void layOut() {
    var title =
        Labels.line(
            messages.text(
                model.file(),
                (words, file) -> file == null ? "" : words.text("preview.title", file.name())),
            "screen-title");
    var hint = Labels.sentence(messages.text("preview.hint"), "muted");
    var form = Styled.as(new ScrollPane(new PreviewForm(model, messages)), "preview-side");
    form.setFitToWidth(true);
    form.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    var right = Styled.as(new VBox(grid, raw, doubts), "preview-rows");
    VBox.setVgrow(grid, Priority.ALWAYS);
    VBox.setVgrow(raw, Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    var parts = Styled.as(new HBox(form, right), "preview-parts");
    VBox.setVgrow(parts, Priority.ALWAYS);
    var said = Styled.as(new VBox(problem), "said");
    HBox.setHgrow(said, Priority.ALWAYS);
    var forget =
        Buttons.of(messages, "preview.forget", model::forget, "#preview-forget", Styles.FLAT);
    var cancel = Buttons.of(messages, "dialog.cancel", model::cancel, "#preview-cancel");
    var foot = Styled.as(new HBox(said, forget, cancel, use()), "editor-foot");
    getChildren().setAll(title, hint, parts, foot);
  }

  private Button use() {
    var use = Buttons.of(messages, "preview.use", model::use, "#preview-use");
    use.disableProperty().bind(model.table().isNull());
    return use;
  }

  private void show() {
    var table = model.table().get();
    var wrong = model.problem().get();
    problem.show(wrong == null ? List.of() : List.of(wrong));
    Shown.when(grid, table != null);
    Shown.when(raw, table == null && !model.lines().get().isEmpty());
    var reading = table == null ? null : table.reading();
    var words = messages.words();
    doubts.setText(reading == null ? "" : String.join("\n", ReadingWords.doubts(reading, words)));
    Shown.when(doubts, !doubts.getText().isEmpty());
    if (table != null) {
      grid.show(new PreviewHead.Content(new TableCells(table), model.choices().get()));
    }
  }

  private String words(GridCell cell) {
    var table = model.table().get();
    if (table == null || cell.row() < 0) {
      return messages.now("table.describe");
    }
    var column = table.column(cell.column());
    return messages.now("table.cell", cell.row() + 1, column.name(), column.text(cell.row()));
  }

  private void press(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE) {
      model.cancel();
      key.consume();
    }
  }
}
