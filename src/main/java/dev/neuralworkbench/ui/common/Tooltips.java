package dev.neuralworkbench.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/**
 * Tooltips: what a control does, in a sentence, for the eye and for the screen reader. Each is made
 * when the mouse first comes to its control: a window has hundreds, and all of them at once took an
 * eighth of its start.
 */
public final class Tooltips {

  private static final double WIDTH_IN_EM = 26;

  private Tooltips() {}

  /** Gives the control a tooltip that is also its help text for a screen reader. */
  public static void install(Node control, ObservableValue<String> sentence) {
    control.accessibleHelpProperty().bind(sentence);
    if (control.getProperties().putIfAbsent(Tooltips.class, true) == null) {
      control.addEventFilter(MouseEvent.MOUSE_ENTERED, new FirstLook(control));
    }
  }

  /** Shows it below a button that is pressed, until Esc, a press elsewhere, or the focus leaves. */
  public static void showWhenPressed(Button button) {
    var tip = of(button);
    tip.setAutoHide(true);
    button.setOnAction(
        _ -> {
          var below = button.localToScreen(0, button.getHeight());
          tip.show(button, below.getX(), below.getY());
        });
    OnAnyChange.whenLeft(button, tip::hide);
  }

  private static Tooltip of(Node control) {
    var tip = new Tooltip();
    tip.textProperty().bind(control.accessibleHelpProperty());
    tip.setWrapText(true);
    tip.fontProperty().subscribe(font -> tip.setMaxWidth(font.getSize() * WIDTH_IN_EM));
    return tip;
  }

  private record FirstLook(Node control) implements EventHandler<MouseEvent> {

    @Override
    public void handle(MouseEvent event) {
      control.removeEventFilter(MouseEvent.MOUSE_ENTERED, this);
      var tip = of(control);
      tip.setShowDelay(Duration.millis(400));
      tip.setShowDuration(Duration.seconds(30));
      Tooltip.install(control, tip);
    }
  }
}
