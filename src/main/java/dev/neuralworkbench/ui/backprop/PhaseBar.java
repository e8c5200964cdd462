package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.explain.step.Phase;
import dev.neuralworkbench.explain.step.Walk;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The phases as a line that fills while one walks: a click goes to the first step of one. */
final class PhaseBar extends HBox {

  private static final PseudoClass PRESENT = PseudoClass.getPseudoClass("present");

  private record Stretch(Button button, ProgressBar line) {}

  private final BackpropViewModel model;
  private final Map<Phase, Stretch> stretches = new EnumMap<>(Phase.class);

  PhaseBar(BackpropViewModel model, Messages messages) {
    this.model = model;
    getStyleClass().add("phase-bar");
    for (var phase : Phase.values()) {
      var line = Styling.as(new ProgressBar(0), "phase-line");
      line.setMouseTransparent(true);
      line.setFocusTraversable(false);
      var key = "explain.phase." + Ids.of(phase);
      line.setMaxWidth(Double.MAX_VALUE);
      Runnable go = () -> model.walker.go(phase);
      var button = Buttons.of(messages, key, go, "#backprop-phase-" + Ids.of(phase), "phase");
      button.setMaxWidth(Double.MAX_VALUE);
      stretches.put(phase, new Stretch(button, line));
      getChildren().add(Space.wide(new VBox(line, button)));
    }
  }

  void refresh() {
    var walk = model.walker.walk.get();
    var at = model.walker.index.get();
    var present = walk == null ? null : walk.phase(at);
    stretches.forEach(
        (phase, stretch) -> {
          stretch.line.setProgress(walk == null ? 0 : share(walk, phase, at));
          for (var part : List.of(stretch.button, stretch.line)) {
            part.pseudoClassStateChanged(PRESENT, phase == present);
          }
          stretch.button.setDisable(walk == null || walk.first(phase) < 0);
        });
  }

  /** How much of a phase has been seen, the present step with it. */
  private static double share(Walk walk, Phase phase, long at) {
    var first = walk.first(phase);
    if (first < 0 || at < first) {
      return 0;
    }
    var end =
        Arrays.stream(Phase.values())
            .filter(later -> later.compareTo(phase) > 0)
            .mapToLong(walk::first)
            .filter(start -> start >= 0)
            .findFirst()
            .orElse(walk.size());
    return Math.min(1, (at - first + 1.0) / (end - first));
  }
}
