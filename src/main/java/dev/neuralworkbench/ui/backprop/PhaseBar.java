package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.explain.Phase;
import dev.neuralworkbench.nn.Ids;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Tips;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/** The phases of the step, the present one marked; a click goes to its first step. */
final class PhaseBar extends FlowPane {

  private final BackpropViewModel model;
  private final Map<Phase, ToggleButton> buttons = new EnumMap<>(Phase.class);

  PhaseBar(BackpropViewModel model, Messages messages) {
    this.model = model;
    getStyleClass().add("phase-bar");
    var number = 0;
    for (var phase : Phase.values()) {
      var place = ++number + "  ";
      var button = new ToggleButton();
      button.setId("backprop-phase-" + Ids.of(phase));
      button.getStyleClass().addAll("phase", "small");
      button.setMinWidth(USE_PREF_SIZE);
      button
          .textProperty()
          .bind(messages.text("explain.phase." + Ids.of(phase)).map(place::concat));
      Tips.install(button, messages.text("explain.phase." + Ids.of(phase) + ".tip"));
      button.setOnAction(
          _ -> {
            model.go(phase);
            refresh();
          });
      buttons.put(phase, button);
      getChildren().add(button);
    }
  }

  /** Marks the present phase. */
  void refresh() {
    var walk = model.walk().get();
    var present = walk == null ? null : walk.phase(model.index().get());
    buttons.forEach(
        (phase, button) -> {
          button.setSelected(phase == present);
          button.setDisable(walk == null || walk.first(phase) < 0);
        });
  }
}
