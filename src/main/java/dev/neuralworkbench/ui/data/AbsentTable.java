package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import javafx.scene.layout.VBox;

/** What shows in the place of the table while a model is open without its data. */
final class AbsentTable extends VBox {

  AbsentTable(DataScreenViewModel model, Messages messages, Runnable openItsData) {
    getStyleClass().add("empty-state");
    var title = Labels.line(messages.text("data.absent.title"), "screen-title");
    var sentence = Labels.line("#data-absent");
    sentence.setWrapText(true);
    sentence
        .textProperty()
        .bind(
            messages.text(
                model.data(),
                (words, data) ->
                    words.text(
                        "data.absent",
                        data.name(),
                        Numbers.count(data.rows()),
                        Numbers.count(data.columns().size()))));
    var open = Buttons.of(messages, "data.absent.open", openItsData, "#open-its-data");
    open.setGraphic(new IconView(Icon.OPEN));
    getChildren().setAll(title, sentence, open);
  }
}
