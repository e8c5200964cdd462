package dev.neuralworkbench.ui.chart.curve;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.chart.ChartLook;
import dev.neuralworkbench.ui.chart.ChartPicture;
import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.DecadeAxis;
import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.chart.Legend;
import dev.neuralworkbench.ui.chart.Pen;
import dev.neuralworkbench.ui.chart.RoundAxis;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.curve.CurvePicture.CurveFrame.DrawnCurve;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * Draws curves and axes. One or two curves have their name and latest value at their ends; names of
 * more stand in rows above.
 */
final class CurvePicture extends ChartPicture {

  static final double NARROW = 360;

  /** Below this width a picture has no room for a name inside of it. */
  private static final double NARROWEST = 200;

  /** Room for the numbers of the vertical axis, such as 0.005. */
  private static final double NUMBERS_IN_EM = 4;

  /** Half of the topmost number stands above the plot. */
  private static final double ABOVE_IN_EM = 0.5;

  private static final double DOT = 0.25;
  private static final double GAP = 8;
  private static final double ROW = 1.25;
  private static final int DIGITS = 3;

  /** Room that a best epoch's star and the cursor take at the right end. */
  private static final double MARKS = 14;

  /** How far a line's stroke may reach from its middle. */
  private static final double STROKE = 2;

  /** How opaque the ground of a name is over the lines, of 255. */
  private static final int VEIL = 190;

  private final CurveFrame frame;
  private final RoundAxis x;
  private boolean namedAtEnds;

  CurvePicture(CurveFrame frame) {
    var x = new RoundAxis(frame.x(), true);
    super(x, frame.logarithmic() ? new DecadeAxis(frame.y()) : new RoundAxis(frame.y(), false));
    this.frame = frame;
    this.x = x;
  }

  @Override
  protected void compose(Pen pen) {
    namedAtEnds =
        pen.width() >= NARROWEST && frame.curves().stream().filter(DrawnCurve::named).count() <= 2;
    var samples = frame.legend(!namedAtEnds);
    if (!samples.isEmpty() || !frame.yName().isEmpty()) {
      var legend = new Legend(frame.yName(), pen.look());
      for (var curve : samples) {
        legend.addLine(curve.paint(pen.look()), curve.stroke(pen), frame.name(curve));
      }
      legend.alignRight(pen.graphics(), pen.width());
      putAbove(legend);
    }
    var right = 0.75 * pen.row();
    var left = Math.max(NUMBERS_IN_EM * pen.em(), widestNumber(pen));
    var bottom = pen.width(frame.xName()) + GAP > left ? pen.row() : 0;
    x.reach(right);
    plot.setInsets(new RectangleInsets(ABOVE_IN_EM * pen.em(), 0, bottom, right));
    fixNumbersLeft(left);
    for (var curve : frame.curves()) {
      add(curve.points(), curve.paint(pen.look()), curve.stroke(pen));
    }
  }

  private double widestNumber(Pen pen) {
    return plot.getRangeAxis() instanceof RoundAxis axis
        ? axis.widest(pen.graphics(), pen.height())
            + pen.graphics().getFontMetrics().getHeight() / 2.0
        : 0;
  }

  @Override
  protected void finish(Pen pen) {
    var ends = ends();
    for (var end : ends) {
      var radius = DOT * pen.em();
      pen.fill(end.curve.paint(pen.look()), Pen.circle(end.at.getX(), end.at.getY(), radius));
    }
    if (namedAtEnds) {
      writeAtEnds(pen, ends);
    }
    writeXName(pen, frame.xName(), nameLeft(pen), pen.height());
  }

  /** Below the start of the axis, or before it where the first number leaves no room for that. */
  private double nameLeft(Pen pen) {
    var start = area().getMinX();
    var width = pen.width(frame.xName());
    var ticks = x.refreshTicks(pen.graphics(), new AxisState(), area(), RectangleEdge.BOTTOM);
    var isFree =
        ticks.isEmpty()
            || (ticks.getFirst() instanceof ValueTick first
                && pixel(first.getValue(), 1).getX() - pen.width(first.getText()) / 2 - GAP
                    > start + width);
    return isFree ? start : Math.max(0, start - GAP - width);
  }

  /** The latest point of each line of this run that shows, from the highest to the lowest. */
  private List<End> ends() {
    var ends = new ArrayList<End>();
    for (var curve : frame.curves()) {
      var points = curve.points();
      var last = points.length() - 1;
      while (last >= 0 && !frame.shows(points.x(last), points.y(last))) {
        last--;
      }
      if (last >= 0 && curve.strength() == DrawnCurve.Strength.FULL) {
        ends.add(new End(curve, points.y(last), pixel(points.x(last), points.y(last))));
      }
    }
    return ends;
  }

