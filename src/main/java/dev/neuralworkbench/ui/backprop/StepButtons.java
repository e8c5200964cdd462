package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Tooltips;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** First, back, on and last, with the number of the step. */
final class StepButtons extends HBox {

  private final BackpropViewModel model;
  private final Messages messages;
  private final Label count = new Label();
  private final Button first;
  private final Button back;
  private final Button next;
  private final Button last;

  StepButtons(BackpropViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    first = button("first", Icon.FIRST, model.walker()::first);
    back = button("back", Icon.LEFT, model.walker()::back);
    next = button("next", Icon.RIGHT, model.walker()::next);
    last = button("last", Icon.LAST, model.walker()::last);
    next.textProperty().bind(messages.text("backprop.next"));
    next.setMinWidth(USE_PREF_SIZE);
    count.setId("backprop-count");
    count.setMinWidth(USE_PREF_SIZE);
    count.getStyleClass().add("muted");
    getStyleClass().add("step-buttons");
    getChildren().setAll(first, back, next, last, count);
  }

  private Button button(String id, Icon icon, Runnable action) {
    var button = new Button();
    button.setId("backprop-" + id);
    button.setGraphic(new IconView(icon));
    button.accessibleTextProperty().bind(messages.text("backprop." + id));
    Tooltips.install(button, messages.text("backprop." + id + ".tip"));
    button.setOnAction(_ -> action.run());
    return button;
  }

  /** Shows where the walk is. */
  void refresh() {
    var walk = model.walker().walk().get();
    var size = walk == null ? 0 : walk.size();
    var at = model.walker().index().get();
    count.setText(
        walk == null
            ? ""
            : messages.now("backprop.count", Numbers.count(at + 1), Numbers.count(size)));
    var waits = model.walker().hides();
    first.setDisable(at == 0);
    back.setDisable(at == 0);
    next.setDisable(at >= size - 1 && !waits);
    last.setDisable(at >= size - 1);
  }
}
