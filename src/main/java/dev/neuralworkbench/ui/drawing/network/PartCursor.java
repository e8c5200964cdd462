package dev.neuralworkbench.ui.drawing.network;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/**
 * The part that the keyboard is at. Up and down lead through the units of a column; left from a
 * unit leads to the weights that come in, right to those that go out; up and down then lead through
 * these, and a second step sideways to the unit at their other end.
 */
final class PartCursor {

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
