package dev.neuralworkbench.ui.data.statistics;

import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shown;
import dev.neuralworkbench.ui.common.Styled;
import javafx.scene.layout.VBox;

/** What shows while nothing is known yet: that it is looked for, or how to look again. */
final class Waiting extends VBox {

  Waiting(String id, StatisticsViewModel model, Messages messages) {
    Styled.as(this, "#" + id, "empty-state");
    var working = Labels.sentence(messages.text("statistics.working"), "muted");
    var givenUp = Labels.sentence(messages.text("statistics.givenUp"), "muted");
    var again = Buttons.of(messages, "statistics.again", model::again, "#" + id + "-again");
    Shown.when(working, model.givenUp().map(it -> !it));
    Shown.when(givenUp, model.givenUp());
    Shown.when(again, model.givenUp());
    getChildren().setAll(working, givenUp, again);
  }
}
