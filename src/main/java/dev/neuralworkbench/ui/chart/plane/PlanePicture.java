package dev.neuralworkbench.ui.chart.plane;

import dev.neuralworkbench.ui.chart.ChartLook;
import dev.neuralworkbench.ui.chart.ChartPicture;
import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.chart.Legend;
import dev.neuralworkbench.ui.chart.Palette;
import dev.neuralworkbench.ui.chart.Pen;
import dev.neuralworkbench.ui.chart.RoundAxis;
import dev.neuralworkbench.ui.chart.TickText;
import dev.neuralworkbench.ui.chart.Tints;
import dev.neuralworkbench.ui.chart.plane.Dots.Marker;
import dev.neuralworkbench.ui.chart.plane.PlaneChart.AxisNames;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.entity.EntityCollection;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYDataset;
import org.jspecify.annotations.Nullable;

final class PlanePicture extends ChartPicture {

  private static final BasicStroke FRAME = new BasicStroke(1);
  private static final double TOP = 2;
  private static final int LEVEL_COVER = 90;

  /** The last number of the horizontal axis reaches so far beyond the plane, in rows. */
  private static final double HALF_NUMBER = 0.6;

  private static final double AWAY = 8;
  private static final double LABELS_IN_EM = 0.6;
  private static final double NUMBERS_IN_EM = 1.6;

  private final Plane plane;
  private final AxisNames.@Nullable Room names;
  private final RoundAxis xAxis;
  private final RoundAxis yAxis;
  private double below; // room for the name of the horizontal axis
  double xNameLeft;
  double xNameBottom;

  /** {@code names} has the room for what stands in the place of the axes' names; null for none. */
  PlanePicture(Plane plane, AxisNames.@Nullable Room names) {
    var x = new RoundAxis(plane.x(), plane.xCategories());
    var y = new RoundAxis(plane.y(), plane.yCategories());
    super(x, y);
    this.plane = plane;
    this.names = names;
    xAxis = x;
    yAxis = y;
  }

  @Override
  protected void compose(Pen pen) {
    var look = pen.look();
    var palette = new Palette(plane.tints(), look);
    var row = pen.row();
    below = xNameWidth(pen) > 0 ? row : 0;
    xAxis.reach(HALF_NUMBER * row);
    var legend = names == null ? new Legend(plane.yName(), look) : new Legend(names.y(), look);
    PlaneLegend.fill(legend, plane, palette, look);
    putAbove(legend);
    var insets = new RectangleInsets(TOP, 0, below, HALF_NUMBER * row);
    plot.setInsets(plane.isEven() ? even(pen, legend, insets) : insets);
    plot.setRangeGridlinesVisible(false);
    layGround(palette);
    // Answers stand above points that would hide them, what they are compared with below.
    layLines(false, palette, look);
    for (var dots : plane.dots()) {
      var places = new DefaultXYDataset();
      places.addSeries("", dots.places());
      add(places, new DotRenderer(dots, plane.tints(), palette, look));
    }
    layLines(true, palette, look);
  }

  @Override
  protected void finish(Pen pen) {
    nameWays(pen);
    var tiles = plane.ground() == null ? null : plane.ground().tiles();
    for (var i = 0; tiles != null && i < tiles.all().size(); i++) {
      pen.draw(pen.ink(Ink.LINE), FRAME, tiles.frame(i, area()));
    }
    xNameLeft = Math.max(0, area().getMaxX() - xNameWidth(pen));
    // Below the plot's numbers, wherever a square ends.
    var numbers = Math.ceil(NUMBERS_IN_EM * pen.em());
    var bottom = plane.isEven() ? area().getMaxY() + numbers + below : pen.height();
    xNameBottom = Math.min(pen.height(), bottom);
    if (names == null) {
      writeXName(pen, plane.xName(), xNameLeft, xNameBottom);
    }
  }

  /** Names at the ends of colored ways, each below another that it would cover. */
  private void nameWays(Pen pen) {
    var taken = new ArrayList<Rectangle2D>();
    for (var line : plane.lines()) {
      var last = line.points().length() - 1;
      if (line.kind() != PlaneLine.Kind.WAY || Float.isNaN(line.shade()) || last < 0) {
        continue;
      }
      var end = pixel(line.points().x(last), line.points().y(last));
      var width = pen.width(line.name()) + pen.em();
      var left = Math.min(end.getX() + AWAY, area().getMaxX() - width);
      var above = Math.max(area().getMinY(), end.getY() - AWAY - pen.row());
      var room = new Rectangle2D.Double(left, above, width, pen.row());
      while (taken.stream().anyMatch(room::intersects)) {
        room.y += 1;
      }
      taken.add(room);
      pen.fill(pen.ink(Ink.BACKGROUND), room);
      var palette = new Palette(plane.tints(), pen.look());
      pen.writeAt(
          line.color(palette, pen.look()), line.name(), left + pen.em() / 2, room.getCenterY());
    }
  }

  private double xNameWidth(Pen pen) {
    return names == null ? pen.width(plane.xName()) : names.x();
  }

  /**
   * Room around a plot whose axes have one scale: more of it on one side. The room of the numbers
   * is fixed, so that nothing is left to the library's own measures.
   */
  private RectangleInsets even(Pen pen, Legend legend, RectangleInsets usual) {
    var height = pen.height() - legend.height(pen.graphics(), pen.width());
    var left = Math.ceil(yAxis.widest(pen.graphics(), height) + LABELS_IN_EM * pen.em());
    var numbers = new AxisSpace();
    numbers.setBottom(Math.ceil(NUMBERS_IN_EM * pen.em()));
    plot.setFixedDomainAxisSpace(numbers);
    fixNumbersLeft(left);
    var across = pen.width() - usual.getRight() - left;
    var down = height - usual.getTop() - usual.getBottom() - numbers.getBottom();
    var scale = Math.min(across / plane.x().length(), down / plane.y().length());
    return new RectangleInsets(
        usual.getTop(),
        0,
        usual.getBottom() + Math.max(0, down - scale * plane.y().length()),
        usual.getRight() + Math.max(0, across - scale * plane.x().length()));
  }

