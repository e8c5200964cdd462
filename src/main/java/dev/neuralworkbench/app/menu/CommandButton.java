package dev.neuralworkbench.app.menu;

import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Tooltips;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.StackPane;

/**
 * The button of a command, with its tooltip: what it does and by which keys, and why not while it
 * is disabled. The tooltip hangs on the button, which keeps the mouse for itself, and on the pane
 * around it, which has the mouse while the button is disabled.
 */
final class CommandButton extends StackPane {

  private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

  final ButtonBase button;

  CommandButton(Command command, Messages messages) {
    this(command, messages, new Button());
  }

  /** A button of another kind, such as one with more commands behind an arrow. */
  CommandButton(Command command, Messages messages, ButtonBase button) {
    this.button = button;
    button.setId(command.id());
    // As on other tool bars; with it, the words would not fit into 1,280 pixels.
    button.textProperty().bind(command.text().map(it -> it.replace("\u2026", "")));
    button.accessibleTextProperty().bind(command.text());
    command.icon().subscribe(icon -> button.setGraphic(icon == null ? null : new IconView(icon)));
    command.disabled().subscribe(disabled -> button.setDisable(disabled));
    button.setOnAction(_ -> command.action().run());
    getChildren().setAll(button);
    var tip =
        Bindings.createStringBinding(() -> tip(command, messages), command.tip(), command.whyNot());
    Tooltips.install(button, tip);
    Tooltips.install(this, tip);
  }

  /** Shows the icon alone, to save room. */
  void compact(boolean compact) {
    button.setContentDisplay(compact ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    button.pseudoClassStateChanged(COMPACT, compact);
  }

  /** What the command does, or why it cannot be done, and its keys. */
  static String tip(Command command, Messages messages) {
    var reason = command.whyNot().getValue();
    var keys = command.keys();
    var sentence = reason.isEmpty() ? command.tip().getValue() : reason;
    return keys == null ? sentence : messages.now("tip.keys", sentence, keys.getDisplayText());
  }
}
