package dev.neuralworkbench.ui.chart.plane;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.chart.ChartLook;
import dev.neuralworkbench.ui.chart.ChartPicture;
import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.chart.Legend;
import dev.neuralworkbench.ui.chart.Palette;
import dev.neuralworkbench.ui.chart.RoundAxis;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.Tints;
import dev.neuralworkbench.ui.common.Shortened;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jfree.chart.ui.RectangleInsets;

/**
 * Draws a matrix: cells as large as there is room, names at their left and, turned, above them; the
 * numbers in the cells where they have room.
 */
final class MatrixPicture extends ChartPicture {

  /** Names take at most this share of the width, and this of the height. */
  private static final double NAMES_LEFT = 0.26;

  private static final double NAMES_ABOVE = 0.26;

  /** A cell is at most so many times as broad as it is high. */
  private static final double BROADEST = 2;

  private static final int LONGEST_NAME = 28;
  private static final int SHORTEST_NAME = 5;
  private static final double GAP = 6;

  /** Room in em that a number needs in its cell. */
  private static final double WRITTEN_IN_EM = 2.6;

  private static final double LINE_IN_EM = 1.3;

  /** How far below the middle of a line its letters stand. */
  private static final double LOWER_IN_EM = 0.35;

  /** From this strength on the colour is dark, and what is written on it light. */
  private static final double STRONG = 0.55;

  private final SignedMatrix matrix;
  private final int litRow;
  private final int litColumn;
  private double left;
  private double top;
  private double broad = 1;
  private double high = 1;

  /**
   * @param litRow of the cell that is pointed at; −1 for none
   * @param litColumn of the cell that is pointed at; −1 for none
   */
  MatrixPicture(SignedMatrix matrix, int litRow, int litColumn) {
    var span = new Span(0, Math.max(1, matrix.size()));
    super(new RoundAxis(span, true), new RoundAxis(span, true));
    this.matrix = matrix;
    this.litRow = litRow;
    this.litColumn = litColumn;
  }

  @Override
  protected void compose(Graphics2D graphics, double width, double height, ChartLook look) {
    var legend = new Legend(matrix.meaning(), look);
    var palette = palette(look);
    legend.addScale(palette.color(-1), palette.color(0), palette.color(1), "\u22121 \u2026 1");
    putAbove(legend);
    plot().getDomainAxis().setVisible(false);
    plot().getRangeAxis().setVisible(false);
    plot().setRangeGridlinesVisible(false);
    plot().setInsets(new RectangleInsets(2, 0, 2, 2));
  }

  private Palette palette(ChartLook look) {
    return new Palette(new Tints.Signed(matrix.meaning(), 1), look);
  }

  @Override
  protected void finish(Graphics2D graphics, double height, ChartLook look) {
    var room = area();
    var beside = names(graphics, NAMES_LEFT * room.getWidth());
    var above = names(graphics, NAMES_ABOVE * room.getHeight());
    left = Math.rint(room.getX() + longest(graphics, beside) + GAP);
    top = Math.rint(room.getY() + longest(graphics, above) + GAP);
    var perRow = (room.getMaxY() - top) / matrix.size();
    var perColumn = (room.getMaxX() - left) / matrix.size();
    high = Math.max(1, Math.floor(Math.min(perRow, perColumn)));
    broad = Math.max(1, Math.floor(Math.min(perColumn, BROADEST * high)));
    drawCells(graphics, look);
    drawNames(graphics, beside, above, look);
    if (litRow >= 0 && litColumn >= 0) {
      var lit = cell(litRow, litColumn);
      graphics.setPaint(look.ink(Ink.TEXT));
      graphics.setStroke(new BasicStroke(2));
      graphics.draw(lit);
    }
  }

