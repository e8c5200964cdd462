package dev.neuralworkbench.ui.chart.curve;

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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.ui.RectangleInsets;

/** Draws curves, axes and names, which stand in the margin in order, and stay where they are. */
final class CurvePicture extends ChartPicture {

  static final double NARROW = 360;

  /** Room for the numbers of the vertical axis, such as 0.005. */
  private static final double NUMBERS_IN_EM = 4;

  private static final double DOT = 3;
  private static final double GAP = 8;

  /** Length of the piece of each line beside its name: two may differ in their dashes alone. */
  private static final double SAMPLE = 20;

  private final CurveFrame frame;
  private final RoundAxis x;
  private double right;
  private boolean named;

  CurvePicture(CurveFrame frame) {
    var x = new RoundAxis(frame.x(), true);
    super(x, frame.logarithmic() ? new DecadeAxis(frame.y()) : new RoundAxis(frame.y(), false));
    this.frame = frame;
    this.x = x;
  }

  @Override
  protected void compose(Pen pen) {
    named = pen.width() >= NARROW;
    var samples = frame.legend(!named);
    if (!samples.isEmpty() || !frame.yName().isEmpty()) {
      var legend = new Legend(frame.yName(), pen.look());
      for (var curve : samples) {
        legend.addLine(curve.paint(pen.look()), curve.stroke(), frame.name(curve));
      }
      legend.alignRight(pen.graphics(), pen.width());
      putAbove(legend);
    }
    right = named ? nameWidth(pen) + SAMPLE + 2 * GAP + DOT : pen.row();
    var bottom = isNameBelow(pen) ? pen.row() : 0;
    // Numbers end where the picture does, or before a name that stands beside them.
    x.reach(bottom > 0 ? right : 0.75 * pen.row());
    plot.setInsets(new RectangleInsets(4, 0, bottom, right));
    fixNumbersLeft(Math.max(NUMBERS_IN_EM * pen.em(), widestNumber(pen)));
    for (var curve : frame.curves()) {
      add(curve.points(), curve.paint(pen.look()), curve.stroke());
    }
  }

  private double nameWidth(Pen pen) {
    return frame.curves().stream()
        .filter(DrawnCurve::named)
        .mapToDouble(curve -> pen.width(curve.series().name()))
        .max()
        .orElse(0);
  }

  private double widestNumber(Pen pen) {
    return plot.getRangeAxis() instanceof RoundAxis axis
        ? axis.widest(pen.graphics(), pen.height())
            + pen.graphics().getFontMetrics().getHeight() / 2.0
        : 0;
  }

  private boolean isNameBelow(Pen pen) {
    return pen.width(frame.xName()) + pen.row() > right;
  }

  @Override
  protected void finish(Pen pen) {
    var ended = new ArrayList<DrawnCurve>();
    for (var curve : frame.curves()) {
      var points = curve.points();
      var last = points.length() - 1;
      while (last >= 0 && !frame.shows(points.x(last), points.y(last))) {
        last--;
      }
      if (last >= 0 && curve.strength() == DrawnCurve.Strength.FULL) {
        var end = pixel(points.x(last), points.y(last));
        pen.fill(curve.paint(pen.look()), Pen.circle(end.getX(), end.getY(), DOT));
        ended.add(curve);
      }
    }
    var row = Math.min(1.25 * pen.em(), area().getHeight() / ended.size());
    var left = area().getMaxX() + GAP;
    for (var i = 0; named && i < ended.size(); i++) {
      var curve = ended.get(i);
      var middle = area().getMinY() + (i + 0.5) * row;
      var sample = new Line2D.Double(left, middle, left + SAMPLE, middle);
      pen.draw(curve.paint(pen.look()), curve.stroke(), sample);
      pen.writeAt(pen.ink(Ink.TEXT), curve.series().name(), left + SAMPLE + GAP, middle);
    }
    var end = area().getMaxX();
    var nameLeft = isNameBelow(pen) ? end - pen.width(frame.xName()) : end + pen.row();
    writeXName(pen, frame.xName(), nameLeft, pen.height());
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

      BasicStroke stroke() {
        var dash = series.role().dash();
        return dash.length == 0 || strength == Strength.RAW
            ? new BasicStroke(strength.width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
            : new BasicStroke(
                strength.width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
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
