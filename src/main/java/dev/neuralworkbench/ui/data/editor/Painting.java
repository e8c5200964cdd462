package dev.neuralworkbench.ui.data.editor;

import dev.neuralworkbench.random.KnuthHash;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.Tints;
import dev.neuralworkbench.ui.chart.plane.Dots;
import dev.neuralworkbench.ui.chart.plane.Plane;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Typed cells as points of classes on a plane: two columns of places and one of classes. */
record Painting(List<Point> points) {

  static final List<String> NAMES = List.of("x1", "x2", "class");
  static final List<String> CLASSES = List.of("A", "B", "C", "D");
  static final Span SPAN = new Span(-1, 1);

  record Point(double x, double y, String name) {

    /** Its row, with as many decimals as a hand can place. */
    List<String> cells() {
      return List.of(rounded(x), rounded(y), name);
    }

    private static String rounded(double value) {
      return String.format(Locale.ROOT, "%.3f", value);
    }
  }

  static Optional<Painting> of(TypedCells cells) {
    if (cells.rows().isEmpty()) {
      return Optional.of(new Painting(List.of()));
    }
    if (!cells.rows().getFirst().equals(NAMES)) {
      return Optional.empty();
    }
    var points = new ArrayList<Point>();
    for (var row = 1; row < cells.rows().size(); row++) {
      var x = Numbers.read(cells.text(row, 0));
      var y = Numbers.read(cells.text(row, 1));
      var name = cells.text(row, 2);
      if (x.isPresent() && y.isPresent() && CLASSES.contains(name)) {
        points.add(new Point(x.getAsDouble(), y.getAsDouble(), name));
      }
    }
    return Optional.of(new Painting(points));
  }

  Plane plane(List<Point> more) {
    var all = new ArrayList<>(points);
    all.addAll(more);
    var shades = new float[all.size()];
    for (var i = 0; i < shades.length; i++) {
      shades[i] = CLASSES.indexOf(all.get(i).name());
    }
    var dots =
        new Dots(
            "",
            Dots.Fill.FULL,
            all.stream().mapToDouble(Point::x).toArray(),
            all.stream().mapToDouble(Point::y).toArray(),
            shades);
    return Plane.of(
        SPAN, SPAN, NAMES.get(0), NAMES.get(1), new Tints.Classes(CLASSES), List.of(dots));
  }

  /** Points sprayed along the way of the pointer, from its press to its release. */
  static final class Stroke {

    /** The pointer goes as far before the next point falls. */
    private static final double STEP = 0.04;

    private static final double SPREAD = 0.06;

    private final String name;
    private final List<Point> points = new ArrayList<>();
    private double x;
    private double y;

    Stroke(String name, double x, double y) {
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

    List<Point> points() {
      return List.copyOf(points);
    }

    private void add(double atX, double atY) {
      if (Painting.SPAN.contains(atX) && Painting.SPAN.contains(atY)) {
        points.add(new Point(atX, atY, name));
      }
    }

    private static double sprayed(int index) {
      return SPREAD * (2 * KnuthHash.of(index) - 1);
    }
  }
}
