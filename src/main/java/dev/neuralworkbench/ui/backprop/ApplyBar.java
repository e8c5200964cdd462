package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.backprop.walk.AppliedStep;
import dev.neuralworkbench.ui.backprop.walk.ChosenRows.BackpropState;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Visibility;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Makes the step in the model, or says why it cannot. */
final class ApplyBar extends HBox {

  private final BackpropViewModel model;
  private final Messages messages;
  private final Button apply;
  private final Label why = Labels.wrapped("#backprop-apply-why", "muted");

  ApplyBar(BackpropViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("tool-pair");
    apply = Buttons.of(messages, "backprop.apply", model::apply, "#backprop-apply");
    getChildren().setAll(apply, why);
    OnAnyChange.all(
        this::refresh, model.trainer.state(), model.state(), model.beyond, messages.language());
  }

  private void refresh() {
    var reason = model.whyNotApply();
    apply.setDisable(!reason.isEmpty() || model.state().get() != BackpropState.READY);
    why.setText(reason.isEmpty() ? "" : messages.now(reason));
  }

  /** Says what the step that was applied last did, while the model is as it made it. */
  static Label applied(BackpropViewModel model, Messages messages) {
    var label = Labels.sentence("#backprop-applied");
    OnAnyChange.all(
        () -> {
          var applied = model.applied.get();
          Visibility.when(label, applied != null);
          label.setText(applied == null ? "" : said(applied, model.decimals.get(), messages));
        },
        model.applied,
        model.decimals,
        messages.language());
    return label;
  }

  private static String said(AppliedStep applied, Decimals decimals, Messages messages) {
    var said =
        messages.now(
            applied.key(),
            Numbers.count(applied.number()),
            decimals.text(applied.before()),
            decimals.text(applied.after()));
    return applied.drops()
        ? messages.now("explain.noted", said, messages.now("backprop.applied.drops"))
        : said;
  }
}
