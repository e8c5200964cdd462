package dev.neuralworkbench.ui.drawing.network;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is drawn at a point: a unit, the ring of a bias, or the nearest weight.
 *
 * @param near distance in pixels that still counts as hit
 */
record PartFinder(NetworkLayout layout, WeightCurves edges, double near) {

  /** The part at a point; empty where there is none. */
  Optional<NetworkPart> at(double x, double y) {
    for (var column : layout.columns()) {
      for (var place = 0; place < column.shown(); place++) {
        var distance = column.distance(place, x, y);
        if (distance <= column.radius() + near / 2) {
          return Optional.of(unitOrBias(column, place, distance));
        }
      }
    }
    return Optional.ofNullable(weight(x, y));
  }

  /** The outer part of a unit is the ring that stands for its bias. */
  private NetworkPart unitOrBias(NetworkLayout.Column column, int place, double distance) {
    var unit = column.unit(place);
    return column.index() > 0 && distance > column.radius() - near / 2
        ? new NetworkPart.Bias(column.index() - 1, unit)
        : new NetworkPart.Unit(column.index(), unit);
  }

  private @Nullable NetworkPart weight(double x, double y) {
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
