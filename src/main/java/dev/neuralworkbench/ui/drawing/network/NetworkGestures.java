package dev.neuralworkbench.ui.drawing.network;

import dev.neuralworkbench.ui.chart.Readout;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
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
  final Readout readout = new Readout("network-readout");
  final PartCursor cursor = new PartCursor();
  Consumer<NetworkPart> chosen = _ -> {};

  /** Says what a click on a part does; an empty text for nothing. */
  Function<NetworkPart, String> hints = _ -> "";

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

  @Nullable NetworkPart marked() {
    return pointed == null && drawing.isFocused() ? cursor.part : pointed;
  }

  void reset() {
    cursor.part = null;
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
              cursor.part = part;
              choose(part);
            });
  }

  private void choose(NetworkPart part) {
    leave();
    chosen.accept(part);
  }

  private void press(KeyEvent event) {
    var part = cursor.part;
    if (cursor.press(event.getCode(), placed.get().layout())) {
      var next = cursor.part;
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

  /**
   * The part that the keyboard is at. Up and down lead through the units of a column; left from a
   * unit leads to the weights that come in, right to those that go out; up and down then lead
   * through these, and a second step sideways to the unit at their other end.
   */
  static final class PartCursor {

    @Nullable NetworkPart part;
    private boolean incoming;

    boolean press(KeyCode key, NetworkLayout layout) {
      if (layout.columns().isEmpty() || !key.isArrowKey()) {
        return false;
      }
      if (part == null || !shows(layout, part)) {
        var first = layout.columns().getFirst();
        part = new NetworkPart.Unit(first.index(), first.unit(0));
        return true;
      }
      part =
          switch (part) {
            case NetworkPart.Unit unit -> fromUnit(unit, key, layout);
            case NetworkPart.Bias bias -> fromUnit(bias.of(), key, layout);
            case NetworkPart.Weight weight -> fromWeight(weight, key, layout);
          };
      return true;
    }

    private NetworkPart fromUnit(NetworkPart.Unit unit, KeyCode key, NetworkLayout layout) {
      return switch (key) {
        case UP -> beside(unit, -1, layout);
        case DOWN -> beside(unit, 1, layout);
        case LEFT -> {
          incoming = true;
          yield first(unit.column() - 1, layout)
              .<NetworkPart>map(
                  input -> new NetworkPart.Weight(unit.column() - 1, input, unit.unit()))
              .orElse(unit);
        }
        default -> {
          incoming = false;
          yield first(unit.column() + 1, layout)
              .<NetworkPart>map(to -> new NetworkPart.Weight(unit.column(), unit.unit(), to))
              .orElse(unit);
        }
      };
    }

    private NetworkPart fromWeight(NetworkPart.Weight weight, KeyCode key, NetworkLayout layout) {
      return switch (key) {
        case LEFT -> weight.from();
        case RIGHT -> weight.to();
        default -> {
          var by = key == KeyCode.UP ? -1 : 1;
          yield incoming
              ? new NetworkPart.Weight(
                  weight.layer(), beside(weight.from(), by, layout).unit(), weight.unit())
              : new NetworkPart.Weight(
                  weight.layer(), weight.input(), beside(weight.to(), by, layout).unit());
        }
      };
    }

    private static Optional<Integer> first(int column, NetworkLayout layout) {
      return layout.column(column).map(it -> it.unit(0));
    }

    private static NetworkPart.Unit beside(NetworkPart.Unit unit, int by, NetworkLayout layout) {
      return layout
          .column(unit.column())
          .map(
              column -> {
                var place = Math.clamp(column.place(unit.unit()) + by, 0, column.shown() - 1);
                return new NetworkPart.Unit(unit.column(), column.unit(place));
              })
          .orElse(unit);
    }

    private static boolean shows(NetworkLayout layout, NetworkPart part) {
      return switch (part) {
        case NetworkPart.Unit unit -> layout.spot(unit).isPresent();
        case NetworkPart.Bias bias -> layout.spot(bias.of()).isPresent();
        case NetworkPart.Weight weight ->
            layout.spot(weight.from()).isPresent() && layout.spot(weight.to()).isPresent();
      };
    }
  }
}
