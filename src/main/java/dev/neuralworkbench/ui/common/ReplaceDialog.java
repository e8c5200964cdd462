package dev.neuralworkbench.ui.common;

import java.nio.file.Path;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;

/** Asks whether a file is to be replaced. Enter leaves it as it is. */
final class ReplaceDialog {

  private final Alert alert = new Alert(Alert.AlertType.NONE);
  private final ButtonType replace;
  private final ButtonType cancel;
  private final Messages messages;

  ReplaceDialog(Stage owner, Messages messages, Theme theme) {
    this.messages = messages;
    replace = new ButtonType(messages.now("dialog.replace.replace"), ButtonData.YES);
    cancel = new ButtonType(messages.now("dialog.cancel"), ButtonData.CANCEL_CLOSE);
    alert.initOwner(owner);
    alert.getButtonTypes().setAll(replace, cancel);
    theme.dress(alert.getDialogPane());
  }

  /** Whether to replace it. */
  boolean ask(Path file) {
    var name = file.getFileName().toString();
    alert.setTitle(messages.now("dialog.replace.title"));
    alert.setHeaderText(messages.now("dialog.replace.header", name));
    alert.setContentText(messages.now("dialog.replace.content", String.valueOf(file.getParent())));
    button(replace, "replace-replace").setDefaultButton(false);
    button(cancel, "replace-cancel").setDefaultButton(true);
    return alert.showAndWait().orElse(cancel) == replace;
  }

  private Button button(ButtonType type, String id) {
    var button = (Button) alert.getDialogPane().lookupButton(type);
    button.setId(id);
    return button;
  }
}
