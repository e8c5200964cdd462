package dev.neuralworkbench.ui.common.form;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.WhileInScene;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableSet;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Choices that are seldom needed, behind a quiet button; what is wrong of them shows anyway. */
public final class Disclosure extends VBox {

  private final String name;
  private final ObservableSet<String> open;
  private final ObservableValue<Boolean> wrong;
  private final Button button = Styling.as(new Button(), Styles.FLAT, Styles.SMALL, "more");
  private final List<Node> rows;
  private final VBox content = Styling.as(new VBox(), "form");

  Disclosure(
      String name,
      ObservableSet<String> open,
      ObservableValue<Boolean> wrong,
      Messages messages,
      Node... rows) {
    this.name = name;
    this.open = open;
    this.wrong = wrong;
    this.rows = List.of(rows);
    getStyleClass().add("form");
    button.setId("more-" + name);
    Buttons.name(button, messages, "form.more");
    button.setOnAction(
        _ -> {
          if (!open.remove(name)) {
            open.add(name);
          }
        });
    getChildren().setAll(button, content);
    WhileInScene.subscribe(
        this, () -> Subscription.combine(wrong.subscribe(_ -> show()), open.subscribe(this::show)));
  }

  private void show() {
    var shown = open.contains(name) || wrong.getValue();
    if (shown && content.getChildren().isEmpty()) {
      // Not before: rows that nobody has opened would be styled and laid out at every start.
      content.getChildren().setAll(rows);
    }
    Visibility.when(content, shown);
    button.setGraphic(new IconView(shown ? Icon.DOWN : Icon.RIGHT));
  }
}
