package dev.neuralworkbench.ui.data.preview;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.ReadingChoices.CellType;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.text.ReadingWords;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.form.ProblemLabel;
import dev.neuralworkbench.ui.common.grid.CellGrid;
import dev.neuralworkbench.ui.common.grid.GridCell;
import dev.neuralworkbench.ui.common.grid.GridContent;
import dev.neuralworkbench.ui.common.grid.GridHead;
import dev.neuralworkbench.ui.common.grid.HeadName;
import dev.neuralworkbench.ui.common.grid.TableCells;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A file before it is read: what was found out about it, and the first rows that come of it. */
public final class PreviewPane extends VBox {

  private final PreviewViewModel model;
  private final Messages messages;
  private final CellGrid<Content> grid;
  private final Label doubts = Labels.sentence("#preview-doubts", "muted");
  private final Label lines = Labels.whole("#preview-lines", "preview-lines");
  private final ScrollPane raw = new ScrollPane(lines);
  private final ProblemLabel problem;

  public PreviewPane(PreviewViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    grid = Styling.as(new CellGrid<Content>(() -> new Head(model, messages)), "#preview-grid");
    grid.tell(this::words);
    problem = new ProblemLabel(messages);
    problem.setId("preview-problem");
    Styling.as(this, "#preview", "preview");
    layOut();
    lines.textProperty().bind(model.lines());
    OnAnyChange.all(this::show, model.table(), model.problem(), model.lines(), messages.language());
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
    var form = Styling.as(new ScrollPane(new PreviewForm(model, messages)), "preview-side");
    form.setFitToWidth(true);
    form.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    var right = Styling.as(new VBox(grid, raw, doubts), "preview-rows");
    VBox.setVgrow(grid, Priority.ALWAYS);
    VBox.setVgrow(raw, Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    var parts = Styling.as(new HBox(form, right), "preview-parts");
    VBox.setVgrow(parts, Priority.ALWAYS);
    var said = Styling.as(new VBox(problem), "said");
    HBox.setHgrow(said, Priority.ALWAYS);
    var forget =
        Buttons.of(messages, "preview.forget", model::forget, "#preview-forget", Styles.FLAT);
    var cancel = Buttons.of(messages, "dialog.cancel", model::cancel, "#preview-cancel");
    var foot = Styling.as(new HBox(said, forget, cancel, use()), "editor-foot");
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
    Visibility.when(grid, table != null);
    Visibility.when(raw, table == null && !model.lines().get().isEmpty());
    var reading = table == null ? null : table.reading();
    var words = messages.words();
    doubts.setText(reading == null ? "" : String.join("\n", ReadingWords.doubts(reading, words)));
    Visibility.when(doubts, !doubts.getText().isEmpty());
    if (table != null) {
      grid.show(new Content(new TableCells(table), model.choices().get()));
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

  /** The head of a column that is looked at: its name, and what it holds, found or chosen. */
  private static final class Head extends VBox implements GridHead<Content> {

    private static final PseudoClass TALL = PseudoClass.getPseudoClass("tall");
    private static final PseudoClass NUMERIC = PseudoClass.getPseudoClass("numeric");

    private final PreviewViewModel model;
    private final Messages messages;
    private final Label name = new Label();
    private final MenuButton type =
        Styling.as(new MenuButton(), "column-choice", Styles.FLAT, Styles.SMALL);
    private final Map<Optional<CellType>, RadioMenuItem> types = new LinkedHashMap<>();
    private final ReadOnlyStringWrapper tip = new ReadOnlyStringWrapper("");
    private String column = "";

    Head(PreviewViewModel model, Messages messages) {
      this.model = model;
      this.messages = messages;
      getStyleClass().add("column-head");
      name.getStyleClass().addAll("column-name", "data");
      name.setMaxWidth(Double.MAX_VALUE);
      Tooltips.install(name, tip.getReadOnlyProperty());
      Tooltips.install(type, messages.text("preview.type.tip"));
      var group = new ToggleGroup();
      add(Optional.empty(), "preview.type.found", group);
      add(Optional.of(CellType.NUMBER), "preview.type.number", group);
      add(Optional.of(CellType.TEXT), "preview.type.text", group);
      getChildren().setAll(name, type);
    }

    private void add(Optional<CellType> value, String key, ToggleGroup group) {
      var item = new RadioMenuItem();
      item.textProperty().bind(messages.text(key));
      item.setToggleGroup(group);
      item.setOnAction(_ -> model.change(it -> it.withType(column, value.orElse(null))));
      types.put(value, item);
      type.getItems().add(item);
    }

    @Override
    public Region node() {
      return this;
    }

    @Override
    public void fit(Content content) {
      pseudoClassStateChanged(TALL, content.cells().hasLongNames());
    }

    @Override
    public void show(Content content, int shown, boolean selected) {
      var holds = content.table().column(shown);
      column = holds.name();
      var chosen = content.choices().type(column);
      setId("preview-column-" + shown);
      type.setId("preview-type-" + shown);
      name.setText(HeadName.of(column));
      tip.set(column);
      pseudoClassStateChanged(NUMERIC, content.isNumeric(shown));
      var kind = holds instanceof NumberColumn ? "number" : "text";
      var words = messages.now("preview.type." + kind);
      type.setText(chosen.isPresent() ? messages.now("preview.chosen", words) : words);
      type.setAccessibleText(column + ": " + type.getText());
      type.setFocusTraversable(selected);
      types.forEach((value, item) -> item.setSelected(value.equals(chosen)));
    }
  }

  /** The first rows of a table in a grid. */
  private record Content(TableCells cells, ReadingChoices choices) implements GridContent {

    private static final int MOST_ROWS = 100;

    Table table() {
      return cells.table();
    }

    @Override
    public int rows() {
      return Math.min(MOST_ROWS, table().rows());
    }

    @Override
    public int columns() {
      return table().columns().size();
    }

    @Override
    public String text(int row, int column) {
      return cells.text(row, column);
    }

    @Override
    public boolean isMissing(int row, int column) {
      return table().column(column).isMissing(row);
    }

    @Override
    public boolean isNumeric(int column) {
      return table().column(column) instanceof NumberColumn;
    }

    @Override
    public int digits(int column) {
      return cells.digits(column);
    }

    @Override
    public @Nullable String look(int column) {
      return null;
    }
  }
}
