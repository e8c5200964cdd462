package dev.neuralworkbench.ui.common.dialog;

import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/**
 * A question that stops everything else, with a button for each answer. Escape and closing it
 * cancel. Its texts are those under {@code dialog.<name>}, its buttons' ids begin with the name.
 */
final class QuestionDialog<A> {

  private record Answer<A>(String id, ButtonType button, A means) {}

  private final Alert alert = new Alert(Alert.AlertType.NONE);
  private final List<Answer<A>> answers = new ArrayList<>();
  private final Messages messages;
  private final String name;
  private final Answer<A> cancel;
  private boolean enterCancels;

  QuestionDialog(Stage owner, Messages messages, Theme theme, String name, A cancelled) {
    this.messages = messages;
    this.name = name;
    cancel =
        new Answer<>(
            "cancel",
            new ButtonType(messages.now("dialog.cancel"), ButtonData.CANCEL_CLOSE),
            cancelled);
    alert.initOwner(owner);
    theme.dress(alert.getDialogPane());
  }

  /** Adds an answer; the one that says yes is given by Enter. */
  QuestionDialog<A> answer(String id, ButtonData place, A means, Object... values) {
    var button = new ButtonType(messages.now("dialog." + name + "." + id, values), place);
    answers.add(new Answer<>(id, button, means));
    return this;
  }

  /** Enter cancels: the other answer is for those who mean it. */
  QuestionDialog<A> enterCancels() {
    enterCancels = true;
    return this;
  }

  A ask(String question, String content) {
    answers.add(cancel);
    alert.setTitle(messages.now("dialog." + name + ".title"));
    alert.setHeaderText(question);
    alert.setContentText(content);
    // Measured before it has its style, it would cut the last line off.
    alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
    alert.getButtonTypes().setAll(answers.stream().map(Answer::button).toList());
    for (var answer : answers) {
      var button = (Button) alert.getDialogPane().lookupButton(answer.button);
      button.setId(name + "-" + answer.id);
      button.setMinWidth(Button.USE_PREF_SIZE);
      // The bar would give all of them one width, measured before they have their style.
      ButtonBar.setButtonUniformSize(button, false);
      if (enterCancels) {
        button.setDefaultButton(answer.equals(cancel));
      }
    }
    var pressed = alert.showAndWait().orElse(cancel.button);
    return answers.stream()
        .filter(it -> it.button.equals(pressed))
        .findFirst()
        .orElse(cancel)
        .means();
  }
}
