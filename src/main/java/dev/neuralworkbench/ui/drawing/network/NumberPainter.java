package dev.neuralworkbench.ui.drawing.network;

import java.util.Comparator;
import java.util.List;
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
  private static final double[] ASIDE = {0, -0.9, 0.9, -1.8, 1.8};

  /** Writes them; how many of lit units and weights found no room. */
  int draw(WeightCurves edges) {
    var labels = new NumberLabels(context, look, room.width());
    var columns = layout.columns().stream().filter(column -> !column.isImage()).toList();
    for (var column : columns) {
      reserve(column, labels);
    }
    var without = 0;
    for (var column : columns) {
      without += units(column, labels);
    }
    columns.stream().filter(column -> !hasRoom(column)).forEach(it -> reserveUnits(it, labels));
    for (var edge : edges.all().reversed()) {
      var text = numbers.texts().get(edge.part());
      if (text != null && lit.test(edge.part())) {
        without += onto(edge, text, labels) ? 0 : 1;
      }
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
    for (int place : largest) {
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
      labels.within(x, y, column.reach(), text, ink);
      return true;
    } else if (isLit && few) {
      return labels.box(x, y, text, ground);
    } else if (isLit) {
      var away = column.radius() + 0.5 * look.em() + labels.width(text) / 2;
      var last = column.equals(layout.columns().getLast());
      return labels.line(last ? x - away : x + away, y, text);
    }
    return true;
  }

  private boolean bias(
      NetworkLayout.Column column, int place, PartNumbers.Text text, NumberLabels labels) {
    var away = Math.max(column.radius(), NumberLabels.BOX / 2 * look.em()) + 0.75 * look.em();
    return labels.line(column.x(place), column.y(place) + away, text)
        || labels.line(column.x(place), column.y(place) - away, text);
  }

  /** Without its symbol where there is room for no more. */
  private boolean onto(WeightCurves.Edge edge, PartNumbers.Text text, NumberLabels labels) {
    var bare = new PartNumbers.Text("", text.number());
    return fits(edge, text, labels) || fits(edge, bare, labels);
  }

  private boolean fits(WeightCurves.Edge edge, PartNumbers.Text text, NumberLabels labels) {
    for (var aside : ASIDE) {
      for (var share : PLACES) {
        var x = edge.fromX() + share * (edge.toX() - edge.fromX());
        if (labels.line(x, edge.y(x) + aside * look.em(), text)) {
          return true;
        }
      }
    }
    return false;
  }

  private void cross(NetworkLayout.Column column, int place) {
    var half = column.radius() * 0.7;
    var x = column.x(place);
    var y = column.y(place);
    context.setStroke(look.ink(DrawingInk.MUTED));
    context.setLineWidth(0.14 * look.em());
    context.strokeLine(x - half, y - half, x + half, y + half);
    context.strokeLine(x - half, y + half, x + half, y - half);
  }
}
