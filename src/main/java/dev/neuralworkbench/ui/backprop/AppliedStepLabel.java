package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Follow;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shown;
import javafx.scene.control.Label;

final class AppliedStepLabel extends Label {

  private final BackpropViewModel model;
  private final Messages messages;

  AppliedStepLabel(BackpropViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    setId("backprop-applied");
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    Follow.all(this::refresh, model.applied(), model.decimals, messages.language());
  }

  private void refresh() {
    var applied = model.applied().get();
    Shown.when(this, applied != null);
    var decimals = model.decimals.get();
    if (applied == null) {
      setText("");
      return;
    }
    var said =
        messages.now(
            applied.key(),
            Numbers.count(applied.number()),
            decimals.text(applied.before()),
            decimals.text(applied.after()));
    setText(
        applied.drops()
            ? messages.now("explain.noted", said, messages.now("backprop.applied.drops"))
            : said);
  }
}
