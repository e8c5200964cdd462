package dev.neuralworkbench.ui.drawing;

import java.util.Set;

/**
 * The room that a network is drawn in, in pixels.
 *
 * @param em size of the window's font, of which all other sizes are multiples
 * @param head height that headings take above the units
 * @param foot height that the legend takes below them
 * @param left width that the names of the inputs take
 * @param right width that the names of the outputs take
 * @param mapped columns whose units are squares with a map in them
 */
record NetworkRoom(
    double width,
    double height,
    double em,
    double head,
    double foot,
    double left,
    double right,
    Set<Integer> mapped) {

  NetworkRoom {
    mapped = Set.copyOf(mapped);
  }
}
