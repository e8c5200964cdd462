package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.ui.backprop.walk.StepTab;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styled;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** Chooses between the steps, the ledger and the check. */
final class StepTabBar extends HBox {

  StepTabBar(BackpropViewModel model, Messages messages) {
    getStyleClass().add("segments");
    for (var aspect : StepTab.values()) {
      var button = Styled.as(new ToggleButton(), "#backprop-" + aspect.id());
      button.getStyleClass().add(segment(aspect));
      Buttons.name(button, messages, aspect.nameKey());
      button.setOnAction(
          _ -> {
            button.setSelected(true);
            model.aspect().set(aspect);
          });
      model.aspect().subscribe(chosen -> button.setSelected(chosen == aspect));
      getChildren().add(button);
    }
  }

  private static String segment(StepTab aspect) {
    return switch (aspect) {
      case STEPS -> "left-pill";
      case LEDGER -> "center-pill";
      case CHECK -> "right-pill";
    };
  }
}
