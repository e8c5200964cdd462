package dev.neuralworkbench.ui.drawing.network;

import dev.neuralworkbench.ui.chart.Ink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** Writes as many numbers as find room without covering each other, the largest first. */
final class NumberPainter {

  /** Of a crowded column, so many lit units grow to a box. */
  private static final int FEW = 3;

  /** Share of a unit's width that its number may take. */
  private static final double WITHIN = 0.9;

  /** Where along a curve its number may stand, the best place first. */
  private static final double[] PLACES = {0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8};

  /** How far from its curve a number may stand where there is no room on it, in em. */
  private static final double[] ASIDE = {0, -0.7, 0.7};

  private final DrawingLook look;
  private final NetworkPen pen;
  private final PlacedNetwork placed;
  private final NetworkLayout layout;
  private final NetworkRoom room;
  private final NetworkContent content;
  private final NumberLabels labels = new NumberLabels();

  NumberPainter(NetworkPen pen, PlacedNetwork placed, NetworkRoom room, NetworkContent content) {
    this.pen = pen;
    this.placed = placed;
    this.room = room;
    this.content = content;
    look = pen.look();
    layout = placed.layout();
  }

  /** Writes them; how many of lit units and weights found no room. */
  int draw() {
    var columns = layout.columns().stream().filter(column -> !column.isImage()).toList();
    labels.take(room.width() / 2, room.head() / 2, room.width(), room.head());
    labels.take(room.width() / 2, room.height() - room.legend() / 2, room.width(), room.legend());
    columns.forEach(this::reserve);
    var without = columns.stream().mapToInt(this::units).sum();
    columns.stream().filter(column -> !hasRoom(column)).forEach(this::reserveUnits);
    var lines =
        placed.edges().all().stream()
            .filter(edge -> isLit(edge.part()) && text(edge.part()) != null)
            .sorted(Comparator.comparingDouble(edge -> -textOf(edge).size()))
            .toList();
    for (var edge : lines) {
      without += onto(edge, lines) ? 0 : 1;
    }
    return without + columns.stream().mapToInt(this::biases).sum();
  }

  private PartNumbers.@Nullable Text text(NetworkPart part) {
    return content.numbers().texts().get(part);
  }

  private boolean isLit(NetworkPart part) {
    return content.lit().contains(part);
  }

  private boolean hasRoom(NetworkLayout.Column column) {
    return column.reach() >= NetworkRoom.NUMBER * look.em();
  }

  private void reserveUnits(NetworkLayout.Column column) {
    column.spots().forEach(it -> labels.take(it.x(), it.y(), 0.8 * it.width(), 0.8 * it.height()));
  }

  /** What is drawn already stays to be read: names, how many are left out, units with numbers. */
  private void reserve(NetworkLayout.Column column) {
    var em = look.em();
    var outer = column.index() == 0 || isLast(column);
    if (room.above() && outer) {
      var wide = 2 * (column.index() == 0 ? room.left() : room.right());
      var up = room.nameAt(column.radius());
      column.spots().forEach(it -> labels.take(it.x(), it.y() - up, wide, em));
    }
    if (column.hidden() > 0) {
      labels.take(column.x(), column.gap(), 3 * em, 1.1 * em);
    }
    if (hasRoom(column)) {
      reserveUnits(column);
    }
  }

  private int units(NetworkLayout.Column column) {
    var without = 0;
    var largest = ordered(column);
    var few = largest.stream().filter(it -> isLit(it.unit())).count() <= FEW;
    for (var spot : largest) {
      if (content.numbers().dropped().contains(spot.unit())) {
        cross(spot);
      }
      var text = text(spot.unit());
      without += text == null || unit(spot, text, few) ? 0 : 1;
    }
    return without;
  }

  private int biases(NetworkLayout.Column column) {
    var without = 0;
    for (var spot : ordered(column)) {
      var bias = new NetworkPart.Bias(column.index() - 1, spot.unit().unit());
      var text = text(bias);
      without += text == null || !isLit(bias) || bias(spot, text) ? 0 : 1;
    }
    return without;
  }

  /** The units that are lit, then the others, each the largest values first. */
  private List<NetworkLayout.Spot> ordered(NetworkLayout.Column column) {
    return column.spots().stream()
        .sorted(
            Comparator.comparing((NetworkLayout.Spot it) -> !isLit(it.unit()))
                .thenComparingDouble(it -> -Math.abs(content.values().share(it.unit()))))
        .toList();
  }

