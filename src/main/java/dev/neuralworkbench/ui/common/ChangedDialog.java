package dev.neuralworkbench.ui.common;

import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;

/** Asks whether a file that somebody else has written since is replaced. */
final class ChangedDialog {

  private final Alert alert = new Alert(Alert.AlertType.NONE);
  private final ButtonType replace;
  private final ButtonType saveAs;
  private final ButtonType cancel;
  private final Messages messages;

  ChangedDialog(Stage owner, Messages messages, Theme theme) {
    this.messages = messages;
    replace = new ButtonType(messages.now("dialog.changed.replace"), ButtonData.NO);
    saveAs = new ButtonType(messages.now("dialog.changed.saveAs"), ButtonData.YES);
    cancel = new ButtonType(messages.now("dialog.cancel"), ButtonData.CANCEL_CLOSE);
    alert.initOwner(owner);
    alert.getButtonTypes().setAll(saveAs, replace, cancel);
    theme.dress(alert.getDialogPane());
  }

  Dialogs.ChangedElsewhere ask(String fileName) {
    alert.setTitle(messages.now("dialog.changed.title"));
    alert.setHeaderText(messages.now("dialog.changed.header", fileName));
    alert.setContentText(messages.now("dialog.changed.content"));
    button(saveAs, "changed-save-as");
    button(replace, "changed-replace");
    button(cancel, "changed-cancel");
    var answer = alert.showAndWait().orElse(cancel);
    return answer == replace
        ? Dialogs.ChangedElsewhere.REPLACE
        : answer == saveAs ? Dialogs.ChangedElsewhere.SAVE_AS : Dialogs.ChangedElsewhere.CANCEL;
  }

  private void button(ButtonType type, String id) {
    ((Button) alert.getDialogPane().lookupButton(type)).setId(id);
  }
}
