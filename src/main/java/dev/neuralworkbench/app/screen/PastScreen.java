package dev.neuralworkbench.app.screen;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.workspace.TimeTravel;
import dev.neuralworkbench.ui.workspace.TimeTravel.ViewedMoment;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A screen of the model, with a sentence above it while a moment of the past is shown. */
final class PastScreen extends VBox {

  PastScreen(String id, Node screen, TimeTravel travel, Messages messages) {
    var sentence =
        Labels.sentence(
            messages.text(
                travel.moment, (words, moment) -> words.text("past.shown", epochs(moment))),
            "#" + id + "-past");
    var back =
        Buttons.of(messages, "past.end", travel::back, "#" + id + "-past-end", "flat", "small");
    var strip = Styling.as(new HBox(sentence, back), "notice");
    var place = Styling.as(new VBox(strip), "past-strip");
    Visibility.when(place, travel.moment.isNotNull());
    getChildren().setAll(place, Space.tall(screen));
    // The focus of the whole is the screen's.
    focusedProperty()
        .subscribe(
            focused -> {
              if (focused) {
                screen.requestFocus();
              }
            });
  }

  private static String epochs(@Nullable ViewedMoment moment) {
    return moment == null ? "" : Numbers.count(moment.epochs());
  }
}
