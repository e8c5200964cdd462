package dev.neuralworkbench.ui.chart.curve;

import dev.neuralworkbench.ui.chart.ChartPicture;
import dev.neuralworkbench.ui.chart.DecadeAxis;
import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.chart.Legend;
import dev.neuralworkbench.ui.chart.Pen;
import dev.neuralworkbench.ui.chart.RoundAxis;
import dev.neuralworkbench.ui.chart.curve.CurveFrame.DrawnCurve;
import java.awt.geom.Line2D;
import java.util.ArrayList;
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
    plot().setInsets(new RectangleInsets(4, 0, bottom, right));
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
    return plot().getRangeAxis() instanceof RoundAxis axis
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
}
