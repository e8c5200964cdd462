package dev.neuralworkbench.ui.drawing.network;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The room that a network is drawn in, in pixels.
 *
 * @param em size of the window's font, of which all other sizes are multiples
 * @param head height that headings take above the units
 * @param foot height that the legend takes below them
 * @param left width that the names of the inputs take
 * @param right width that the names of the outputs take
 * @param mapped columns whose units are squares with a map in them
 * @param numbered whether units are to be large enough for a number in them
 */
record NetworkRoom(
    double width,
    double height,
    double em,
    double head,
    double foot,
    double left,
    double right,
    Set<Integer> mapped,
    boolean numbered) {

  /** Radius of a unit that has a number in it, in em. */
  private static final double NUMBERED_RADIUS = 2.4;

  private static final double NUMBERED_AIR_IN_EM = 5;

  private static final double BROADEST_IN_EM = 14;
  private static final double BROADEST_NUMBERED_IN_EM = 24;
  private static final double MOST_NAME_IN_EM = 9;

  /** The ends of long lists tell what the names are like. */
  private static final int FIRST_NAMES = 32;

  private static final int LAST_NAMES = 8;

  NetworkRoom {
    mapped = Set.copyOf(mapped);
  }

  /**
   * What there is for the units of a network, beside its texts.
   *
   * @param mapped columns whose units have a map
   * @param numbered whether units are to be large enough for a number in them
   */
  static NetworkRoom of(
      NetworkWords words,
      DrawingLook look,
      double width,
      double height,
      Set<Integer> mapped,
      boolean numbered) {
    var em = look.em();
    var most = mostNames(width, em);
    var shape = words.shape();
    return new NetworkRoom(
        width,
        height,
        em,
        NamePainter.headInEm(shape) * em,
        WeightLegend.HEIGHT * em,
        Math.max(left(shape, look, most), halfHeading(words, 0, look)),
        Math.max(
            nameWidth(shape.outputs(), look, most), halfHeading(words, shape.columns() - 1, look)),
        mapped,
        numbered);
  }

  /** Radius of a unit where there is plenty of room. */
  double largest(int columns) {
    var usual = NetworkLayout.LARGEST_RADIUS * em;
    var most = Math.min(NUMBERED_RADIUS * em, 0.245 * (width - left - right) / columns);
    return numbered ? Math.max(usual, most) : usual;
  }

  /** The largest distance between two units of a column. */
  double air() {
    return (numbered ? NUMBERED_AIR_IN_EM : NetworkLayout.LARGEST_AIR) * em;
  }

  /** The largest distance from column to column. */
  double broadest() {
    return (numbered ? BROADEST_NUMBERED_IN_EM : BROADEST_IN_EM) * em;
  }

  /** Side of an image whose pixels are the inputs. */
  double image() {
    return mostNames(width, em);
  }

  private static double mostNames(double width, double em) {
    return Math.min(MOST_NAME_IN_EM * em, width / 4);
  }

  /** An image needs no names: half of it stands where they would. */
  private static double left(NetworkShape shape, DrawingLook look, double most) {
    return shape.imageSide() > 0
        ? most / 2 - NetworkLayout.LARGEST_RADIUS * look.em()
        : nameWidth(shape.inputs(), look, most);
  }

  private static double nameWidth(List<String> names, DrawingLook look, double most) {
    return Stream.concat(
                names.stream().limit(FIRST_NAMES), names.reversed().stream().limit(LAST_NAMES))
            .mapToDouble(name -> Math.min(most, look.width(name, look.font())))
            .max()
            .orElse(0)
        + look.em();
  }

  /** What a heading takes outside the circle below it. */
  private static double halfHeading(NetworkWords words, int column, DrawingLook look) {
    return Math.max(
                look.width(words.heading(column), look.bold()),
                look.width(words.units(column), look.small()))
            / 2
        - NetworkLayout.LARGEST_RADIUS * look.em();
  }
}
