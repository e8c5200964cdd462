package dev.neuralworkbench.ui.data;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.table.ReadingReport.Remark;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.ReadingWords;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.grid.CellGrid;
import dev.neuralworkbench.ui.common.grid.GridCell;
import dev.neuralworkbench.ui.common.grid.GridHead;
import dev.neuralworkbench.ui.common.grid.TableCells;
import dev.neuralworkbench.ui.data.DataViewModel.TableContent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The table itself, in a grid whose heads set roles and types. */
final class TablePane extends StackPane {

  /** Categories that a menu has room for. */
  private static final int MOST_OFFERED = 30;

  private final DataViewModel model;
  private final Messages messages;
  private final List<Head> heads = new ArrayList<>();
  final CellGrid<TableContent> grid;
  private @Nullable TableCells cells;

  TablePane(DataViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    grid = Styling.as(new CellGrid<>(this::head), "#data-table");
    grid.tell(this::words);
    getStyleClass().add("table-pane");
    getChildren().setAll(grid);
    bind();
  }

  private void bind() {
    model.content.subscribe(this::show);
    OnAnyChange.all(grid::refresh, model.workspace.problems(), messages.language());
    model.column.subscribe(_ -> follow());
    model.sought.subscribe(
        cell -> {
          if (cell.column() >= 0) {
            grid.select(cell.row(), cell.column());
          }
        });
    grid.selected()
        .subscribe(
            cell -> {
              if (cell.column() >= 0) {
                model.choose(cell.column());
                model.chooseRow(cell.row());
              }
            });
    grid.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    grid.setOnContextMenuRequested(this::offer);
  }

  private Head head() {
    var made = new Head();
    heads.add(made);
    return made;
  }

  private void show(@Nullable TableContent content) {
    if (content != null) {
      if (content.cells().equals(cells)) {
        grid.update(content);
      } else {
        cells = content.cells();
        grid.show(content);
      }
      follow();
    }
  }

  private void follow() {
    var column = model.column.get();
    if (model.content.get() != null && column >= 0 && grid.selected().get().column() != column) {
      grid.choose(column);
    }
  }

  private String words(GridCell cell) {
    var content = model.content.get();
    if (content == null) {
      return messages.now("table.describe");
    }
    var table = content.cells().table;
    if (cell.row() < 0) {
      return messages.now(
          "table.size",
          messages.now("table.describe"),
          Numbers.count(table.rows()),
          Numbers.count(table.columns().size()));
    }
    var text =
        content.isMissing(cell.row(), cell.column())
            ? messages.now("table.missing")
            : content.text(cell.row(), cell.column());
    return messages.now("table.cell", cell.row() + 1, table.column(cell.column()).name(), text);
  }

  /** What a click with the second button offers for the chosen cell. */
  private void offer(ContextMenuEvent event) {
    var cell = grid.selected().get();
    var content = model.content.get();
    if (content == null || cell.row() < 0) {
      return;
    }
    var row = new MenuItem();
    row.setId("cell-leave-out");
    var isOut = content.preparation().filter().withWhere(null).on(content.read()).test(cell.row());
    row.setText(
        messages.now(isOut ? "table.useRow" : "table.leaveOut", Numbers.count(cell.row() + 1L)));
    row.setOnAction(_ -> model.leaveOut(cell.row(), !isOut));
    var menu = new ContextMenu(row);
    if (!content.isMissing(cell.row(), cell.column())) {
      var text = content.text(cell.row(), cell.column());
      var missing = new MenuItem(messages.now("table.asMissing", text));
      missing.setId("cell-as-missing");
      missing.setOnAction(_ -> model.readAs(cell.row(), cell.column(), null));
      menu.getItems().add(missing);
      if (content.read().column(cell.column()) instanceof TextColumn texts) {
        menu.getItems().add(readAs(cell, text, texts));
      }
    }
    menu.setAutoHide(true);
    menu.show(grid, event.getScreenX(), event.getScreenY());
    event.consume();
  }

