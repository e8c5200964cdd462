package dev.neuralworkbench.ui.data.trap;

import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shown;
import dev.neuralworkbench.ui.common.Styled;
import dev.neuralworkbench.ui.common.Tooltips;
import javafx.scene.control.ToggleButton;

/** How much there is to look at, above the table; a press shows it. Not there for nothing. */
public final class TrapsLine extends ToggleButton {

  public TrapsLine(TrapsViewModel model, Messages messages) {
    Styled.as(this, "#traps-line", "traps-line");
    setGraphic(new IconView(Icon.WARNING));
    setMinWidth(USE_PREF_SIZE);
    textProperty()
        .bind(messages.text(model.found(), (words, it) -> words.text("traps.line", it.size())));
    Tooltips.install(this, messages.text("traps.line.tip"));
    selectedProperty().bindBidirectional(model.open());
    Shown.when(this, model.found().map(it -> !it.isEmpty()));
  }
}
