package dev.neuralworkbench.app;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Tips;
import dev.neuralworkbench.ui.workspace.Recovery;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Says, under the tools, what an earlier start ended without saving, until that is decided. */
final class RecoveryBar extends HBox {

  private final Messages messages;

  RecoveryBar(Recovery recovery, Messages messages) {
    this.messages = messages;
    setId("recovery");
    getStyleClass().addAll("recovery-bar", "notice");
    var sentence = new Label();
    sentence.setId("recovery-sentence");
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    sentence
        .textProperty()
        .bind(
            messages.text(
                recovery.offered(),
                (words, name) -> name == null ? "" : words.text("recovery.offer", name)));
    getChildren()
        .setAll(
            sentence, button("restore", recovery::restore), button("discard", recovery::discard));
    recovery
        .offered()
        .subscribe(
            name -> {
              setVisible(name != null);
              setManaged(name != null);
            });
  }

  private Button button(String name, Runnable action) {
    var button = new Button();
    button.setId("recovery-" + name);
    button.getStyleClass().add(Styles.SMALL);
    button.textProperty().bind(messages.text("recovery." + name));
    button.accessibleTextProperty().bind(messages.text("recovery." + name));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    Tips.install(button, messages.text("recovery." + name + ".tip"));
    return button;
  }
}