  /** The other categories of a column, of which one may be meant. */
  private Menu readAs(GridCell cell, String text, TextColumn texts) {
    var menu = new Menu(messages.now("table.readAs", text));
    menu.setId("cell-read-as");
    texts.categories().stream()
        .filter(it -> !it.equals(texts.text(cell.row())))
        .sorted()
        .limit(MOST_OFFERED)
        .forEach(
            other -> {
              var item = new MenuItem(other);
              item.setMnemonicParsing(false);
              item.setOnAction(_ -> model.readAs(cell.row(), cell.column(), other));
              menu.getItems().add(item);
            });
    return menu;
  }

  private void press(KeyEvent key) {
    if (key.getCode() == KeyCode.ENTER && grid.equals(key.getTarget())) {
      heads.stream()
          .filter(head -> head.isVisible() && head.column == model.column.get())
          .findFirst()
          .ifPresent(Head::openRoles);
      key.consume();
    }
  }

  /** The head of a column: its name, its role to be chosen, its type to be switched. */
  private final class Head extends VBox implements GridHead<TableContent> {

    private final Label name = Styling.as(new Label(), "column-name", "data");
    private final IconView warning = new IconView(Icon.WARNING);
    private final MenuButton role =
        Styling.as(new MenuButton(), "column-choice", Styles.FLAT, Styles.SMALL);
    private final Button kind =
        Styling.as(new Button(), "column-choice", Styles.FLAT, Styles.SMALL);
    private final HeadHistogram histogram = new HeadHistogram();
    private final Map<ColumnRole, RadioMenuItem> roles = new EnumMap<>(ColumnRole.class);
    private final StringProperty nameTip = new SimpleStringProperty("");
    private int column;

    Head() {
      getStyleClass().add("column-head");
      name.setGraphic(warning);
      name.setMaxWidth(Double.MAX_VALUE);
      Tooltips.install(name, nameTip);
      var group = new ToggleGroup();
      for (var value : ColumnRole.values()) {
        var text = messages.text("columnrole." + Ids.of(value));
        Runnable choose = () -> model.choices.role(column, value);
        roles.put(value, Buttons.choice(group, text, choose, "#role-" + Ids.of(value)));
      }
      role.getItems().setAll(roles.values());
      kind.setOnAction(_ -> model.choices.switchKind(column));
      Tooltips.install(role, messages.text("head.role.tip"));
      Tooltips.install(kind, messages.text("head.kind.tip"));
      getChildren().setAll(name, role, kind, histogram);
    }

    @Override
    public void show(TableContent content, int shown, boolean selected) {
      column = shown;
      var plan = content.preparation().columns().get(column);
      var id = "column-" + column;
      setId(id);
      name.setId(id + "-name");
      role.setId(id + "-role");
      kind.setId(id + "-kind");
      name.setText(TableCells.head(plan.name()));
      var roleName = messages.now("columnrole." + Ids.of(plan.role()));
      role.setText(roleName);
      role.setAccessibleText(messages.now("head.role", plan.name(), roleName));
      var kindName = messages.now("columnkind." + Ids.of(plan.kind()));
      kind.setText(kindName);
      kind.setAccessibleText(messages.now("head.kind", plan.name(), kindName));
      roles.forEach((value, item) -> item.setSelected(value == plan.role()));
      role.setFocusTraversable(selected);
      kind.setFocusTraversable(selected);
      histogram.show(content.read().column(column));
      warn(plan.name());
    }

    void openRoles() {
      role.requestFocus();
      role.show();
    }

    private void warn(String columnName) {
      var words = messages.words();
      var warnings =
          Stream.concat(
                  model.problems(column).stream().map(words::sentence),
                  model.remarks(column).stream()
                      .filter(Remark::doubtful)
                      .map(remark -> ReadingWords.sentence(remark, words)))
              .toList();
      Visibility.when(warning, !warnings.isEmpty());
      nameTip.set(warnings.isEmpty() ? columnName : warnings.getFirst());
    }
  }
}
