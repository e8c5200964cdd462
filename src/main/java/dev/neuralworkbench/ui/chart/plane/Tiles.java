package dev.neuralworkbench.ui.chart.plane;

import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Framed pictures in rows, of which a {@link Ground} is made.
 *
 * @param filled share of its place that a picture takes, from the upper left
 * @param quantity what a shade times the scale of its picture is
 */
public record Tiles(int columns, int rows, double filled, String quantity, List<Tile> all) {

  public record Tile(String name, float scale) {}

  public Tiles {
    all = List.copyOf(all);
  }

  /** The frame of a picture in an area. */
  Rectangle2D frame(int index, Rectangle2D area) {
    var width = area.getWidth() / columns;
    var height = area.getHeight() / rows;
    var x = area.getX() + index % columns * width - 1;
    var y = area.getY() + Math.floorDiv(index, columns) * height - 1;
    return new Rectangle2D.Double(x, y, filled * width + 1, filled * height + 1);
  }

  /** The picture at a place given as shares of the plane, where there is one. */
  Tile at(double fromLeft, double fromTop) {
    var row = (int) (fromTop * rows);
    return all.get(row * columns + (int) (fromLeft * columns));
  }
}
