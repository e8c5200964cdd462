package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.ui.common.Follow;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styled;
import dev.neuralworkbench.ui.common.Tooltips;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** Says what was changed since the run whose curves show as ghosts; empty without one. */
final class ComparisonLabel extends Label {

  private final ObjectProperty<@Nullable Comparison> comparison =
      new SimpleObjectProperty<>(this, "comparison");

  ComparisonLabel(LiveViewModel model, Messages messages) {
    Styled.as(this, "#live-comparison", "muted");
    setMinWidth(0);
    textProperty().bind(messages.text(comparison, (words, it) -> it == null ? "" : it.in(words)));
    Tooltips.install(this, textProperty());
    Runnable compare =
        () -> comparison.set(Comparison.of(model.previous().get(), model.present().get()));
    Follow.all(compare, model.previous(), model.present(), model.state());
  }
}
