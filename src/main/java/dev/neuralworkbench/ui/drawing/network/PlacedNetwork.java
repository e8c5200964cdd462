package dev.neuralworkbench.ui.drawing.network;

import java.util.List;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import org.jspecify.annotations.Nullable;

/** A network as it stands in its room. */
record PlacedNetwork(NetworkLayout layout, WeightCurves edges, double em) {

  static final PlacedNetwork NOWHERE =
      new PlacedNetwork(NetworkLayout.EMPTY, new WeightCurves(List.of(), 1), 1);

  private static final double NEAR_IN_EM = 0.4;

  /** A box around a unit, or a point in the middle of a weight; null if it is not drawn. */
  @Nullable Bounds bounds(NetworkPart part) {
    return switch (part) {
      case NetworkPart.Unit unit -> bounds(unit);
      case NetworkPart.Bias bias -> bounds(bias.of());
      case NetworkPart.Weight weight ->
          edges
              .of(weight)
              .map(it -> new BoundingBox(it.middleX(), it.middleY(), 0, 0))
              .orElse(null);
    };
  }

  private @Nullable Bounds bounds(NetworkPart.Unit unit) {
    var column = layout.column(unit.column()).orElse(null);
    var place = column == null ? -1 : column.place(unit.unit());
    return column == null || place < 0
        ? null
        : new BoundingBox(
            column.x(place) - column.reach(),
            column.y(place) - column.radius(),
            2 * column.reach(),
            2 * column.radius());
  }

  /** The part at a point: a unit, the ring of a bias, or the nearest weight. */
  Optional<NetworkPart> at(double x, double y) {
    var near = NEAR_IN_EM * em;
    for (var column : layout.columns()) {
      for (var place = 0; place < column.shown(); place++) {
        var distance = column.distance(place, x, y);
        if (distance <= column.radius() + near / 2) {
          var unit = column.unit(place);
          // The outer part of a unit is the ring that stands for its bias.
          return Optional.of(
              column.index() > 0 && distance > column.radius() - near / 2
                  ? new NetworkPart.Bias(column.index() - 1, unit)
                  : new NetworkPart.Unit(column.index(), unit));
        }
      }
    }
    return Optional.ofNullable(weight(x, y, near));
  }

  private @Nullable NetworkPart weight(double x, double y, double near) {
    NetworkPart nearest = null;
    var least = near;
    for (var edge : edges.all()) {
      if (x > edge.fromX() && x < edge.toX()) {
        var distance = Math.abs(edge.y(x) - y);
        if (distance <= least) {
          least = distance;
          nearest = edge.part();
        }
      }
    }
    return nearest;
  }
}
