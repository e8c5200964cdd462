package dev.neuralworkbench.ui.data.preview;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.ReadingChoices.CellType;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.form.ProblemLabel;
import dev.neuralworkbench.ui.common.grid.CellGrid;
import dev.neuralworkbench.ui.common.grid.GridCell;
import dev.neuralworkbench.ui.common.grid.GridContent;
import dev.neuralworkbench.ui.common.grid.GridHead;
import dev.neuralworkbench.ui.common.grid.TableCells;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A file before it is read: what was found out about it, and the first rows that come of it. */
public final class PreviewPane extends VBox {

  private final PreviewViewModel model;
  private final Messages messages;
  private final CellGrid<Content> grid;
  private final Label lines = Labels.whole("#preview-lines", "preview-lines");
  private final ScrollPane raw = new ScrollPane(lines);
  private final ProblemLabel problem;

  public PreviewPane(PreviewViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    grid = Styling.as(new CellGrid<Content>(Head::new), "#preview-grid");
    grid.tell(this::words);
    problem = Styling.as(new ProblemLabel(messages), "#preview-problem");
    Styling.as(this, "#preview", "preview");
    layOut();
    lines.textProperty().bind(model.lines);
    OnAnyChange.all(this::show, model.table, model.problem, model.lines, messages.language());
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
  }

  private void layOut() {
    var title =
        Labels.line(
            messages.text(
                model.file,
                (words, file) ->
                    file == null
                        ? ""
                        : words.text("preview.title", String.valueOf(file.getFileName()))),
            "screen-title");
    var hint = Labels.sentence(messages.text("preview.hint"), "muted");
    var form = Styling.as(new ScrollPane(new PreviewForm(model, messages)), "preview-side");
    form.setFitToWidth(true);
    form.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    var right = new VBox(Space.tall(grid), Space.tall(raw), new DoubtsPane(model, messages));
    var parts = new HBox(form, Space.wide(Styling.as(right, "preview-rows")));
    var said = Space.wide(Styling.as(new VBox(problem), "said"));
    var forget =
        Buttons.of(messages, "preview.forget", model::forget, "#preview-forget", Styles.FLAT);
    var cancel = Buttons.of(messages, "dialog.cancel", model::cancel, "#preview-cancel");
    var foot = Styling.as(new HBox(said, forget, cancel, use()), "editor-foot");
    getChildren().setAll(title, hint, Space.tall(Styling.as(parts, "preview-parts")), foot);
  }

  private Button use() {
    var use = Buttons.of(messages, "preview.use", model::use, "#preview-use");
    use.disableProperty().bind(model.table.isNull());
    return use;
  }

  private void show() {
    var table = model.table.get();
    var wrong = model.problem.get();
    problem.show(wrong == null ? List.of() : List.of(wrong));
    Visibility.when(grid, table != null);
    Visibility.when(raw, table == null && !model.lines.get().isEmpty());
    if (table != null) {
      grid.show(new Content(new TableCells(table), model.choices.get()));
    }
  }

  private String words(GridCell cell) {
    var table = model.table.get();
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

  /** The head of a column that is looked at: its name, and what it holds, found or chosen. */
  private final class Head extends VBox implements GridHead<Content> {

    private final Label name = Styling.as(new Label(), "column-name", "data");
    private final MenuButton type =
        Styling.as(new MenuButton(), "column-choice", Styles.FLAT, Styles.SMALL);
    private final Map<Optional<CellType>, RadioMenuItem> types = new LinkedHashMap<>();
    private final StringProperty tip = new SimpleStringProperty("");
    private String column = "";

    Head() {
      getStyleClass().add("column-head");
      name.setMaxWidth(Double.MAX_VALUE);
      Tooltips.install(name, tip);
      Tooltips.install(type, messages.text("preview.type.tip"));
      var group = new ToggleGroup();
      add(Optional.empty(), "preview.type.found", group);
      add(Optional.of(CellType.NUMBER), "preview.type.number", group);
      add(Optional.of(CellType.TEXT), "preview.type.text", group);
      type.getItems().setAll(types.values());
      getChildren().setAll(name, type);
    }

    private void add(Optional<CellType> value, String key, ToggleGroup group) {
      Runnable choose = () -> model.change(it -> it.withType(column, value.orElse(null)));
      types.put(value, Buttons.choice(group, messages.text(key), choose));
    }

    @Override
    public void show(Content content, int shown, boolean selected) {
      var holds = content.cells().table.column(shown);
      column = holds.name();
      var chosen = content.choices().type(column);
      setId("preview-column-" + shown);
      type.setId("preview-type-" + shown);
      name.setText(TableCells.head(column));
      tip.set(column);
      var kind = holds instanceof NumberColumn ? "number" : "text";
      var words = messages.now("preview.type." + kind);
      type.setText(chosen.isPresent() ? messages.now("preview.chosen", words) : words);
      type.setAccessibleText(column + ": " + type.getText());
      type.setFocusTraversable(selected);
      types.forEach((value, item) -> item.setSelected(value.equals(chosen)));
    }
  }

  private record Content(TableCells cells, ReadingChoices choices) implements GridContent.OfTable {
    private static final int MOST_ROWS = 100;

    @Override
    public int rows() {
      return Math.min(MOST_ROWS, cells.table.rows());
    }
  }
}