  private void layGround(Palette palette) {
    var ground = plane.ground();
    if (ground == null) {
      return;
    }
    var image = new BufferedImage(ground.columns(), ground.rows(), BufferedImage.TYPE_INT_ARGB_PRE);
    for (var row = 0; row < ground.rows(); row++) {
      for (var column = 0; column < ground.columns(); column++) {
        var cell = row * ground.columns() + column;
        image.setRGB(column, row, palette.ground(ground.shade(cell), ground.certainty(cell)));
      }
    }
    plot.setBackgroundImage(image);
    plot.setBackgroundImageAlpha(1);
    plot.getRangeAxis().setAxisLineVisible(ground.tiles() == null);
    plot.getDomainAxis().setAxisLineVisible(ground.tiles() == null);
  }

  private void layLines(boolean answers, Palette palette, ChartLook look) {
    var ink = look.ink(Ink.TEXT);
    var pale = new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), LEVEL_COVER);
    for (var line : plane.lines()) {
      if ((line.kind() == PlaneLine.Kind.ANSWER) == answers) {
        var color = line.kind() == PlaneLine.Kind.LEVEL ? pale : line.color(palette, look);
        if (line.kind() == PlaneLine.Kind.WAY) {
          add(line.points(), look.ink(Ink.BACKGROUND), PlaneLine.HALO);
        }
        add(line.points(), color, line.stroke());
      }
    }
  }

  /** Makes forms where they stand: the library would move them as paths, which takes longer. */
  static final class DotRenderer extends XYLineAndShapeRenderer {

    private static final long serialVersionUID = 1;
    private static final int FEW = 300;

    private final transient Dots dots;
    private final transient Tints tints;
    private final transient Palette palette;
    private final transient ChartLook look;

    DotRenderer(Dots dots, Tints tints, Palette palette, ChartLook look) {
      super(false, true);
      this.dots = dots;
      this.tints = tints;
      this.palette = palette;
      this.look = look;
    }

    @Override
    protected void drawSecondaryPass(
        Graphics2D graphics,
        XYPlot plot,
        XYDataset places,
        int pass,
        int series,
        int item,
        ValueAxis xAxis,
        Rectangle2D area,
        ValueAxis yAxis,
        CrosshairState crosshair,
        EntityCollection entities) {
      var x = xAxis.valueToJava2D(places.getXValue(series, item), area, RectangleEdge.BOTTOM);
      var y = yAxis.valueToJava2D(places.getYValue(series, item), area, RectangleEdge.LEFT);
      var marker =
          Marker.of(tints, dots.shade(item))
              .shape(x, y, look.times() * (dots.count() <= FEW ? 4 : 3));
      var fill = dots.fill();
      var shape = fill.form(marker);
      var color = palette.color(dots.shade(item));
      graphics.setPaint(fill.inside(color, look));
      graphics.fill(shape);
      graphics.setPaint(fill.edge(color, look));
      graphics.setStroke(fill.stroke());
      graphics.draw(shape);
    }
  }

  record PlaneLegend(Plane plane, Palette palette, ChartLook look, Legend legend) {

    private static final int MOST_CLASSES = 10;
    private static final int DIGITS = 4;
    private static final double RADIUS = 4;

    static void fill(Legend legend, Plane plane, Palette palette, ChartLook look) {
      var all = new PlaneLegend(plane, palette, look, legend);
      switch (plane.tints()) {
        case Tints.Classes classes -> all.addClasses(classes.names());
        case Tints.Scale scale -> all.addScale(scale);
        case Tints.Plain _ -> {}
      }
      all.addDots();
      all.addLines();
    }

    private void addClasses(List<String> names) {
      for (var i = 0; i < Math.min(names.size(), MOST_CLASSES); i++) {
        add(Marker.of(plane.tints(), i), palette.color(i), Dots.Fill.FULL, names.get(i));
      }
      if (names.size() > MOST_CLASSES) {
        legend.addText("+ " + (names.size() - MOST_CLASSES));
      }
    }

    private void addScale(Tints.Scale scale) {
      var range = scale.range();
      legend.addScale(
          palette.color((float) range.least()),
          palette.color((float) scale.middle()),
          palette.color((float) range.greatest()),
          "%s  %s \u2026 %s"
              .formatted(scale.name(), number(range.least()), number(range.greatest())));
    }

    private static String number(double end) {
      return TickText.of(end, DIGITS);
    }

    /** How each kind of rows is filled: neutral where the colour says the class. */
    private void addDots() {
      for (var dots : plane.dots()) {
        if (dots.count() == 1 && !dots.name().isEmpty()) {
          var shade = dots.shade(0);
          add(Marker.of(plane.tints(), shade), palette.color(shade), dots.fill(), dots.name());
        } else if (dots.count() > 0 && !dots.name().isEmpty()) {
          add(Marker.CIRCLE, look.ink(Ink.MUTED), dots.fill(), dots.name());
        }
      }
    }

    private void add(Marker marker, Color color, Dots.Fill fill, String text) {
      legend.addShape(
          fill.form(marker.shape(0, 0, look.times() * RADIUS)),
          fill.inside(color, look),
          fill.edge(color, look),
          fill.stroke(),
          text);
    }

    private void addLines() {
      for (var line : plane.lines()) {
        if (!line.name().isEmpty()) {
          legend.addLine(line.color(palette, look), line.stroke(), line.name());
        }
      }
    }
  }
}
