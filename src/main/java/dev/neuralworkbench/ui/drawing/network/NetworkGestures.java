package dev.neuralworkbench.ui.drawing.network;

import dev.neuralworkbench.ui.common.Labels;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Pointer and keyboard in a drawing: what they are at, and a label that names it. */
final class NetworkGestures {

  private static final double NEAR_IN_EM = 0.4;
  private static final double AWAY = 14;

  private final NetworkDrawing drawing;
  private final Label readout = Labels.line("chart-readout", "network-readout");
  private final PartCursor cursor = new PartCursor();
  private Consumer<NetworkPart> chosen = _ -> {};
  private Function<NetworkPart, String> hints = _ -> "";
  private @Nullable NetworkPart pointed;

  NetworkGestures(NetworkDrawing drawing) {
    this.drawing = drawing;
    readout.setVisible(false);
    drawing.setOnMouseMoved(this::point);
    drawing.setOnMouseExited(_ -> leave());
    drawing.setOnMouseClicked(this::click);
    drawing.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
  }

  Label readout() {
    return readout;
  }

  /** Tells which part is clicked, or chosen by Enter. */
  void onChosen(Consumer<NetworkPart> listener) {
    chosen = listener;
  }

  /** Says what a click on a part does; an empty text for nothing. */
  void hints(Function<NetworkPart, String> words) {
    hints = words;
  }

  /** The part that the keyboard is at; null at first. */
  @Nullable NetworkPart cursor() {
    return cursor.part();
  }

  /** The part to be marked: under the pointer, or where the keyboard is. */
  @Nullable NetworkPart marked() {
    return pointed == null && drawing.isFocused() ? cursor.part() : pointed;
  }

  void reset() {
    cursor.set(null);
    leave();
  }

  private void point(MouseEvent event) {
    var part = drawing.partAt(event.getX(), event.getY(), near());
    pointAt(part.orElse(null), event.getX(), event.getY());
  }

  private double near() {
    return NEAR_IN_EM * drawing.em();
  }

  private void pointAt(@Nullable NetworkPart part, double x, double y) {
    if (part == null ? pointed != null : !part.equals(pointed)) {
      pointed = part;
      drawing.redraw();
    }
    readout.setVisible(part != null);
    if (part != null) {
      var hint = hints.apply(part);
      readout.setText(drawing.describe(part) + (hint.isEmpty() ? "" : "\n" + hint));
      readout.autosize();
      var below = y + AWAY;
      readout.relocate(
          Math.max(0, Math.min(x + AWAY, drawing.getWidth() - readout.getWidth())),
          below + readout.getHeight() > drawing.getHeight()
              ? y - AWAY / 2 - readout.getHeight()
              : below);
    }
  }

  private void leave() {
    pointAt(null, 0, 0);
  }

  private void click(MouseEvent event) {
    drawing.requestFocus();
    drawing
        .partAt(event.getX(), event.getY(), near())
        .ifPresent(
            part -> {
              cursor.set(part);
              choose(part);
            });
  }

  private void choose(NetworkPart part) {
    leave();
    chosen.accept(part);
  }

  private void press(KeyEvent event) {
    var part = cursor.part();
    if (drawing.moves(cursor, event.getCode())) {
      var next = cursor.part();
      var place = next == null ? null : drawing.bounds(next);
      if (place != null) {
        pointAt(next, place.getCenterX(), place.getMaxY());
      }
      drawing.redraw();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && part != null) {
      choose(part);
      event.consume();
    }
  }
}
