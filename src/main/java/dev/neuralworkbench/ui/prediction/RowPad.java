package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.drawing.image.RowImage;
import dev.neuralworkbench.ui.drawing.image.RowImageView;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The row that is entered, as an image to draw in. Not there where the inputs are no image. */
final class RowPad extends VBox {

  private final ObservableValue<@Nullable RowImage> image;

  RowPad(PredictViewModel model, Messages messages) {
    image = model.image();
    var heading = Labels.whole(messages.text("predict.pad"), "chart-heading");
    var clear =
        Buttons.of(
            messages, "predict.pad.clear", model::wipe, "#predict-pad-clear", "flat", "small");
    var pad = Styling.as(new RowImageView(), "#predict-pad", "pad");
    pad.accessibleTextProperty().bind(messages.text("predict.image"));
    Tooltips.install(pad, messages.text("predict.pad.tip"));
    pad.onStroke(model::paint);
    image.subscribe(shown -> pad.show(shown));
    image.map(_ -> true).orElse(false).subscribe(_ -> requestParentLayout());
    getStyleClass().add("chart-panel");
    var hint = Labels.line(messages.text("predict.pad.hint"), "input-note");
    getChildren()
        .setAll(Styling.as(new HBox(heading, Space.between(), clear), "chart-header"), pad, hint);
  }

  boolean hasImage() {
    return image.getValue() != null;
  }
}
