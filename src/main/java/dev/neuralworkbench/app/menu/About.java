package dev.neuralworkbench.app.menu;

import dev.neuralworkbench.model.Version;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Theme;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;

/** What the program is, and its version. */
public record About(Stage owner, Messages messages, Theme theme) {

  public void show() {
    var close = new ButtonType(messages.now("command.close"), ButtonData.CANCEL_CLOSE);
    var alert = new Alert(Alert.AlertType.NONE, messages.now("about.text"), close);
    alert.initOwner(owner);
    alert.setTitle(messages.now("command.about"));
    alert.setHeaderText(Version.program());
    theme.dress(alert.getDialogPane());
    alert.getDialogPane().lookupButton(close).setId("about-close");
    alert.showAndWait();
  }
}
