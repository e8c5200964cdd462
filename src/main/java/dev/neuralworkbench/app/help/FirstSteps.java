package dev.neuralworkbench.app.help;

import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.NoticeLine;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.workspace.RunState;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;

/** What to press, then what to look at and try, at a first start until it is closed. */
public final class FirstSteps extends HBox {

  private final BooleanProperty trained = new SimpleBooleanProperty();

  /** Two sentences, at a first start alone; with the end of the training both are done. */
  public FirstSteps(Messages messages, boolean first, ObservableValue<RunState> run) {
    Styling.as(this, "#first-steps", "notice-row");
    Visibility.when(this, first);
    if (first) {
      var said =
          messages.text(
              trained, (words, it) -> words.text(it ? "live.first.change" : "live.first.train"));
      Runnable hide = () -> Visibility.when(this, false);
      var close = Buttons.small(Icon.REMOVE, messages, "command.close", hide, "#first-steps-close");
      getChildren().setAll(NoticeLine.sentence(said), close);
      run.addListener(
          (_, _, state) -> {
            trained.set(trained.get() || state == RunState.PREPARING);
            Visibility.when(this, isVisible() && (!trained.get() || state.isActive()));
          });
    }
  }
}