  /** Whether its number is written; one that is not lit need not be. */
  private boolean unit(NetworkLayout.Spot spot, PartNumbers.Text text, boolean few) {
    var column = spot.column();
    var isLit = isLit(spot.unit());
    var ground = look.ground(content.values().share(spot.unit()));
    if (hasRoom(column)) {
      // What is not lit is pale.
      var ink = isLit ? look.readable(ground) : look.ink(Ink.MUTED);
      var font = labels.fitting(longest(column), WITHIN * spot.width());
      labels.within(spot.x(), spot.y(), font, labels.readable(text, WITHIN * spot.width()), ink);
      return true;
    } else if (isLit && few) {
      var half = NetworkRoom.BOX / 2 * look.em() + 1; // What touches the headings covers them.
      var inside = Math.clamp(spot.y(), room.head() + half, room.height() - room.foot() - half);
      // Names beside it stay to be read.
      var inward = room.above() ? 0 : NetworkRoom.NUMBER * look.em() - column.reach();
      var x = spot.x() + (column.index() == 0 ? inward : isLast(column) ? -inward : 0);
      return labels.box(x, inside, text, ground);
    } else if (isLit) {
      var away = column.radius() + 0.5 * look.em() + labels.width(text) / 2;
      return labels.line(isLast(column) ? spot.x() - away : spot.x() + away, spot.y(), text);
    }
    return true;
  }

  private boolean isLast(NetworkLayout.Column column) {
    return column.equals(layout.columns().getLast());
  }

  private String longest(NetworkLayout.Column column) {
    return column.spots().stream()
        .map(it -> text(it.unit()))
        .filter(Objects::nonNull)
        .map(it -> labels.readable(it, 2 * WITHIN * column.reach()).number())
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }

  private boolean bias(NetworkLayout.Spot spot, PartNumbers.Text text) {
    var reach = spot.column().reach();
    var away = Math.max(spot.column().radius(), NetworkRoom.BOX / 2 * look.em()) + 0.7 * look.em();
    for (var written : List.of(text, text.bare())) {
      if (labels.line(spot.x(), spot.y() + away, written)
          || labels.line(spot.x(), spot.y() - away, written)) {
        return true;
      }
    }
    // At the last column there is nothing but the end of the drawing.
    var room = Math.max(4 * look.em(), layout.pitch() - 2 * reach - 0.6 * look.em());
    var half = Math.min(labels.width(text.bare()), room) / 2;
    return labels.line(spot.x() + reach + 0.3 * look.em() + half, spot.y(), text.bare(), room);
  }

  private PartNumbers.Text textOf(WeightCurves.Edge edge) {
    return Objects.requireNonNull(text(edge.part()));
  }

  /** At the end that no other lit line shares, else alone on it; without symbol if need be. */
  private boolean onto(WeightCurves.Edge edge, List<WeightCurves.Edge> lines) {
    var text = textOf(edge);
    var to = lines.stream().filter(it -> it.part().unit() == edge.part().unit()).count();
    var from = lines.stream().filter(it -> it.part().input() == edge.part().input()).count();
    return (to > 1) == (from > 1)
        ? fits(edge, text, lines) || fits(edge, text.bare(), lines)
        : atEnd(edge, to > 1, text)
            || atEnd(edge, to > 1, text.bare())
            || fits(edge, text.bare(), lines);
  }

