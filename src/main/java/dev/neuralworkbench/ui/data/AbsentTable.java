package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What shows in the place of the table while a model is open without its data. */
final class AbsentTable extends VBox {

  AbsentTable(DataScreenViewModel model, Messages messages, Runnable openItsData) {
    getStyleClass().add("empty-state");
    var title = new Label();
    title.getStyleClass().addAll("screen-title");
    title.textProperty().bind(messages.text("data.absent.title"));
    var sentence = new Label();
    sentence.setId("data-absent");
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
    var open = new Button();
    open.setId("open-its-data");
    open.setGraphic(new IconView(Icon.OPEN));
    open.textProperty().bind(messages.text("data.absent.open"));
    open.accessibleTextProperty().bind(messages.text("data.absent.open"));
    open.setOnAction(_ -> openItsData.run());
    getChildren().setAll(title, sentence, open);
  }
}
