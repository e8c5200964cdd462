package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.dialog.WindowServices;
import dev.neuralworkbench.ui.drawing.image.PictureFile;
import dev.neuralworkbench.ui.drawing.image.RowImageView;
import dev.neuralworkbench.ui.drawing.image.StrokePad;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * A pad to draw on, beside it the image that the network sees, and below it what the first layer
 * makes of that. Not there where the inputs are no image.
 */
final class PadPane extends VBox {

  /** In less width what is beside the pad would leave it little. */
  private static final double NARROW_IN_EM = 30;

  /** In less width the buttons need it all. */
  private static final double HEADED_IN_EM = 24;

  private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");

  private final PredictViewModel model;
  private final WindowServices services;
  private final Messages messages;
  private final StrokePad pad;
  private final Label heading;
  private final VBox beside;
  private final HBox row;
  private final Label hint;

  PadPane(PredictViewModel model, WindowServices services) {
    this.model = model;
    this.services = services;
    messages = services.messages();
    getStyleClass().add("pad-pane");
    pad = Styling.as(new StrokePad(model.pad::begin, model.pad::draw), "#predict-pad");
    pad.accessibleTextProperty().bind(messages.text("predict.pad.describe"));
    pad.emptyText().bind(messages.text("predict.pad.empty"));
    pad.setOnKeyPressed(this::press);
    Tooltips.install(pad, messages.text("predict.pad.tip"));
    heading = Labels.whole(messages.text("predict.pad"), "chart-heading");
    beside = beside();
    row = Styling.as(new HBox(pad, beside), "pad-row");
    hint = Labels.sentence(messages.text("predict.pad.hint"), "input-note");
    var units = new UnitsStrip(messages);
    getChildren().setAll(header(), row, hint, units);
    setOnKeyPressed(this::undo);
    model.pad.drawing.subscribe(pad::show);
    model.answer.subscribe(it -> units.show(it == null ? List.of() : it.units()));
    model.pad.isImage.subscribe(_ -> requestParentLayout());
  }

  boolean hasImage() {
    return model.pad.isImage.get();
  }

  /** Whether a file is a picture to be put on the pad. */
  boolean takes(Path file) {
    return hasImage() && PictureFile.is(file);
  }

  private void choose() {
    services.dialogs().openPicture(PictureFile.ENDINGS).ifPresent(this::open);
  }

  void open(Path file) {
    var as = model.pad.seen.get();
    if (as == null) {
      return;
    }
    services
        .tasks()
        .submit(
            "job.picture",
            _ -> PadViewModel.read(file, as),
            image -> {
              services.notices().dismiss();
              model.pad.open(image);
              pad.requestFocus();
            },
            services::failed);
  }

  private HBox header() {
    var undo = button("undo", model.pad::undo);
    undo.disableProperty().bind(Bindings.isEmpty(model.pad.past));
    var clear = button("clear", model.pad::clear);
    clear.disableProperty().bind(model.blank);
    var picture = button("open", this::choose);
    return Styling.as(new HBox(heading, Space.between(), picture, undo, clear), "chart-header");
  }

  private Button button(String name, Runnable action) {
    var key = "predict.pad." + name;
    return Buttons.of(messages, key, action, "#predict-pad-" + name, "flat", "small");
  }

  private VBox beside() {
    var seen = Styling.as(new RowImageView(), "#predict-seen");
    seen.accessibleTextProperty().bind(messages.text("predict.image"));
    model.pad.image.subscribe(seen::show);
    model.pad.image.subscribe(pad::show);
    var caption = Labels.sentence(messages.text("predict.pad.seen"), "muted");
    var said =
        messages.text(
            words ->
                words.text(
                    model.pad.shift.get().equals(PadViewModel.Shift.NONE)
                        ? "predict.pad.shift"
                        : "predict.pad.shifted",
                    model.pad.step()),
            model.pad.shift,
            model.blank);
    var shift = Labels.sentence(said, "#predict-shift", "muted");
    var arrows = Styling.as(new GridPane(), "pad-arrows");
    arrows.add(arrow(Icon.UP, "up", 0, -1), 1, 0);
    arrows.add(arrow(Icon.LEFT, "left", -1, 0), 0, 1);
    arrows.add(arrow(Icon.RIGHT, "right", 1, 0), 2, 1);
    arrows.add(arrow(Icon.DOWN, "down", 0, 1), 1, 2);
    return Styling.as(new VBox(caption, seen, arrows, shift), "pad-beside");
  }

  private Button arrow(Icon icon, String name, int right, int down) {
    Runnable shift = () -> model.pad.shift(right, down);
    var id = "#predict-shift-" + name;
    var button = Buttons.icon(icon, messages, "predict.pad." + name, shift, id, "small");
    button.disableProperty().bind(model.blank);
    return button;
  }

  private void press(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> model.pad.shift(-1, 0);
      case RIGHT -> model.pad.shift(1, 0);
      case UP -> model.pad.shift(0, -1);
      case DOWN -> model.pad.shift(0, 1);
      case DELETE -> model.pad.clear();
      case BACK_SPACE -> model.pad.undo();
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Takes back what is drawn alone: a key too many is not to undo a training. */
  private void undo(KeyEvent event) {
    if (UNDO.match(event)) {
      model.pad.undo();
      event.consume();
    }
  }

  /** Makes the pad as large as fits into some room, and tells the width that all takes then. */
  double fit(double width, double height) {
    var em = hint.getFont().getSize();
    Visibility.when(beside, width >= NARROW_IN_EM * em);
    Visibility.when(heading, width >= HEADED_IN_EM * em);
    var aside = beside.isManaged() ? row.getSpacing() + snapSizeX(beside.prefWidth(-1)) : 0;
    var others = prefHeight(width) - row.prefHeight(width);
    var side = Math.floor(Math.max(0, Math.min(width - aside, height - others)));
    pad.setPrefSize(side, side);
    return side + aside;
  }
}
