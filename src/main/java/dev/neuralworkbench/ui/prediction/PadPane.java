package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.drawing.image.RowImageView;
import dev.neuralworkbench.ui.drawing.image.StrokePad;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A pad to draw on, beside it the image that the network sees, and below it what the first layer
 * makes of that, where there is room or on request. Not there where the inputs are no image.
 */
final class PadPane extends Pane {

  private static final double SEEN_IN_EM = 11;
  private static final double NARROW_IN_EM = 30;
  private static final double GAP_IN_EM = 0.857;

  /** Below units that show by themselves, the pad is as large as this. */
  private static final double LARGE_IN_EM = 20;

  private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");

  private final PredictViewModel model;
  private final Messages messages;
  private final ObservableValue<Boolean> isImage;
  private final StrokePad pad;
  private final Label prompt = Labels.wrapped("#predict-pad-prompt", "chart-empty");
  private final HBox header;
  private final VBox beside;
  private final Label hint = Labels.wrapped("input-note");
  private final UnitsStrip units;
  private final ToggleButton more = Styling.as(new ToggleButton(), "#predict-pad-units", "small");

  PadPane(PredictViewModel model, Messages messages, Runnable open) {
    this.model = model;
    this.messages = messages;
    isImage = model.isImage();
    getStyleClass().add("pad-pane");
    pad = Styling.as(new StrokePad(model.pad::begin, model.pad::draw), "#predict-pad");
    pad.accessibleTextProperty().bind(messages.text("predict.pad.describe"));
    pad.setOnKeyPressed(this::press);
    Tooltips.install(pad, messages.text("predict.pad.tip"));
    prompt.textProperty().bind(messages.text("predict.pad.empty"));
    prompt.setMouseTransparent(true);
    prompt.visibleProperty().bind(model.blank);
    units = new UnitsStrip(messages);
    header = header(open);
    beside = beside();
    hint.textProperty().bind(messages.text("predict.pad.hint"));
    Buttons.name(more, messages, "predict.pad.units");
    more.selectedProperty().subscribe(_ -> requestLayout());
    getChildren().setAll(header, pad, prompt, beside, hint, units);
    model.pad.drawing.subscribe(pad::show);
    model.answer.subscribe(it -> units.show(it == null ? List.of() : it.units()));
    isImage.subscribe(_ -> requestParentLayout());
  }

  boolean hasImage() {
    return isImage.getValue();
  }

  private HBox header(Runnable open) {
    var heading = Labels.whole(messages.text("predict.pad"), "chart-heading");
    var undo = button("undo", model.pad::undo);
    undo.disableProperty().bind(model.pad.canUndo.not());
    var clear = button("clear", model.pad::clear);
    clear.disableProperty().bind(model.blank);
    var picture = button("open", open);
    return Styling.as(new HBox(heading, Space.between(), picture, undo, clear), "chart-header");
  }

  private Button button(String name, Runnable action) {
    var key = "predict.pad." + name;
    return Buttons.of(messages, key, action, "#predict-pad-" + name, "flat", "small");
  }

  private VBox beside() {
    var seen = Styling.as(new RowImageView(), "#predict-seen");
    seen.accessibleTextProperty().bind(messages.text("predict.image"));
    model
        .shownImage()
        .subscribe(
            it -> {
              seen.show(it);
              pad.show(it);
            });
    var caption = Labels.wrapped(messages.text("predict.pad.seen"), "muted");
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
    var shift = Labels.wrapped(said, "#predict-shift", "muted");
    var arrows = Styling.as(new GridPane(), "pad-arrows");
    arrows.add(arrow(Icon.UP, "up", 0, -1), 1, 0);
    arrows.add(arrow(Icon.LEFT, "left", -1, 0), 0, 1);
    arrows.add(arrow(Icon.RIGHT, "right", 1, 0), 2, 1);
    arrows.add(arrow(Icon.DOWN, "down", 0, 1), 1, 2);
    return Styling.as(new VBox(caption, seen, arrows, shift, more), "pad-beside");
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
        if (!UNDO.match(event) || !model.pad.canUndo.get()) {
          return;
        }
        model.pad.undo();
      }
    }
    event.consume();
  }

  /** The width that it takes of one that it may have. */
  double width(double most, double height) {
    return Math.min(most, side(most, height) + aside(most));
  }

  /** The side of the pad; above the units, where those are asked for or leave it large. */
  private double side(double width, double height) {
    var rest = height - height(header, width) - height(hint, width) - gap();
    var alone = Math.min(width - aside(width), rest);
    var above = Math.min(alone, rest - height(units, width) - gap());
    var hasRoom = above >= Math.min(alone, LARGE_IN_EM * em());
    Visibility.when(more, !hasRoom);
    units.setVisible(hasRoom || more.isSelected());
    return Math.floor(Math.max(0, units.isVisible() ? above : alone));
  }

  /** The width of what is beside the pad; 0 where that would leave the pad little. */
  private double aside(double width) {
    return width < NARROW_IN_EM * em() ? 0 : gap() + Math.rint(SEEN_IN_EM * em());
  }

  private double gap() {
    return Math.rint(GAP_IN_EM * em());
  }

  private double em() {
    return hint.getFont().getSize();
  }

  private double height(Region part, double width) {
    return snapSizeY(part.prefHeight(width));
  }

  @Override
  protected void layoutChildren() {
    var width = getWidth();
    var side = side(width, getHeight());
    var top = height(header, width);
    header.resizeRelocate(0, 0, width, top);
    pad.resizeRelocate(0, top, side, side);
    prompt.resizeRelocate(0, top, side, side);
    beside.setVisible(aside(width) > 0);
    beside.resizeRelocate(side + gap(), top, aside(width) - gap(), Math.max(0, getHeight() - top));
    hint.resizeRelocate(0, top + side, width, height(hint, width));
    var below = top + side + height(hint, width) + gap();
    units.resizeRelocate(0, below, width, height(units, width));
  }
}
