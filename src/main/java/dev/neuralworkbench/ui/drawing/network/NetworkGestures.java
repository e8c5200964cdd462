package dev.neuralworkbench.ui.drawing.network;

import dev.neuralworkbench.ui.chart.Readout;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Pointer and keyboard in a drawing: what they are at, and a label that names it. */
final class NetworkGestures {

  private static final double AWAY = 14;

  private final Region drawing;
  private final Supplier<PlacedNetwork> placed;
  private final Function<NetworkPart, String> words;
  private final Runnable changed;
  private final Readout readout = new Readout("network-readout");
  private final PartCursor cursor = new PartCursor();
  private Consumer<NetworkPart> chosen = _ -> {};
  private Function<NetworkPart, String> hints = _ -> "";
  private @Nullable NetworkPart pointed;

  /** Tells a change when another part is to be marked. */
  NetworkGestures(
      Region drawing,
      Supplier<PlacedNetwork> placed,
      Function<NetworkPart, String> words,
      Runnable changed) {
    this.drawing = drawing;
    this.placed = placed;
    this.words = words;
    this.changed = changed;
    drawing.setOnMouseMoved(event -> pointAt(part(event).orElse(null), event.getX(), event.getY()));
    drawing.setOnMouseExited(_ -> leave());
    drawing.setOnMouseClicked(this::click);
    drawing.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
  }

  Label readout() {
    return readout;
  }

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

  @Nullable NetworkPart marked() {
    return pointed == null && drawing.isFocused() ? cursor.part() : pointed;
  }

  void reset() {
    cursor.set(null);
    leave();
  }

  private Optional<NetworkPart> part(MouseEvent event) {
    return placed.get().at(event.getX(), event.getY());
  }

  private void pointAt(@Nullable NetworkPart part, double x, double y) {
    if (!Objects.equals(part, pointed)) {
      pointed = part;
      changed.run();
    }
    readout.setVisible(part != null);
    if (part != null) {
      var hint = hints.apply(part);
      readout.say(words.apply(part) + (hint.isEmpty() ? "" : "\n" + hint));
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
    part(event)
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
    if (cursor.press(event.getCode(), placed.get().layout())) {
      var next = cursor.part();
      var place = next == null ? null : placed.get().bounds(next);
      if (place != null) {
        pointAt(next, place.getCenterX(), place.getMaxY());
      }
      changed.run();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && part != null) {
      choose(part);
      event.consume();
    }
  }
}
