package dev.neuralworkbench.ui.live;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Shown;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styled;
import dev.neuralworkbench.ui.drawing.map.DecisionPicture;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The picture of what the network has learned, under its heading. */
final class PicturePane extends VBox {

  PicturePane(DecisionPicture picture, ChartFiles files) {
    var messages = files.messages();
    var heading = Labels.whole("chart-heading");
    heading
        .textProperty()
        .bind(
            messages.text(
                picture.unit(),
                (words, unit) ->
                    unit == null
                        ? words.text("picture.title")
                        : words.text("picture.title.unit", unit.column(), unit.unit() + 1)));
    // A mark in place of words: beside the name of a unit the narrowest window has no room for
    // them.
    var whole =
        Buttons.icon(
            Icon.REMOVE,
            messages,
            "picture.whole",
            () -> picture.enlarge(null),
            "#picture-whole",
            Styles.BUTTON_ICON,
            Styles.FLAT,
            Styles.SMALL);
    Shown.when(whole, picture.unit().isNotNull());
    var save =
        files.pictureButton("picture-save", picture.chart(), heading::getText, "picture.png");
    var header =
        Styled.as(
            new HBox(heading, whole, Space.between(), picture.others(), picture.menu(), save),
            "chart-header");
    picture.chart().tell(messages, heading::getText);
    getStyleClass().add("chart-panel");
    getChildren().setAll(header, picture);
    VBox.setVgrow(picture, Priority.ALWAYS);
  }
}