  private void drawCells(Graphics2D graphics, ChartLook look) {
    var palette = palette(look);
    var em = look.font().getSize2D();
    var written = broad >= WRITTEN_IN_EM * em && high >= LINE_IN_EM * em;
    var hair = high > 8 ? 1 : 0;
    // Lines between the cells, and around them: zero is as pale as what lies about them.
    graphics.setPaint(look.ink(Ink.GRID));
    graphics.fill(
        new Rectangle2D.Double(
            left - 1, top - 1, broad * matrix.size() + 1, high * matrix.size() + 1));
    for (var row = 0; row < matrix.size(); row++) {
      for (var column = 0; column < matrix.size(); column++) {
        var value = matrix.value(row, column);
        var cell = cell(row, column);
        graphics.setPaint(palette.color(Double.isNaN(value) ? 0 : (float) value));
        graphics.fill(
            new Rectangle2D.Double(
                cell.getX(), cell.getY(), cell.getWidth() - hair, cell.getHeight() - hair));
        if (Double.isNaN(value)) {
          graphics.setPaint(look.ink(Ink.GRID));
          graphics.setStroke(new BasicStroke(1));
          graphics.draw(
              new Line2D.Double(cell.getX(), cell.getMaxY(), cell.getMaxX(), cell.getY()));
        }
        if (written) {
          write(graphics, value, cell, look);
        }
      }
    }
  }

  private static void write(Graphics2D graphics, double value, Rectangle2D cell, ChartLook look) {
    var text =
        Double.isNaN(value)
            ? "\u2013"
            : Numbers.typeset(String.format(Locale.ROOT, "%.2f", value + 0.0));
    graphics.setPaint(Math.abs(value) > STRONG ? look.ink(Ink.BACKGROUND) : look.ink(Ink.TEXT));
    var em = look.font().getSize2D();
    graphics.drawString(
        text,
        (float) Math.rint(cell.getCenterX() - width(graphics, text) / 2),
        (float) Math.rint(cell.getCenterY() + LOWER_IN_EM * em));
  }

  /** Names that would lie over each other are left out but for those of the cell pointed at. */
  private void drawNames(
      Graphics2D graphics, List<String> beside, List<String> above, ChartLook look) {
    var em = look.font().getSize2D();
    for (var i = 0; i < matrix.size(); i++) {
      if (high >= em || i == litRow) {
        var name = beside.get(i);
        graphics.setPaint(look.ink(i == litRow ? Ink.TEXT : Ink.MUTED));
        graphics.drawString(
            name,
            (float) (left - GAP - width(graphics, name)),
            (float) Math.rint(top + (i + 0.5) * high + LOWER_IN_EM * em));
      }
      if (broad >= em || i == litColumn) {
        graphics.setPaint(look.ink(i == litColumn ? Ink.TEXT : Ink.MUTED));
        var before = graphics.getTransform();
        graphics.translate(Math.rint(left + (i + 0.5) * broad + LOWER_IN_EM * em), top - GAP);
        graphics.rotate(-Math.PI / 2);
        graphics.drawString(above.get(i), 0, 0);
        graphics.setTransform(before);
      }
    }
  }

  private static double longest(Graphics2D graphics, List<String> names) {
    return names.stream().mapToDouble(name -> width(graphics, name)).max().orElse(0);
  }

  /** The names, all different, as long as fits. */
  private List<String> names(Graphics2D graphics, double most) {
    return IntStream.iterate(LONGEST_NAME, it -> it >= SHORTEST_NAME, it -> it - 1)
        .mapToObj(length -> Shortened.apart(matrix.names(), length))
        .filter(names -> longest(graphics, names) <= most)
        .findFirst()
        .orElseGet(() -> Shortened.apart(matrix.names(), SHORTEST_NAME));
  }

  Rectangle2D cell(int row, int column) {
    return new Rectangle2D.Double(left + column * broad, top + row * high, broad, high);
  }

  /** The row at a height; −1 beside all. */
  int row(double y) {
    return index((y - top) / high);
  }

  /** The column at a place; −1 beside all. */
  int column(double x) {
    return index((x - left) / broad);
  }

  private int index(double place) {
    return place >= 0 && place < matrix.size() ? (int) place : -1;
  }
}
