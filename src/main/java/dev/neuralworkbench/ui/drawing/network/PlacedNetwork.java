package dev.neuralworkbench.ui.drawing.network;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import org.jspecify.annotations.Nullable;

record PlacedNetwork(NetworkLayout layout, WeightCurves edges, double em) {

  static final PlacedNetwork NOWHERE =
      new PlacedNetwork(NetworkLayout.EMPTY, new WeightCurves(List.of(), 1), 1);

  private static final double NEAR_IN_EM = 0.4;

  /** A box around a unit, or a point in the middle of a weight; null if it is not drawn. */
  @Nullable Bounds bounds(NetworkPart part) {
    return switch (part) {
      case NetworkPart.Unit unit -> layout.spot(unit).map(PlacedNetwork::bounds).orElse(null);
      case NetworkPart.Bias bias -> bounds(bias.of());
      case NetworkPart.Weight weight ->
          edges
              .of(weight)
              .map(it -> new BoundingBox(it.middleX(), it.middleY(), 0, 0))
              .orElse(null);
    };
  }

  private static Bounds bounds(NetworkLayout.Spot spot) {
    return new BoundingBox(
        spot.x() - spot.width() / 2, spot.y() - spot.height() / 2, spot.width(), spot.height());
  }

  /** The part at a point: a unit, the ring of a bias, or the nearest weight. */
  Optional<NetworkPart> at(double x, double y) {
    var near = NEAR_IN_EM * em;
    for (var column : layout.columns()) {
      for (var spot : column.spots()) {
        var outside = spot.distance(x, y) - column.radius();
        if (outside <= near / 2) {
          // The outer part of a unit is the ring that stands for its bias.
          var unit = spot.unit();
          return Optional.of(
              column.index() > 0 && outside > -near / 2
                  ? new NetworkPart.Bias(column.index() - 1, unit.unit())
                  : unit);
        }
      }
    }
    return edges.all().reversed().stream() // Of equal ones the one drawn last.
        .filter(edge -> x > edge.fromX() && x < edge.toX() && Math.abs(edge.y(x) - y) <= near)
        .min(Comparator.comparingDouble(edge -> Math.abs(edge.y(x) - y)))
        .map(WeightCurves.Edge::part);
  }
}
