package dev.neuralworkbench.ui.runs.landscape;

import dev.neuralworkbench.study.landscape.Landscape;
import dev.neuralworkbench.ui.chart.Curve;
import java.util.stream.DoubleStream;

/** Lines of one height on a landscape, by marching squares (Lorensen and Cline 1987). */
final class Contours {

  private final Landscape land;
  private final DoubleStream.Builder x = DoubleStream.builder();
  private final DoubleStream.Builder y = DoubleStream.builder();

  private Contours(Landscape land) {
    this.land = land;
  }

  /** All lines as one, with gaps between their pieces. */
  static Curve of(Landscape land, double[] levels) {
    var made = new Contours(land);
    for (var level : levels) {
      for (var j = 0; j + 1 < land.ys().size(); j++) {
        for (var i = 0; i + 1 < land.xs().size(); i++) {
          made.cross(i, j, level);
        }
      }
    }
    return Curve.of(made.x.build().toArray(), made.y.build().toArray());
  }

  private void cross(int i, int j, double level) {
    // Corners around the square, the first once more at the end.
    int[] is = {i, i + 1, i + 1, i, i};
    int[] js = {j, j, j + 1, j + 1, j};
    var found = 0;
    for (var side = 0; side < 4; side++) {
      var from = loss(is[side], js[side]);
      var to = loss(is[side + 1], js[side + 1]);
      if (from < level != to < level && Double.isFinite(from) && Double.isFinite(to)) {
        var share = (level - from) / (to - from);
        x.add(between(land.xs().get(is[side]), land.xs().get(is[side + 1]), share));
        y.add(between(land.ys().get(js[side]), land.ys().get(js[side + 1]), share));
        found++;
        if (found % 2 == 0) {
          gap();
        }
      }
    }
    if (found % 2 == 1) {
      gap();
    }
  }

  private void gap() {
    x.add(land.xs().getFirst());
    y.add(Double.NaN);
  }

  private double loss(int i, int j) {
    return land.losses().get(j * land.xs().size() + i);
  }

  private static double between(double from, double to, double share) {
    return from + share * (to - from);
  }
}
