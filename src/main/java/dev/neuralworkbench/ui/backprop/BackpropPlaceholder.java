package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.backprop.walk.ChosenRows.BackpropState;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

final class BackpropPlaceholder extends VBox {

  private final BackpropViewModel model;
  private final Runnable openData;

  BackpropPlaceholder(BackpropViewModel model, Messages messages, Runnable openData) {
    this.model = model;
    this.openData = openData;
    Styling.as(this, "empty-state");
    var sentence = Labels.line(messages.text(model.state(), this::sentence), "#backprop-state");
    sentence.setWrapText(true);
    getChildren().setAll(sentence, action(messages));
  }

  private Button action(Messages messages) {
    var action = Styling.as(new Button(), "#backprop-action");
    action
        .textProperty()
        .bind(
            messages.text(
                model.state(), (w, state) -> offers(state) ? w.text(state.key() + ".action") : ""));
    action.setOnAction(_ -> act());
    model.state().subscribe(state -> action.setVisible(offers(state)));
    return action;
  }

  private String sentence(Words words, BackpropState state) {
    return switch (state) {
      case PROBLEM ->
          model.workspace.problems().get().stream()
              .findFirst()
              .map(problem -> words.text(state.key(), words.sentence(problem)))
              .orElse("");
      case READY -> "";
      case NO_DATA, WORKING, TOO_LARGE, NO_TARGET, UNREADABLE, FAILED -> words.text(state.key());
    };
  }

  private static boolean offers(BackpropState state) {
    return switch (state) {
      case NO_DATA, FAILED -> true;
      case PROBLEM, WORKING, TOO_LARGE, NO_TARGET, UNREADABLE, READY -> false;
    };
  }

  private void act() {
    if (model.state().get() == BackpropState.NO_DATA) {
      openData.run();
    } else {
      model.rows.tryAgain();
    }
  }
}
