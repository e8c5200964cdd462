package dev.neuralworkbench.ui.drawing.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where the parts stand, condensed to first and last around a gap; NaN where none is left out. */
record NetworkLayout(List<Column> columns, double gap) {

  static final NetworkLayout EMPTY = new NetworkLayout(List.of(), Double.NaN);
  private static final double LEAST_RADIUS = 0.38;

  /** The same for units that are drawn as squares with a map in them. */
  private static final double LEAST_MAP = 0.42;

  private static final double LARGEST_MAP = 1.4;
  private static final double AIR = 0.3;
  private static final double LEAST_COLUMN = 3.2;

  /** Units up to this number are shown one by one where the room allows it. */
  private static final int MANY = 32;

  /** Units shown of a column that is wider than that. */
  private static final int FEW = 11;

  NetworkLayout {
    columns = List.copyOf(columns);
  }

  /**
   * In pixels: x and top are middles of units, the pitch is the distance of two.
   *
   * @param index 0 for the inputs, otherwise 1 + the dense layer
   * @param first how many units are shown above the gap
   * @param reach how far a unit reaches to each side: its radius, or more where it is a box
   * @param square whether its units are squares: with a map in them, or pixels
   * @param across how many units stand beside each other; 1 unless they are pixels
   */
  record Column(
      int index,
      double x,
      int units,
      int first,
      int shown,
      double top,
      double pitch,
      double radius,
      double reach,
      boolean square,
      int across) {

    boolean isImage() {
      return across > 1;
    }

    /** Middle of the unit in a place, from left to right. */
    double x(int place) {
      return x + pitch * (place % across - (across - 1) / 2.0);
    }

    /** Middle of the unit in a place, from the top. */
    double y(int place) {
      return top + pitch * (place < first ? place / across : place + 1);
    }

    double half() {
      return reach + pitch * (across - 1) / 2;
    }

    boolean isBoxed() {
      return reach > radius;
    }

    int unit(int place) {
      return place < first ? place : units - (shown - place);
    }

    /** The place of a unit; −1 if it is in the gap. */
    int place(int unit) {
      var fromEnd = units - unit;
      return unit < first ? unit : fromEnd <= shown - first ? shown - fromEnd : -1;
    }

    List<Spot> spots() {
      return IntStream.range(0, shown).mapToObj(place -> new Spot(this, place)).toList();
    }

    int hidden() {
      return units - shown;
    }

    double gap() {
      return top + pitch * first;
    }
  }

  record Spot(Column column, int place) {

    NetworkPart.Unit unit() {
      return new NetworkPart.Unit(column.index, column.unit(place));
    }

    double x() {
      return column.x(place);
    }

    double y() {
      return column.y(place);
    }

    double width() {
      return 2 * column.reach;
    }

    double height() {
      return 2 * column.radius;
    }

    /** How far a point is from the middle; a square has corners. */
    double distance(double pointX, double pointY) {
      var aside = Math.max(0, Math.abs(pointX - x()) - (column.reach - column.radius));
      var down = Math.abs(pointY - y());
      return column.square ? Math.max(aside, down) : Math.hypot(aside, down);
    }
  }

  static NetworkLayout of(NetworkShape shape, NetworkRoom room) {
    var count = shape.columns();
    var left = room.side(room.left(), end(shape, 0, room));
    var width = room.width() - left - room.side(room.right(), end(shape, count - 1, room));
    var fitting = Math.max(3, 1 + (int) (width / (LEAST_COLUMN * room.em())));
    var slots = Math.min(count, fitting);
    var pitch = slots < 2 ? 0 : Math.min(width / (slots - 1), room.broadest());
    var start = left + (width - pitch * (slots - 1)) / 2;
    var first = count <= fitting ? count : (slots + 1) / 2 - 1;
    var columns = new ArrayList<Column>();
    for (var slot = 0; slot < slots; slot++) {
      if (slot != first || count <= fitting) {
        var index = slot < first ? slot : count - (slots - slot);
        columns.add(column(shape, index, start + slot * pitch, room));
      }
    }
    return new NetworkLayout(columns, count <= fitting ? Double.NaN : start + first * pitch);
  }

  private static double end(NetworkShape shape, int index, NetworkRoom room) {
    return room.reach(column(shape, index, 0, room).reach());
  }

  private static Column column(NetworkShape shape, int index, double x, NetworkRoom room) {
    var em = room.em();
    var height = room.height() - room.head() - room.foot();
    if (index == 0 && shape.imageSide() > 0) {
      return image(shape, x, height, room);
    }
    var mapped = room.mapped().contains(index);
    var least = (mapped ? LEAST_MAP : LEAST_RADIUS) * em;
    var units = shape.units(index);
    var places = places(units, Math.max(1, (int) (height / (2 * least + AIR * em))));
    var largest = mapped ? LARGEST_MAP * em : room.largest(shape.columns());
    var name = room.nameAbove(index == 0 || index == shape.columns() - 1);
    var radius = Math.clamp((height / places - AIR * em - name) / 2, least, largest);
    var pitch = Math.min(height / places, 2 * radius + name + room.air());
    var boxed = !mapped && room.boxes(pitch, radius);
    radius = boxed ? Math.max(radius, NetworkRoom.BOX / 2 * em) : radius;
    var condensed = places < units;
    return new Column(
        index,
        x,
        units,
        condensed ? places / 2 : units,
        condensed ? places - 1 : units,
        room.head() + (height - pitch * (places - 1) + name) / 2,
        pitch,
        radius,
        boxed ? NetworkRoom.NUMBER * em : radius,
        mapped,
        1);
  }

  private static Column image(NetworkShape shape, double x, double height, NetworkRoom room) {
    var side = shape.imageSide();
    var pixel = Math.min(height, room.image()) / side;
    var units = shape.units(0);
    var top = room.head() + (height - pixel * (side - 1)) / 2;
    return new Column(0, x, units, units, units, top, pixel, pixel / 2, pixel / 2, true, side);
  }

  private static int places(int units, int most) {
    return units <= Math.min(most, MANY) ? units : Math.max(3, Math.min(most, FEW + 1));
  }

  /** Distance from column to column; 0 where there is one alone. */
  double pitch() {
    return columns.size() < 2 ? 0 : columns.get(1).x() - columns.get(0).x();
  }

  /** The shown column with this index; empty if it is in the gap. */
  Optional<Column> column(int index) {
    return columns.stream().filter(it -> it.index() == index).findFirst();
  }

  Optional<Spot> spot(NetworkPart.Unit unit) {
    return column(unit.column())
        .map(column -> new Spot(column, column.place(unit.unit())))
        .filter(spot -> spot.place >= 0);
  }
}
