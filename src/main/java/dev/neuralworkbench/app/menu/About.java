package dev.neuralworkbench.app.menu;

import dev.neuralworkbench.model.Version;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** What the program is, its version, and whose work is in it under which licence. */
public record About(Stage owner, Messages messages, Theme theme) {

  private static final String LICENCES = "/dev/neuralworkbench/licences.txt";

  public void show() {
    var close = new ButtonType(messages.now("command.close"), ButtonData.CANCEL_CLOSE);
    var alert = new Alert(Alert.AlertType.NONE, "", close);
    alert.initOwner(owner);
    alert.setResizable(true);
    alert.setTitle(messages.now("command.about"));
    alert.setHeaderText(Version.program());
    var licences = Styling.as(new TextArea(), "#about-licences", "licences");
    alert.getDialogPane().setContent(content(licences));
    // The window does not wait for so many lines.
    alert.setOnShown(_ -> licences.setText(licences()));
    theme.dress(alert.getDialogPane());
    var button = (Button) alert.getDialogPane().lookupButton(close);
    Styling.as(Buttons.name(button, messages, "command.close"), "#about-close");
    alert.show();
  }

  private VBox content(TextArea licences) {
    licences.setEditable(false);
    var heading = Labels.line(messages.text("about.licences"), "panel-heading");
    heading.setLabelFor(licences);
    return Styling.as(
        new VBox(Labels.sentence(messages.text("about.text")), heading, Space.tall(licences)),
        "about-program");
  }

  /** The notices and licences, as the program brings them. */
  static String licences() {
    try (var text = About.class.getResourceAsStream(LICENCES)) {
      return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
