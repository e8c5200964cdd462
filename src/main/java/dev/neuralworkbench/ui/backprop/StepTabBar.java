package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.ui.backprop.walk.StepTab;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Tooltips;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** Chooses between the steps, the ledger and the check. */
final class StepTabBar extends HBox {

  StepTabBar(BackpropViewModel model, Messages messages) {
    getStyleClass().add("segments");
    for (var aspect : StepTab.values()) {
      var button = new ToggleButton();
      button.setId("backprop-" + aspect.id());
      button.setMinWidth(USE_PREF_SIZE);
      button.getStyleClass().add(segment(aspect));
      button.textProperty().bind(messages.text(aspect.nameKey()));
      Tooltips.install(button, messages.text(aspect.nameKey() + ".tip"));
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
