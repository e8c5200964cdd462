package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.ui.backprop.walk.BackpropState;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Follow;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styled;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Makes the step in the model, or says why it cannot. */
final class ApplyBar extends HBox {

  private final BackpropViewModel model;
  private final Messages messages;
  private final Button apply = Styled.as(new Button(), "#backprop-apply");
  private final Label why = Labels.line("#backprop-apply-why", "muted");

  ApplyBar(BackpropViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("tool-pair");
    Buttons.name(apply, messages, "backprop.apply");
    apply.setOnAction(_ -> model.apply());
    why.setWrapText(true);
    getChildren().setAll(apply, why);
    Follow.all(
        this::refresh, model.trainer().state(), model.state(), model.beyond(), messages.language());
  }

  private void refresh() {
    var reason = model.whyNotApply();
    apply.setDisable(!reason.isEmpty() || model.state().get() != BackpropState.READY);
    why.setText(reason.isEmpty() ? "" : messages.now(reason));
  }
}
