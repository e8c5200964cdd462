package dev.neuralworkbench.ui.drawing.network;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import org.jspecify.annotations.Nullable;

/** Where a part is drawn. */
final class PartBounds {

  private PartBounds() {}

  /** A box around a unit, or a point in the middle of a weight; null if it is not drawn. */
  static @Nullable Bounds of(NetworkPart part, NetworkLayout layout, WeightCurves edges) {
    return switch (part) {
      case NetworkPart.Unit unit -> unit(unit, layout);
      case NetworkPart.Bias bias -> unit(bias.of(), layout);
      case NetworkPart.Weight weight -> edges.of(weight).map(PartBounds::middle).orElse(null);
    };
  }

  private static @Nullable Bounds unit(NetworkPart.Unit unit, NetworkLayout layout) {
    return layout
        .column(unit.column())
        .filter(column -> column.place(unit.unit()) >= 0)
        .map(
            column ->
                new BoundingBox(
                    column.x(column.place(unit.unit())) - column.reach(),
                    column.y(column.place(unit.unit())) - column.radius(),
                    2 * column.reach(),
                    2 * column.radius()))
        .orElse(null);
  }

  private static Bounds middle(WeightCurves.Edge edge) {
    return new BoundingBox((edge.fromX() + edge.toX()) / 2, (edge.fromY() + edge.toY()) / 2, 0, 0);
  }
}
