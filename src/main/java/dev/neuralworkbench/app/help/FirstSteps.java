package dev.neuralworkbench.app.help;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.workspace.RunState;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What to press and what to look at, beside the picture of the first start until it is closed. */
public final class FirstSteps extends HBox {

  private boolean trained;

  /** Three sentences, at a first start alone; what was done by a run need not be said any more. */
  public FirstSteps(Messages messages, boolean first, ObservableValue<RunState> run) {
    Styling.as(this, "#first-steps", "first-steps");
    Visibility.when(this, first);
    if (first) {
      var sentences = Styling.as(new VBox(), "first-steps-text");
      for (var step : new String[] {"train", "look", "change"}) {
        sentences.getChildren().add(Labels.sentence(messages.text("live.first." + step)));
      }
      String[] names = {"#first-steps-close", Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL};
      Runnable hide = () -> Visibility.when(this, false);
      var close = Buttons.icon(Icon.REMOVE, messages, "command.close", hide, names);
      getChildren().setAll(Space.wide(sentences), close);
      run.addListener(
          (_, _, state) -> {
            if (state == RunState.PREPARING) {
              begun(sentences.getChildren().getFirst());
            }
          });
    }
  }

  /** With the second training they are all done. */
  private void begun(Node toTrain) {
    Visibility.when(toTrain, false);
    Visibility.when(this, isVisible() && !trained);
    trained = true;
  }
}
