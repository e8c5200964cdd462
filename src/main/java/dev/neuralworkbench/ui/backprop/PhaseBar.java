package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.explain.step.Phase;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.ui.backprop.walk.StepTab;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shown;
import dev.neuralworkbench.ui.common.Styled;
import dev.neuralworkbench.ui.common.Tooltips;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/** What is told, and the phases of the step: a click goes to the first step of one. */
final class PhaseBar extends FlowPane {

  private final BackpropViewModel model;
  private final Map<Phase, ToggleButton> buttons = new EnumMap<>(Phase.class);

  PhaseBar(BackpropViewModel model, Messages messages) {
    this.model = model;
    getStyleClass().add("phase-bar");
    getChildren().add(new StepTabBar(model, messages));
    for (var phase : Phase.values()) {
      var button =
          Styled.as(new ToggleButton(), "#backprop-phase-" + Ids.of(phase), "phase", "small");
      button.setMinWidth(USE_PREF_SIZE);
      button.textProperty().bind(messages.text("explain.phase." + Ids.of(phase)));
      Tooltips.install(button, messages.text("explain.phase." + Ids.of(phase) + ".tip"));
      button.setOnAction(
          _ -> {
            model.walker().go(phase);
            refresh();
          });
      buttons.put(phase, button);
      getChildren().add(button);
    }
  }

  /** Marks the present phase. */
  void refresh() {
    var walk = model.walker().walk().get();
    var present = walk == null ? null : walk.phase(model.walker().index().get());
    var walks = model.aspect().get() == StepTab.STEPS;
    buttons.forEach(
        (phase, button) -> {
          Shown.when(button, walks);
          button.setSelected(phase == present);
          button.setDisable(walk == null || walk.first(phase) < 0);
        });
  }
}
