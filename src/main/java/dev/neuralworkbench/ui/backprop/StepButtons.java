package dev.neuralworkbench.ui.backprop;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

final class StepButtons extends HBox {

  private final BackpropViewModel model;
  private final Messages messages;
  private final Label count = Labels.whole("#backprop-count", "muted");
  private final Button first;
  private final Button back;
  private final Button next;
  private final Button last;

  StepButtons(BackpropViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    first = button("first", Icon.FIRST, model.walker::first);
    back = button("back", Icon.LEFT, model.walker::back);
    next = button("next", Icon.RIGHT, model.walker::next);
    last = button("last", Icon.LAST, model.walker::last);
    next.textProperty().bind(messages.text("backprop.next"));
    next.setMinWidth(USE_PREF_SIZE);
    next.getStyleClass().add(Styles.ACCENT);
    getStyleClass().add("step-buttons");
    getChildren().setAll(first, back, next, last, count);
  }

  private Button button(String id, Icon icon, Runnable action) {
    return Buttons.icon(icon, messages, "backprop." + id, action, "#backprop-" + id);
  }

  void refresh() {
    var walk = model.walker.walk().get();
    var size = walk == null ? 0 : walk.size();
    var at = model.walker.index().get();
    count.setText(
        walk == null
            ? ""
            : messages.now("backprop.count", Numbers.count(at + 1), Numbers.count(size)));
    var waits = model.walker.hides();
    first.setDisable(at == 0);
    back.setDisable(at == 0 && model.walker.stage().get() == 0);
    next.setDisable(at >= size - 1 && !waits);
    last.setDisable(at >= size - 1);
  }
}
