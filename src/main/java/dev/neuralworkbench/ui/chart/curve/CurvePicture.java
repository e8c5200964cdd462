package dev.neuralworkbench.ui.chart.curve;

import dev.neuralworkbench.ui.chart.ChartLook;
import dev.neuralworkbench.ui.chart.ChartPicture;
import dev.neuralworkbench.ui.chart.DecadeAxis;
import dev.neuralworkbench.ui.chart.Legend;
import dev.neuralworkbench.ui.chart.RoundAxis;
import java.awt.Graphics2D;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.ui.RectangleInsets;

/** Draws curves, axes and names: the same picture on the window's canvas and in a saved image. */
final class CurvePicture extends ChartPicture {

  static final double NARROW = 360;

  /** Room for the numbers of the vertical axis, such as 0.005. */
  private static final double NUMBERS_IN_EM = 4;

  private final CurveFrame frame;
  private double right;
  private final RoundAxis x;
  private boolean named;

  CurvePicture(CurveFrame frame) {
    this(frame, new RoundAxis(frame.x(), true));
  }

  private CurvePicture(CurveFrame frame, RoundAxis x) {
    super(x, frame.logarithmic() ? new DecadeAxis(frame.y()) : new RoundAxis(frame.y(), false));
    this.frame = frame;
    this.x = x;
  }

  @Override
  protected void compose(Graphics2D graphics, double width, double height, ChartLook look) {
    var row = 1.5 * look.font().getSize2D();
    named = width >= NARROW;
    var samples = frame.legend(!named);
    if (!samples.isEmpty() || !frame.yName().isEmpty()) {
      var legend = new Legend(frame.yName(), look);
      for (var curve : samples) {
        legend.addLine(curve.paint(look), curve.stroke(), frame.name(curve));
      }
      legend.alignRight(graphics, width);
      putAbove(legend);
    }
    right = named ? LineEnds.width(graphics, frame.curves()) : row;
    var bottom = isNameBelow(graphics, look) ? row : 0;
    // Numbers end where the picture does, or before a name that stands beside them.
    x.reach(bottom > 0 ? right : 0.75 * row);
    plot().setInsets(new RectangleInsets(4, 0, bottom, right));
    // Numbers of the vertical axis come and go with a digit: the plot does not move with them.
    var numbers = new AxisSpace();
    numbers.setLeft(
        Math.ceil(Math.max(NUMBERS_IN_EM * look.font().getSize2D(), widest(graphics, height))));
    plot().setFixedRangeAxisSpace(numbers);
    for (var curve : frame.curves()) {
      add(curve.points(), curve.paint(look), curve.stroke());
    }
  }

  @Override
  protected void finish(Graphics2D graphics, double height, ChartLook look) {
    lineEnds().draw(graphics, area(), look, named);
    var end = area().getMaxX();
    var left =
        isNameBelow(graphics, look)
            ? end - width(graphics, frame.xName())
            : end + 1.5 * look.font().getSize2D();
    drawXName(graphics, frame.xName(), left, height, look);
  }

  private double widest(Graphics2D graphics, double height) {
    return plot().getRangeAxis() instanceof RoundAxis axis
        ? axis.widest(graphics, height) + graphics.getFontMetrics().getHeight() / 2.0
        : 0;
  }

  private boolean isNameBelow(Graphics2D graphics, ChartLook look) {
    return width(graphics, frame.xName()) + 1.5 * look.font().getSize2D() > right;
  }

  private LineEnds lineEnds() {
    var ends = new LineEnds();
    for (var curve : frame.curves()) {
      var points = curve.points();
      var last = points.length() - 1;
      while (last >= 0 && !frame.shows(points.x(last), points.y(last))) {
        last--;
      }
      if (last >= 0 && curve.strength() == DrawnCurve.Strength.FULL) {
        ends.add(curve, pixel(points.x(last), points.y(last)));
      }
    }
    return ends;
  }
}
