package dev.neuralworkbench.ui.data.editor;

import dev.neuralworkbench.random.KnuthHash;
import java.util.ArrayList;
import java.util.List;

/** Points sprayed along the way of the pointer, from its press to its release. */
final class SprayStroke {

  /** The pointer goes as far before the next point falls. */
  private static final double STEP = 0.04;

  private static final double SPREAD = 0.06;

  private final String name;
  private final List<Painting.Point> points = new ArrayList<>();
  private double x;
  private double y;

  /** A stroke of a class that begins with a point at the pointer's very place. */
  SprayStroke(String name, double x, double y) {
    this.name = name;
    this.x = x;
    this.y = y;
    add(x, y);
  }

  void to(double nextX, double nextY) {
    if (Math.hypot(nextX - x, nextY - y) >= STEP) {
      x = nextX;
      y = nextY;
      var index = 2 * points.size();
      add(x + sprayed(index), y + sprayed(index + 1));
    }
  }

  List<Painting.Point> points() {
    return List.copyOf(points);
  }

  private void add(double atX, double atY) {
    if (Painting.SPAN.contains(atX) && Painting.SPAN.contains(atY)) {
      points.add(new Painting.Point(atX, atY, name));
    }
  }

  private static double sprayed(int index) {
    return SPREAD * (2 * KnuthHash.of(index) - 1);
  }
}
