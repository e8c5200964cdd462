package dev.neuralworkbench.app;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.NoticeLine;
import dev.neuralworkbench.ui.common.Notices;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** An error in a sentence, before all other notices until it is closed. */
final class ErrorNotice extends HBox {

  private final Label sentence = NoticeLine.sentence(new SimpleStringProperty(), "#error-sentence");

  ErrorNotice(Notices notices, Messages messages) {
    Styling.as(this, "#error", "notice-row", "problem");
    String[] names = {"#error-close", Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL};
    var close = Buttons.icon(Icon.REMOVE, messages, "command.close", notices::dismiss, names);
    var remedy = Styling.as(new Button(), "#error-remedy", Styles.SMALL);
    remedy.setMinWidth(USE_PREF_SIZE);
    getChildren().setAll(new IconView(Icon.WARNING), sentence, remedy, close);
    notices.remedy.subscribe(offered -> offer(remedy, offered, notices));
    notices.error.subscribe(text -> show(text));
  }

  private static void offer(Button button, Notices.@Nullable Remedy offered, Notices notices) {
    button.textProperty().unbind();
    Visibility.when(button, offered != null);
    if (offered != null) {
      button.textProperty().bind(offered.name());
      button.setOnAction(
          _ -> {
            notices.dismiss();
            offered.action().run();
          });
    }
  }

  private void show(@Nullable ObservableValue<String> text) {
    sentence.textProperty().unbind();
    if (text != null) {
      sentence.textProperty().bind(text);
      Tooltips.install(sentence, text);
    }
    Visibility.when(this, text != null);
  }
}
