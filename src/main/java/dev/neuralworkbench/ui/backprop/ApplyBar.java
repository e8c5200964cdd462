package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.ui.backprop.walk.BackpropState;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Tooltips;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Makes the step in the model, or says why it cannot. */
final class ApplyBar extends HBox {

  private final BackpropViewModel model;
  private final Messages messages;
  private final Button apply = new Button();
  private final Label why = new Label();

  ApplyBar(BackpropViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("tool-pair");
    apply.setId("backprop-apply");
    apply.setMinWidth(USE_PREF_SIZE);
    apply.textProperty().bind(messages.text("backprop.apply"));
    Tooltips.install(apply, messages.text("backprop.apply.tip"));
    apply.setOnAction(_ -> model.apply());
    why.setId("backprop-apply-why");
    why.getStyleClass().add("muted");
    why.setWrapText(true);
    getChildren().setAll(apply, why);
    model.trainer().state().subscribe(_ -> refresh());
    model.state().subscribe(_ -> refresh());
    model.beyond().subscribe(_ -> refresh());
    messages.language().subscribe(_ -> refresh());
  }

  private void refresh() {
    var reason = model.whyNotApply();
    apply.setDisable(!reason.isEmpty() || model.state().get() != BackpropState.READY);
    why.setText(reason.isEmpty() ? "" : messages.now(reason));
  }
}
