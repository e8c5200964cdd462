package dev.neuralworkbench.ui.live;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.drawing.world.WorldPicture;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The picture of what the network has learned, under its heading. */
final class PicturePane extends VBox {

  PicturePane(WorldPicture picture, ChartFiles files) {
    var messages = files.messages();
    var heading = new Label();
    heading.getStyleClass().add("chart-heading");
    heading.setMinWidth(USE_PREF_SIZE);
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
    var whole = new Button(null, new IconView(Icon.REMOVE));
    whole.setId("picture-whole");
    whole.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    whole.setMinWidth(USE_PREF_SIZE);
    whole.accessibleTextProperty().bind(messages.text("picture.whole"));
    Tooltips.install(whole, messages.text("picture.whole.tip"));
    whole.setOnAction(_ -> picture.enlarge(null));
    whole.visibleProperty().bind(picture.unit().isNotNull());
    whole.managedProperty().bind(whole.visibleProperty());
    var save = new Button();
    save.setId("picture-save");
    save.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    save.setMinWidth(USE_PREF_SIZE);
    save.textProperty().bind(messages.text("chart.save"));
    Tooltips.install(save, messages.text("picture.save.tip"));
    save.disableProperty().bind(picture.chart().blank());
    save.setOnAction(_ -> files.savePicture(picture.chart(), heading.getText(), "picture.png"));
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var header = new HBox(heading, whole, space, picture.menu(), save);
    header.getStyleClass().add("chart-header");
    picture.chart().accessibleTextProperty().bind(heading.textProperty());
    getStyleClass().add("chart-panel");
    getChildren().setAll(header, picture);
    VBox.setVgrow(picture, Priority.ALWAYS);
  }
}
