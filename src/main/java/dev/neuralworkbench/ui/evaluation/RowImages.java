package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.drawing.image.RowImageView;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;

/** Rows whose inputs are an image, seen as such: the class, what it was taken for, how surely. */
final class RowImages extends ScrollPane {

  /** Each is a control of its own: more would hold the window, and nobody looks at them. */
  static final int MOST = 100;

  /** From here on a percentage would read as 100, which is claimed of nothing uncertain. */
  private static final float NEARLY = 0.995f;

  private final FlowPane images = Styling.as(new FlowPane(), "row-images");
  private final Messages messages;
  private final IntConsumer opened;

  /** Tells which row of the table is opened, counted from 1. */
  RowImages(Messages messages, IntConsumer opened) {
    this.messages = messages;
    this.opened = opened;
    Styling.as(this, "#evaluate-images", "edge-to-edge");
    setContent(images);
    setFitToWidth(true);
  }

  /** Shows rows of a part in their order, as many as can be looked at. */
  void show(JudgedPart judged, List<String> classes, int[] rows) {
    images
        .getChildren()
        .setAll(
            Arrays.stream(rows).limit(MOST).mapToObj(row -> image(judged, classes, row)).toList());
    setVvalue(0);
  }

  private Button image(JudgedPart judged, List<String> classes, int row) {
    var view = new RowImageView();
    view.show(judged.image(row));
    var actual = classes.get(judged.actualClass(row));
    var predicted = classes.get(judged.answers().predictedClass(row));
    var percent = percent(judged.sureness(row));
    var number = judged.data().sourceRows()[row] + 1;
    var button =
        Styling.as(
            new Button(messages.now("evaluate.rows.caption", actual, predicted, percent), view),
            "row-image-button",
            "data");
    button.setContentDisplay(ContentDisplay.TOP);
    if (judged.file() == null) {
      button.setOnAction(_ -> opened.accept(number));
    }
    var told = new Object[] {Numbers.count(number), actual, predicted, percent};
    button.accessibleTextProperty().bind(messages.text("evaluate.rows.image.tip", told));
    Tooltips.install(button, messages.text("evaluate.rows.image.tip", told));
    return button;
  }

  private static String percent(double share) {
    return share >= NEARLY && share < 1 ? "> 99" : Numbers.count(Math.round(100 * share));
  }
}