  /**
   * Each near its end, clear of all lines where that can be, and in the order of the ends: of lines
   * that end low the lowest has the first choice, of others the highest.
   */
  private void writeAtEnds(Pen pen, List<End> ends) {
    var row = ROW * pen.em();
    var byHeight = ends.stream().sorted(Comparator.comparingDouble(it -> it.at.getY())).toList();
    var isLow = !ends.isEmpty() && byHeight.getFirst().at.getY() > area().getCenterY();
    var highest = area().getMinY() + row / 2;
    var lowest = area().getMaxY() - row / 2;
    for (var end : isLow ? byHeight.reversed() : byHeight) {
      var outward = end.equals(byHeight.getFirst()) ? -1 : 1;
      var width = pen.width(end.text());
      var most = Math.max(area().getMaxX() - MARKS - width, area().getMinX());
      var left = Math.clamp(end.at.getX() + GAP, area().getMinX(), most);
      var ground = new Rectangle2D.Double(left - 2, isLow ? lowest : highest, width + 4, row);
      place(ground, end.at.getY(), outward, new Span(highest, lowest));
      var paper = pen.ink(Ink.BACKGROUND);
      pen.fill(new Color(paper.getRed(), paper.getGreen(), paper.getBlue(), VEIL), ground);
      pen.writeAt(pen.ink(Ink.TEXT), end.text(), left, ground.getCenterY());
      if (isLow) {
        lowest = ground.getCenterY() - row;
      } else {
        highest = ground.getCenterY() + row;
      }
    }
  }

  /** Moves the ground of a text to the nearest place that is clear, or that is allowed at all. */
  private void place(Rectangle2D.Double ground, double end, int outward, Span middles) {
    var row = ground.height;
    var tops =
        IntStream.rangeClosed(1, (int) (2 * area().getHeight() / row))
            .mapToDouble(step -> (step + 0.5) * row / 2)
            .boxed()
            .flatMap(away -> Stream.of(end + outward * away, end - outward * away))
            .filter(it -> it >= middles.least() && it <= middles.greatest())
            .map(it -> it - row / 2)
            .toList();
    ground.y = tops.isEmpty() ? ground.y - row / 2 : tops.getFirst();
    var lines = linesFrom(ground.x);
    for (var top : tops) {
      var place = new Rectangle2D.Double(ground.x, top - STROKE, ground.width, row + 2 * STROKE);
      if (lines.stream().noneMatch(place::intersectsLine)) {
        ground.y = top;
        return;
      }
    }
  }

  /** What this run's lines draw right of a place. */
  private List<Line2D> linesFrom(double left) {
    var lines = new ArrayList<Line2D>();
    for (var curve : frame.curves()) {
      var points = curve.points();
      var right = (Point2D) null;
      for (var i = points.length() - 1;
          i >= 0 && curve.strength() == DrawnCurve.Strength.FULL;
          i--) {
        var isSeen = frame.shows(points.x(i), points.y(i));
        var at = isSeen ? pixel(points.x(i), points.y(i)) : null;
        if (at != null && right != null) {
          lines.add(new Line2D.Double(at, right));
        }
        if (at != null && at.getX() < left) {
          break;
        }
        right = at;
      }
    }
    return lines;
  }

  /** Where a line ends, and at which value. */
  private record End(DrawnCurve curve, double value, Point2D at) {

    String text() {
      return curve.series().name() + " " + Numbers.typeset(Numbers.rounded(value, DIGITS));
    }
  }

  /** Everything one drawing of a chart shows; y is above 0 where it is logarithmic. */
  record CurveFrame(
      List<DrawnCurve> curves,
      Span x,
      Span y,
      boolean logarithmic,
      String xName,
      String yName,
      String ghostName) {

    /** One line on the picture: the visible points of a series, and how strongly they are drawn. */
    record DrawnCurve(CurveSeries series, Strength strength, Curve points) {

      /** How strongly: the run's own line, what was smoothed away behind it, or an earlier run. */
      enum Strength {
        FULL(1, 2),
        RAW(0.4f, 1),
        GHOST(0.4f, 1.5f);

        private final float opacity;
        private final float width;

        Strength(float opacity, float width) {
          this.opacity = opacity;
          this.width = width;
        }
      }

      /**
       * Whether it has a name of its own on the picture: a line of this run that is not all gaps.
       */
      boolean named() {
        return strength == Strength.FULL && hasPoints();
      }

      boolean isGhost() {
        return strength == Strength.GHOST && hasPoints();
      }

      private boolean hasPoints() {
        return IntStream.range(0, points.length())
            .anyMatch(point -> !Double.isNaN(points.y(point)));
      }

      Color paint(ChartLook look) {
        return look.pale(Ink.TEXT, series.role().strength * strength.opacity);
      }

      /** As wide beside larger text as it is beside that of 100 %. */
      BasicStroke stroke(Pen pen) {
        var times = (float) pen.look().times();
        var width = strength.width * times;
        var dash = series.role().dash();
        for (var i = 0; i < dash.length; i++) {
          dash[i] *= times;
        }
        return dash.length == 0 || strength == Strength.RAW
            ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
            : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
      }
    }

    CurveFrame {
      curves = List.copyOf(curves);
    }

    boolean shows(double pointX, double pointY) {
      return x.contains(pointX) && y.contains(pointY);
    }

    /** Lines that the legend names: the first of the run before, and of this run all or none. */
    List<DrawnCurve> legend(boolean all) {
      var named = curves.stream().filter(curve -> all && curve.named());
      return Stream.concat(
              named, curves.stream().filter(it -> it.isGhost() && !ghostName.isEmpty()).limit(1))
          .toList();
    }

    /** What the legend calls a line: those of the run before have one name together. */
    String name(DrawnCurve curve) {
      return curve.isGhost() ? ghostName : curve.series().name();
    }
  }
}
