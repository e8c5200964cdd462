package dev.neuralworkbench.ui.drawing.network;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The room that a network is drawn in, in pixels; em is the size of the window's font.
 *
 * @param left width of the inputs' names: beside the units, or half on each side above them
 * @param above whether names stand above their units, so that numbers have more room
 * @param mapped columns whose units are squares with a map in them
 * @param numbered whether units are to be large enough for a number in them
 * @param boxed whether columns are far enough apart for units that are boxes
 */
record NetworkRoom(
    double width,
    double height,
    double em,
    double head,
    double foot,
    double left,
    double right,
    boolean above,
    Set<Integer> mapped,
    boolean numbered,
    boolean boxed) {

  // Sizes in em.

  /** Half of what a number takes from left to right, and the box around it with its corners. */
  static final double NUMBER = 2.2;

  static final double BOX = 2.3;
  static final double CORNER = 1.6;

  /** A line of the headings, of which there are three. */
  static final double LINE = 1.3;

  private static final double FOOT = 2;
  private static final double LEGEND = 1.3;

  /** Where there is plenty of room. */
  private static final double LARGEST_RADIUS = 0.72;

  private static final double LARGEST_AIR = 2.8;
  private static final double NUMBERED_RADIUS = 2.4;
  private static final double NUMBERED_AIR = 5;
  private static final double BROADEST = 14;
  private static final double BROADEST_NUMBERED = 24;

  /** Distance of units from which on each has room for a box with its number. */
  private static final double AIRY = 2.6;

  private static final double MOST_NAME = 9;
  private static final double MOST_NAME_ABOVE = 12;
  private static final double NAME_ABOVE = 1.4;

  /** A unit with its number and a name above it. */
  private static final double NAMED_UNIT = 3.7;

  /** From column to column, where names of inputs may be longer than usual. */
  private static final double ROOMY = 8;

  /** From the box of a column to that of the next at least. */
  private static final double BETWEEN = 1;

  /** Names shorter than this say nothing. */
  private static final double LEAST_NAME = 3;

  private static final double EDGE = 0.25;

  /** The ends of long lists tell what the names are like. */
  private static final int FIRST_NAMES = 32;

  private static final int LAST_NAMES = 8;

  NetworkRoom {
    mapped = Set.copyOf(mapped);
  }

  static NetworkRoom of(
      NetworkWords words, DrawingLook look, double width, double height, NetworkContent content) {
    var numbered = content.numbers().areWanted();
    var em = look.em();
    var shape = words.shape();
    var drops = IntStream.range(0, shape.columns()).anyMatch(it -> shape.dropout(it) > 0);
    var head = (drops ? 3 + LINE : 3) * em;
    var foot = FOOT * em;
    var last = shape.columns() - 1;
    var outer = Math.max(shape.units(0), shape.units(last));
    var above =
        numbered && shape.imageSide() == 0 && height - head - foot >= outer * NAMED_UNIT * em;
    // Beside boxes with numbers, names get what the boxes leave, unless that is too little.
    var boxes = shape.columns() * (2 * NUMBER + BETWEEN) * em;
    var beside = (width - boxes) / 2 - em;
    var boxed = above || beside >= LEAST_NAME * em;
    var usual = mostNames(width, em);
    var most =
        above
            ? Math.min(MOST_NAME_ABOVE * em, width / 3)
            : numbered && boxed ? Math.min(usual, beside) : usual;
    var right = side(nameWidth(shape.outputs(), look, most), heading(words, last, look), above, em);
    // What columns that are far enough apart, and the names of outputs, leave.
    var left = width - right - (numbered ? boxes : last * ROOMY * em) - em;
    // An image needs no names: half of it stands where they would.
    left =
        shape.imageSide() > 0
            ? usual / 2 - LARGEST_RADIUS * em
            : nameWidth(
                shape.inputs(),
                look,
                above ? most : Math.max(most, Math.min(left, MOST_NAME_ABOVE * em)));
    return new NetworkRoom(
        width,
        height,
        em,
        head,
        foot,
        side(left, heading(words, 0, look), above, em),
        right,
        above,
        content.maps().columns(),
        numbered,
        boxed);
  }

  private static double side(double names, double heading, boolean above, double em) {
    return above
        ? Math.max(names, heading) / 2
        : Math.max(names, heading / 2 - LARGEST_RADIUS * em);
  }

  double legend() {
    return LEGEND * em;
  }

  /** Whether units are boxes: too small for a number as circles, yet with air between them. */
  boolean boxes(double pitch, double radius) {
    return numbered && boxed && radius < NUMBER * em && pitch >= AIRY * em;
  }

  /** From a side of the room to the middle of its units, of which each reaches so far. */
  double side(double names, double reach) {
    return above ? Math.max(names, reach) + EDGE * em : names + reach;
  }

  double nameAt(double radius) {
    return Math.max(radius, BOX / 2 * em) + 0.75 * em;
  }

  double nameAbove(boolean outer) {
    return above && outer ? NAME_ABOVE * em : 0;
  }

  double largest(int columns) {
    var usual = LARGEST_RADIUS * em;
    var most = Math.min(NUMBERED_RADIUS * em, 0.23 * (width - left - right) / columns);
    return numbered ? Math.max(usual, most) : usual;
  }

  double air() {
    return (numbered ? NUMBERED_AIR : LARGEST_AIR) * em;
  }

  double broadest() {
    return (numbered ? BROADEST_NUMBERED : BROADEST) * em;
  }

  /** What an outer unit reaches to its side, with the little that it has at least. */
  double reach(double reach) {
    return Math.max(LARGEST_RADIUS * em, reach);
  }

  double image() {
    return mostNames(width, em);
  }

  private static double mostNames(double width, double em) {
    return Math.min(MOST_NAME * em, width / 4);
  }

  private static double nameWidth(List<String> names, DrawingLook look, double most) {
    return Stream.concat(
                names.stream().limit(FIRST_NAMES), names.reversed().stream().limit(LAST_NAMES))
            .mapToDouble(name -> Math.min(most, look.width(name, look.font)))
            .max()
            .orElse(0)
        + look.em();
  }

  private static double heading(NetworkWords words, int column, DrawingLook look) {
    return Math.max(
        look.width(words.heading(column), look.bold), look.width(words.units(column), look.small));
  }
}
