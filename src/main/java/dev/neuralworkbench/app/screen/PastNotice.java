package dev.neuralworkbench.app.screen;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.NoticeLine;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.workspace.TimeTravel;
import javafx.scene.layout.HBox;

/** Says of a screen of the model that a moment of the past is shown, and leads back. */
final class PastNotice extends HBox {

  PastNotice(String id, TimeTravel travel, Messages messages) {
    var sentence =
        NoticeLine.sentence(
            messages.text(
                travel.moment,
                (words, moment) ->
                    words.text("past.shown", moment == null ? "" : Numbers.count(moment.epochs()))),
            "#" + id + "-past");
    var back = Buttons.of(messages, "past.end", travel::back, "#" + id + "-past-end", "small");
    Styling.as(this, "notice-row");
    getChildren().setAll(sentence, back);
    Visibility.when(this, travel.moment.isNotNull());
  }
}
