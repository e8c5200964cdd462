package dev.neuralworkbench.ui.common;

import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;

/** Asks whether unsaved work is saved, lost or kept open. */
final class UnsavedDialog {

  private final Alert alert = new Alert(Alert.AlertType.NONE);
  private final ButtonType save;
  private final ButtonType discard;
  private final ButtonType cancel;
  private final Messages messages;

  UnsavedDialog(Stage owner, Messages messages, Theme theme) {
    this.messages = messages;
    save = new ButtonType(messages.now("dialog.unsaved.save"), ButtonData.YES);
    discard = new ButtonType(messages.now("dialog.unsaved.discard"), ButtonData.NO);
    cancel = new ButtonType(messages.now("dialog.cancel"), ButtonData.CANCEL_CLOSE);
    alert.initOwner(owner);
    alert.getButtonTypes().setAll(save, discard, cancel);
    theme.dress(alert.getDialogPane());
  }

  Dialogs.Unsaved ask(String question) {
    alert.setTitle(messages.now("dialog.unsaved.title"));
    alert.setHeaderText(question);
    alert.setContentText(messages.now("dialog.unsaved.content"));
    button(save, "unsaved-save");
    button(discard, "unsaved-discard");
    button(cancel, "unsaved-cancel");
    var answer = alert.showAndWait().orElse(cancel);
    return answer == save
        ? Dialogs.Unsaved.SAVE
        : answer == discard ? Dialogs.Unsaved.DISCARD : Dialogs.Unsaved.CANCEL;
  }

  private void button(ButtonType type, String id) {
    ((Button) alert.getDialogPane().lookupButton(type)).setId(id);
  }
}