  private boolean atEnd(WeightCurves.Edge edge, boolean atSource, PartNumbers.Text text) {
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
      WeightCurves.Edge edge, PartNumbers.Text text, List<WeightCurves.Edge> lines) {
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

  private record Place(double x, double y, double aside) {}

  private static double apart(WeightCurves.Edge edge, Place place, List<WeightCurves.Edge> lines) {
    return lines.stream()
        .filter(other -> !other.equals(edge) && other.fromX() <= place.x && place.x <= other.toX())
        .mapToDouble(other -> Math.abs(other.y(place.x) - place.y - place.aside))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private void cross(NetworkLayout.Spot spot) {
    var half = spot.column().radius() * 0.7;
    var x = spot.x();
    var y = spot.y();
    // A number that stands in it is to be read.
    pen.context().setStroke(look.ink(hasRoom(spot.column()) ? Ink.LINE : Ink.MUTED));
    pen.context().setLineWidth(0.14 * look.em());
    pen.context().strokeLine(x - half, y - half, x + half, y + half);
    pen.context().strokeLine(x - half, y + half, x + half, y - half);
  }

  /** Writes numbers with their symbols where nothing stands yet. */
  private final class NumberLabels {

    private static final double LINE = 1.25;

    private final List<Bounds> taken = new ArrayList<>();

    void take(double x, double y, double width, double height) {
      taken.add(box(x, y, width, height));
    }

    private static Bounds box(double x, double y, double width, double height) {
      return new BoundingBox(x - width / 2, y - height / 2, width, height);
    }

    /** Keeps a place for itself; false where something stands there. */
    private boolean finds(double x, double y, double width, double height) {
      var isFree = taken.stream().noneMatch(box(x, y, width, height)::intersects);
      if (isFree) {
        take(x, y, width, height);
      }
      return isFree;
    }

    void within(double x, double y, Font font, PartNumbers.Text text, Color ink) {
      symbol(text, ink, x - symbolWidth(text) / 2, y - 0.56 * look.em());
      pen.writeCentered(text.number(), font, ink, x, y + 0.5 * look.em());
    }

    /** A symbol with its index, a little lower and large enough to be read. */
    private void symbol(PartNumbers.Text text, Color ink, double left, double y) {
      pen.write(text.symbol(), look.small, ink, TextAlignment.LEFT, left, y);
      pen.writeIndex(
          text.below(), ink, left + look.width(text.symbol(), look.small), y + 0.2 * look.em());
    }

    private double symbolWidth(PartNumbers.Text text) {
      return look.width(text.symbol(), look.small) + look.width(text.below(), look.index);
    }

    /** With as many digits as fit in letters that can be read. */
    PartNumbers.Text readable(PartNumbers.Text text, double most) {
      return text.fitting(number -> look.width(number, look.small) <= most);
    }

    /** The bold font of the window, or a lighter or smaller one where a number is long. */
    Font fitting(String number, double most) {
      for (var font : new Font[] {look.bold, look.font, look.small}) {
        if (look.width(number, font) <= most) {
          return font;
        }
      }
      var small = look.small;
      return Font.font(small.getFamily(), small.getSize() * (most / look.width(number, small)));
    }

    /** Draws a unit of a crowded column as a box with its number, unless something stands there. */
    boolean box(double x, double y, PartNumbers.Text text, Color ground) {
      var height = NetworkRoom.BOX * look.em();
      var width = 2 * NetworkRoom.NUMBER * look.em();
      if (!finds(x, y, width, height)) {
        return false;
      }
      var corner = NetworkRoom.CORNER * look.em();
      pen.fill(ground, x, y, width, height, corner);
      pen.frame(look.ink(Ink.LINE), 0.1 * look.em(), x, y, width, height, corner);
      var shown = readable(text, WITHIN * width);
      within(x, y, fitting(shown.number(), WITHIN * width), shown, look.readable(ground));
      return true;
    }

    double width(PartNumbers.Text text) {
      var symbol = text.symbol().isEmpty() ? 0 : symbolWidth(text) + look.width(" ", look.small);
      return symbol + look.width(text.number(), look.bold) + 0.4 * look.em();
    }

    boolean line(double x, double y, PartNumbers.Text text) {
      return line(x, y, text, Double.POSITIVE_INFINITY);
    }

    /** The same in a room: a number without a symbol is written smaller where it has to be. */
    boolean line(double x, double y, PartNumbers.Text text, double most) {
      var symbol = text.symbol().isEmpty() ? 0 : symbolWidth(text) + look.width(" ", look.small);
      var shown = readable(text, most - symbol - 0.4 * look.em()).number();
      var least = symbol + look.width(shown, look.small) + 0.4 * look.em();
      if (least > most) {
        return false;
      }
      var width = Math.min(symbol + look.width(shown, look.bold) + 0.4 * look.em(), most);
      var height = LINE * look.em();
      // At the edge a label moves in.
      var middle = Math.clamp(x, width / 2, Math.max(width / 2, room.width() - width / 2));
      if (!finds(middle, y, width, height)) {
        return false;
      }
      pen.fill(look.ink(Ink.BACKGROUND), middle, y, width, height, 0.6 * look.em());
      var left = middle - width / 2 + 0.2 * look.em();
      var end = middle - width / 2 + width;
      if (!text.symbol().isEmpty()) {
        symbol(text, look.ink(Ink.MUTED), left, y);
        left += symbol;
      }
      var font = fitting(shown, end - left);
      pen.write(shown, font, look.ink(Ink.TEXT), TextAlignment.LEFT, left, y);
      return true;
    }
  }
}
