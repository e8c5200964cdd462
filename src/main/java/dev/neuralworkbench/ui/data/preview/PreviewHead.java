package dev.neuralworkbench.ui.data.preview;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.ReadingChoices.CellType;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styled;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.grid.GridContent;
import dev.neuralworkbench.ui.common.grid.GridHead;
import dev.neuralworkbench.ui.common.grid.HeadName;
import dev.neuralworkbench.ui.common.grid.TableCells;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The head of a column that is looked at: its name, and what it holds, found or chosen. */
final class PreviewHead extends VBox implements GridHead<PreviewHead.Content> {

  private static final PseudoClass TALL = PseudoClass.getPseudoClass("tall");
  private static final PseudoClass NUMERIC = PseudoClass.getPseudoClass("numeric");

  private final PreviewViewModel model;
  private final Messages messages;
  private final Label name = new Label();
  private final MenuButton type =
      Styled.as(new MenuButton(), "column-choice", Styles.FLAT, Styles.SMALL);
  private final Map<Optional<CellType>, RadioMenuItem> types = new LinkedHashMap<>();
  private final ReadOnlyStringWrapper tip = new ReadOnlyStringWrapper("");
  private String column = "";

  PreviewHead(PreviewViewModel model, Messages messages) {
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

  /** The first rows of a table in a grid. */
  record Content(TableCells cells, ReadingChoices choices) implements GridContent {

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
