package dev.neuralworkbench.ui.drawing.network;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.scene.canvas.GraphicsContext;

/**
 * Writes numbers into units, beside those of a crowded column, and onto lit weights: as many as
 * find room without covering each other, the largest first.
 */
record NumberPainter(
    GraphicsContext context,
    DrawingLook look,
    NetworkLayout layout,
    NetworkRoom room,
    PartNumbers numbers,
    UnitValues values,
    Predicate<NetworkPart> lit) {

  /** Of a crowded column, so many lit units grow to a box. */
  private static final int FEW = 3;

  /** Where along a curve its number may stand, the best place first. */
  private static final double[] PLACES = {0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8};

  /** How far from its curve a number may stand where there is no room on it, in em. */
  private static final double[] ASIDE = {0, -0.7, 0.7};

  /** Writes them; how many of lit units and weights found no room. */
  int draw(WeightCurves edges) {
    var labels = new NumberLabels(context, look, room.width());
    var columns = layout.columns().stream().filter(column -> !column.isImage()).toList();
    labels.take(room.width() / 2, room.head() / 2, room.width(), room.head());
    var legend = WeightLegend.TEXT * look.em();
    labels.take(room.width() / 2, room.height() - legend / 2, room.width(), legend);
    for (var column : columns) {
      reserve(column, labels);
    }
    var without = 0;
    for (var column : columns) {
      without += units(column, labels);
    }
    columns.stream().filter(column -> !hasRoom(column)).forEach(it -> reserveUnits(it, labels));
    var lines = lit(edges);
    for (var edge : lines) {
      without += onto(edge, lines, labels) ? 0 : 1;
    }
    for (var column : columns) {
      without += biases(column, labels);
    }
    return without;
  }

  /** Whether each unit has room for its number. */
  private boolean hasRoom(NetworkLayout.Column column) {
    return column.reach() >= NetworkRoom.NUMBER * look.em();
  }

  private static void reserveUnits(NetworkLayout.Column column, NumberLabels labels) {
    for (var place = 0; place < column.shown(); place++) {
      labels.take(column.x(place), column.y(place), 1.6 * column.reach(), 1.6 * column.radius());
    }
  }

  /**
   * What is drawn already stays to be read: names above the units, how many are left out, and units
   * with their numbers.
   */
  private void reserve(NetworkLayout.Column column, NumberLabels labels) {
    var em = look.em();
    var outer = column.index() == 0 || column.equals(layout.columns().getLast());
    for (var place = 0; room.above() && outer && place < column.shown(); place++) {
      var wide = 2 * (column.index() == 0 ? room.left() : room.right());
      labels.take(column.x(), column.y(place) - room.nameAt(column.radius()), wide, em);
    }
    if (column.hidden() > 0) {
      labels.take(column.x(), column.gap(), 3 * em, 1.1 * em);
    }
    if (hasRoom(column)) {
      reserveUnits(column, labels);
    }
  }

  private int units(NetworkLayout.Column column, NumberLabels labels) {
    var without = 0;
    var largest = ordered(column);
    var few = largest.stream().filter(place -> lit.test(unit(column, place))).count() <= FEW;
    for (int place : largest) {
      var unit = unit(column, place);
      if (numbers.dropped().contains(unit)) {
        cross(column, place);
      }
      var text = numbers.texts().get(unit);
      if (text != null) {
        without += unit(column, place, text, few, labels) ? 0 : 1;
      }
    }
    return without;
  }

  private int biases(NetworkLayout.Column column, NumberLabels labels) {
    var without = 0;
    for (int place : ordered(column)) {
      var bias = new NetworkPart.Bias(column.index() - 1, column.unit(place));
      var text = numbers.texts().get(bias);
      if (text != null && lit.test(bias)) {
        without += bias(column, place, text, labels) ? 0 : 1;
      }
    }
    return without;
  }

  private static NetworkPart.Unit unit(NetworkLayout.Column column, int place) {
    return new NetworkPart.Unit(column.index(), column.unit(place));
  }

  /** The units that are lit, then the others, each the largest values first. */
  private List<Integer> ordered(NetworkLayout.Column column) {
    return IntStream.range(0, column.shown())
        .boxed()
        .sorted(
            Comparator.comparing((Integer place) -> !lit.test(unit(column, place)))
                .thenComparingDouble(place -> -Math.abs(values.share(unit(column, place)))))
        .toList();
  }

  /** Whether its number is written; one that is not lit need not be. */
  private boolean unit(
      NetworkLayout.Column column,
      int place,
      PartNumbers.Text text,
      boolean few,
      NumberLabels labels) {
    var unit = unit(column, place);
    var isLit = lit.test(unit);
    var share = values.share(unit);
    var ground = Double.isNaN(share) ? look.ink(DrawingInk.BACKGROUND) : look.signed(share);
    var x = column.x(place);
    var y = column.y(place);
    if (hasRoom(column)) {
      // What is not lit is pale.
      var ink = isLit ? look.readable(ground) : look.ink(DrawingInk.MUTED);
      labels.within(x, y, labels.fitting(longest(column), 1.8 * column.reach()), text, ink);
      return true;
    } else if (isLit && few) {
      var half = NumberLabels.BOX / 2 * look.em();
      var inside = Math.clamp(y, room.head() + half, room.height() - room.foot() - half);
      return labels.box(x, inside, text, ground);
    } else if (isLit) {
      var away = column.radius() + 0.5 * look.em() + labels.width(text) / 2;
      var last = column.equals(layout.columns().getLast());
      return labels.line(last ? x - away : x + away, y, text);
    }
    return true;
  }

  /** The longest number of a column: all of it is written in the same font. */
  private String longest(NetworkLayout.Column column) {
    return IntStream.range(0, column.shown())
        .mapToObj(place -> numbers.texts().get(unit(column, place)))
        .filter(Objects::nonNull)
        .map(PartNumbers.Text::number)
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }

  private boolean bias(
      NetworkLayout.Column column, int place, PartNumbers.Text text, NumberLabels labels) {
    var away = Math.max(column.radius(), NumberLabels.BOX / 2 * look.em()) + 0.7 * look.em();
    var x = column.x(place);
    var y = column.y(place);
    for (var written : List.of(text, text.bare())) {
      if (labels.line(x, y + away, written) || labels.line(x, y - away, written)) {
        return true;
      }
    }
    // At the last column there is nothing but the end of the drawing.
    var room = Math.max(4 * look.em(), layout.pitch() - 2 * column.reach() - 0.6 * look.em());
    var half = Math.min(labels.width(text.bare()), room) / 2;
    return labels.line(x + column.reach() + 0.3 * look.em() + half, y, text.bare(), room);
  }

  /** The lit weights that have a number, the largest first. */
  private List<WeightCurves.Edge> lit(WeightCurves edges) {
    return edges.all().stream()
        .filter(edge -> lit.test(edge.part()) && numbers.texts().containsKey(edge.part()))
        .sorted(Comparator.comparingDouble(edge -> -text(edge).size()))
        .toList();
  }

  private PartNumbers.Text text(WeightCurves.Edge edge) {
    return Objects.requireNonNull(numbers.texts().get(edge.part()));
  }

  /**
   * At the end that no other lit line shares, where it is plain whose number it is; alone on its
   * line otherwise. Without its symbol where there is room for no more.
   */
  private boolean onto(WeightCurves.Edge edge, List<WeightCurves.Edge> lines, NumberLabels labels) {
    var text = text(edge);
    var to = lines.stream().filter(it -> it.part().unit() == edge.part().unit()).count();
    var from = lines.stream().filter(it -> it.part().input() == edge.part().input()).count();
    return (to > 1) == (from > 1)
        ? fits(edge, text, lines, labels) || fits(edge, text.bare(), lines, labels)
        : atEnd(edge, to > 1, text, labels) || atEnd(edge, to > 1, text.bare(), labels);
  }

  private boolean atEnd(
      WeightCurves.Edge edge, boolean atSource, PartNumbers.Text text, NumberLabels labels) {
    var air = 0.2 * look.em();
    var room = edge.toX() - edge.fromX() - 2 * air;
    if (labels.width(text) > room && !text.symbol().isEmpty()) {
      return false;
    }
    var half = Math.min(labels.width(text), room) / 2 + air;
    return atSource
        ? labels.line(edge.fromX() + half, edge.fromY(), text, room)
        : labels.line(edge.toX() - half, edge.toY(), text, room);
  }

  /** Writes on the line where no other is as near: a number must not be read as another's. */
  private boolean fits(
      WeightCurves.Edge edge,
      PartNumbers.Text text,
      List<WeightCurves.Edge> lines,
      NumberLabels labels) {
    return IntStream.range(0, PLACES.length * ASIDE.length)
        .mapToObj(
            i -> {
              var share = PLACES[i % PLACES.length];
              var x = edge.fromX() + share * (edge.toX() - edge.fromX());
              return new Place(x, edge.y(x), ASIDE[i / PLACES.length] * look.em());
            })
        .filter(place -> Math.abs(place.aside) < 0.7 * apart(edge, place, lines))
        .sorted(
            Comparator.comparingDouble(
                place -> Math.abs(place.aside) - Math.min(apart(edge, place, lines), look.em())))
        .anyMatch(place -> labels.line(place.x, place.y + place.aside, text));
  }

  /** A place for a number: on its line, or a little beside it. */
  private record Place(double x, double y, double aside) {}

  /** How far the nearest other line is from a place. */
  private static double apart(WeightCurves.Edge edge, Place place, List<WeightCurves.Edge> lines) {
    return lines.stream()
        .filter(other -> !other.equals(edge) && other.fromX() <= place.x && place.x <= other.toX())
        .mapToDouble(other -> Math.abs(other.y(place.x) - place.y - place.aside))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private void cross(NetworkLayout.Column column, int place) {
    var half = column.radius() * 0.7;
    var x = column.x(place);
    var y = column.y(place);
    // A number that stands in it is to be read.
    context.setStroke(look.ink(hasRoom(column) ? DrawingInk.LINE : DrawingInk.MUTED));
    context.setLineWidth(0.14 * look.em());
    context.strokeLine(x - half, y - half, x + half, y + half);
    context.strokeLine(x - half, y + half, x + half, y - half);
  }
}
