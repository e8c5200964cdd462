package dev.neuralworkbench.ui.drawing.network;

import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.ui.chart.Ticks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;

/** The drawn weights, small ones first; the scale ends at 1, 2 or 5 times a power of ten. */
record WeightCurves(List<Edge> all, double end) {

  /** A float may be a little more than what it is written as. */
  private static final double ALMOST = 1 - 1e-6;

  /** The value is NaN where there is none yet. */
  record Edge(
      NetworkPart.Weight part, float value, double fromX, double fromY, double toX, double toY) {

    double middleX() {
      return (fromX + toX) / 2;
    }

    double middleY() {
      return (fromY + toY) / 2;
    }

    /** Height of the curve at an x between both ends: 3t² − 2t³ of the way, as it is drawn. */
    double y(double x) {
      var low = 0.0;
      var high = 1.0;
      while (high - low > 1e-3) {
        var t = (low + high) / 2;
        if (x(t) < x) {
          low = t;
        } else {
          high = t;
        }
      }
      return fromY + (toY - fromY) * (3 - 2 * low) * low * low;
    }

    /** A cubic Bézier whose inner points lie in the middle. */
    private double x(double t) {
      var rest = 1 - t;
      return rest * rest * rest * fromX + 3 * middleX() * rest * t + t * t * t * toX;
    }
  }

  WeightCurves {
    all = List.copyOf(all);
  }

  /** Of a row of pixels one curve stands for all: the largest, or one that is wanted. */
  static WeightCurves of(
      NetworkLayout layout, List<Optional<LayerWeights>> weights, Set<NetworkPart> wanted) {
    var columns = layout.columns();
    var edges = new ArrayList<Edge>();
    for (var i = 1; i < columns.size(); i++) {
      var layer = columns.get(i).index() - 1;
      if (columns.get(i - 1).index() == layer) {
        new Between(columns.get(i - 1), columns.get(i), weights.get(layer), wanted).addTo(edges);
      }
    }
    edges.sort(Comparator.comparingDouble(edge -> Math.abs(edge.value)));
    var sizes = edges.stream().mapToDouble(edge -> Math.abs(edge.value));
    var most =
        DoubleStream.concat(sizes, columns.stream().flatMapToDouble(it -> biases(it, weights)))
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    return new WeightCurves(edges, Ticks.roundUp(most * ALMOST));
  }

  private static DoubleStream biases(
      NetworkLayout.Column column, List<Optional<LayerWeights>> weights) {
    var layer =
        column.index() == 0 ? Optional.<LayerWeights>empty() : weights.get(column.index() - 1);
    return column.spots().stream()
        .filter(_ -> layer.isPresent())
        .mapToDouble(it -> Math.abs(layer.get().bias(it.unit().unit())));
  }

  Optional<Edge> of(NetworkPart.Weight weight) {
    return all.stream().filter(it -> it.part.equals(weight)).findFirst();
  }

  private record Between(
      NetworkLayout.Column from,
      NetworkLayout.Column to,
      Optional<LayerWeights> layer,
      Set<NetworkPart> wanted) {

    void addTo(List<Edge> edges) {
      for (var place = 0; place < from.shown(); place += from.across()) {
        for (var j = 0; j < to.shown(); j++) {
          var part = part(place, to.unit(j));
          edges.add(
              new Edge(
                  part,
                  value(part),
                  from.x() + from.half(),
                  from.y(place),
                  to.x() - to.reach(),
                  to.y(j)));
        }
      }
    }

    private float value(NetworkPart.Weight part) {
      return layer.isEmpty() ? Float.NaN : layer.get().weight(part.input(), part.unit());
    }

    /** Of a row of pixels the one that stands for it. */
    private NetworkPart.Weight part(int place, int unit) {
      var found = new NetworkPart.Weight(from.index(), from.unit(place), unit);
      for (var i = 0; from.isImage() && i < from.across(); i++) {
        var other = new NetworkPart.Weight(from.index(), place + i, unit);
        if (wanted.contains(other)) {
          return other;
        }
        found = Math.abs(value(other)) > Math.abs(value(found)) ? other : found;
      }
      return found;
    }
  }
}
