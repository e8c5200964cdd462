package dev.neuralworkbench.app;

import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styled;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.workspace.Trainer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/** Says in the status bar what computes the matrix products. */
final class EngineLabel extends Label {

  EngineLabel(Trainer trainer, Messages messages) {
    Styled.as(this, "#status-engine", "data");
    setMinWidth(USE_PREF_SIZE);
    ObservableValue<String> description =
        trainer.computing().map(it -> it.engine().products().description());
    // The library's name; its version and the processor it was made for are in the tip.
    textProperty().bind(description.map(it -> it.split(" ", 2)[0]));
    Tooltips.install(
        this, messages.text(description, (words, it) -> words.text("status.engine.tip", it)));
  }
}
