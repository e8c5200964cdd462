package dev.neuralworkbench.ui.data;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.data.Column;
import dev.neuralworkbench.data.ColumnKind;
import dev.neuralworkbench.data.ColumnPlan;
import dev.neuralworkbench.data.ColumnRole;
import dev.neuralworkbench.data.NumberColumn;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Tips;
import dev.neuralworkbench.ui.common.WhileInScene;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** The head of a column: its name, and a menu of what it is for and how it is read. */
final class ColumnHeader extends VBox {

  private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
  private static final PseudoClass IGNORED = PseudoClass.getPseudoClass("ignored");

  private final Messages messages;
  private final MenuButton menu = new MenuButton();

  ColumnHeader(DataViewModel model, int column, Column values, Messages messages) {
    this.messages = messages;
    getStyleClass().add("column-head");
    if (values instanceof NumberColumn) {
      getStyleClass().add("numbers");
    }
    var plan = model.plan(column);
    var label = new Label(values.name());
    label.getStyleClass().addAll("data", "column-name");
    menu.setId("column-" + column);
    menu.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "column-plan");
    menu.textProperty().bind(messages.text(plan, ColumnHeader::plan));
    menu.accessibleTextProperty()
        .bind(messages.text(plan, (words, it) -> it.name() + ", " + plan(words, it)));
    Tips.install(menu, messages.text("data.column.tip"));
    addChoices(ColumnRole.values(), plan, ColumnPlan::role, it -> model.role(column, it));
    menu.getItems().add(new SeparatorMenuItem());
    addChoices(ColumnKind.values(), plan, ColumnPlan::kind, it -> model.kind(column, it));
    getChildren().setAll(label, menu);
    WhileInScene.subscribe(this, () -> plan.subscribe(it -> mark(it.role())));
  }

  private <T extends Enum<T>> void addChoices(
      T[] values,
      ObservableValue<ColumnPlan> plan,
      Function<ColumnPlan, T> chosen,
      Consumer<T> choose) {
    var group = new ToggleGroup();
    for (var value : values) {
      var item = new RadioMenuItem();
      item.setToggleGroup(group);
      item.textProperty().bind(messages.text(key(value)));
      item.setOnAction(_ -> choose.accept(value));
      WhileInScene.subscribe(
          menu, () -> plan.subscribe(it -> item.setSelected(chosen.apply(it) == value)));
      menu.getItems().add(item);
    }
  }

  private void mark(ColumnRole role) {
    pseudoClassStateChanged(TARGET, role == ColumnRole.TARGET);
    pseudoClassStateChanged(IGNORED, role == ColumnRole.IGNORED);
  }

  private static String plan(Words words, ColumnPlan plan) {
    return plan.role() == ColumnRole.IGNORED
        ? words.text(key(plan.role()))
        : words.text(
            "data.column.plan", words.text(key(plan.role())), words.text(key(plan.kind())));
  }

  private static String key(Enum<?> value) {
    return (value.getDeclaringClass().getSimpleName() + "." + value.name())
        .toLowerCase(Locale.ROOT);
  }
}
