package dev.neuralworkbench.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** Tooltips: what a control does, in a sentence, for the eye and for the screen reader. */
public final class Tooltips {

  private static final double WIDTH_IN_EM = 26;

  private Tooltips() {}

  /** Gives the control a tooltip that is also its help text for a screen reader. */
  public static Tooltip install(Node control, ObservableValue<String> sentence) {
    var tip = new Tooltip();
    tip.textProperty().bind(sentence);
    tip.setWrapText(true);
    tip.setShowDelay(Duration.millis(400));
    tip.setShowDuration(Duration.seconds(30));
    tip.fontProperty().subscribe(font -> tip.setMaxWidth(font.getSize() * WIDTH_IN_EM));
    Tooltip.install(control, tip);
    control.accessibleHelpProperty().bind(sentence);
    return tip;
  }
}
