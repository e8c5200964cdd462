package dev.neuralworkbench.app;

import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Tips;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.StackPane;

/**
 * The button of a command. Its tooltip hangs on the pane around it, because a disabled button shows
 * none, and is needed most just then: it says why.
 */
final class CommandButton extends StackPane {

  private final Button button = new Button();
  private final Messages messages;

  CommandButton(Command command, Messages messages) {
    this.messages = messages;
    button.setId(command.id());
    button.textProperty().bind(command.text());
    button.accessibleTextProperty().bind(command.text());
    command.icon().subscribe(icon -> button.setGraphic(icon == null ? null : new IconView(icon)));
    command.disabled().subscribe(disabled -> button.setDisable(disabled));
    button.setOnAction(_ -> command.action().run());
    getChildren().setAll(button);
    Tips.install(
        this, Bindings.createStringBinding(() -> tip(command), command.tip(), command.whyNot()));
  }

  /** Shows the icon alone, to save room. */
  void compact(boolean compact) {
    button.setContentDisplay(compact ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
  }

  Button button() {
    return button;
  }

  private String tip(Command command) {
    var reason = command.whyNot().getValue();
    var keys = command.keys();
    var sentence = reason.isEmpty() ? command.tip().getValue() : reason;
    return keys == null ? sentence : messages.now("tip.keys", sentence, keys.getDisplayText());
  }
}
