package dev.neuralworkbench.ui.data;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.table.ReadingReport.Remark;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.ReadingWords;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.grid.GridHead;
import dev.neuralworkbench.ui.common.grid.HeadName;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The head of a column of the table: its name, its role to be chosen, its type to be switched. */
final class ColumnHead extends VBox implements GridHead<TableContent> {

  private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
  private static final PseudoClass IGNORED = PseudoClass.getPseudoClass("ignored");
  private static final PseudoClass TALL = PseudoClass.getPseudoClass("tall");
  private static final PseudoClass NUMERIC = PseudoClass.getPseudoClass("numeric");

  private final DataViewModel model;
  private final Messages messages;
  private final Label name = new Label();
  private final IconView warning = new IconView(Icon.WARNING);
  private final MenuButton role =
      Styling.as(new MenuButton(), "column-choice", Styles.FLAT, Styles.SMALL);
  private final Button kind = Styling.as(new Button(), "column-choice", Styles.FLAT, Styles.SMALL);
  private final Map<ColumnRole, RadioMenuItem> roles = new EnumMap<>(ColumnRole.class);
  private final ReadOnlyStringWrapper nameTip = new ReadOnlyStringWrapper("");
  private int column;
  private ColumnKind shownKind = ColumnKind.NUMBER;

  ColumnHead(DataViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("column-head");
    name.getStyleClass().addAll("column-name", "data");
    name.setGraphic(warning);
    name.setMaxWidth(Double.MAX_VALUE);
    Tooltips.install(name, nameTip.getReadOnlyProperty());
    addRoles();
    kind.setOnAction(_ -> switchKind());
    Tooltips.install(role, messages.text("head.role.tip"));
    Tooltips.install(kind, messages.text("head.kind.tip"));
    getChildren().setAll(name, role, kind);
  }

  @Override
  public Region node() {
    return this;
  }

  @Override
  public void fit(TableContent content) {
    pseudoClassStateChanged(TALL, content.cells().hasLongNames());
  }

  @Override
  public void show(TableContent content, int shown, boolean selected) {
    column = shown;
    var plan = content.preparation().columns().get(column);
    shownKind = plan.kind();
    var id = "column-" + column;
    setId(id);
    name.setId(id + "-name");
    role.setId(id + "-role");
    kind.setId(id + "-kind");
    name.setText(HeadName.of(plan.name()));
    var roleName = messages.now("columnrole." + Ids.of(plan.role()));
    role.setText(roleName);
    role.setAccessibleText(messages.now("head.role", plan.name(), roleName));
    var kindName = messages.now("head.kind." + Ids.of(plan.kind()));
    kind.setText(kindName);
    kind.setAccessibleText(messages.now("head.kind", plan.name(), kindName));
    roles.forEach((value, item) -> item.setSelected(value == plan.role()));
    role.setFocusTraversable(selected);
    kind.setFocusTraversable(selected);
    pseudoClassStateChanged(TARGET, plan.role() == ColumnRole.TARGET);
    pseudoClassStateChanged(IGNORED, plan.role() == ColumnRole.IGNORED);
    pseudoClassStateChanged(NUMERIC, content.isNumeric(column));
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

  private void addRoles() {
    var group = new ToggleGroup();
    for (var value : ColumnRole.values()) {
      var item = Styling.as(new RadioMenuItem(), "#role-" + Ids.of(value));
      item.textProperty().bind(messages.text("columnrole." + Ids.of(value)));
      item.setToggleGroup(group);
      item.setOnAction(_ -> model.choices.role(column, value));
      roles.put(value, item);
      role.getItems().add(item);
    }
  }

  private void switchKind() {
    model.choices.kind(
        column,
        shownKind != ColumnKind.CATEGORY
            ? ColumnKind.CATEGORY
            : model.choices.isDate(column) ? ColumnKind.DATE : ColumnKind.NUMBER);
  }
}
