package dev.neuralworkbench.ui.chart;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.chart.Ticks.Label;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * Round numbers along an axis: steps of 1, 2 or 5 times a power of ten, and on a logarithmic axis
 * the powers of ten, with 2 and 5 between them where there is room.
 */
public final class Ticks {

  record Label(double value, String text) {}

  private static final double[] STEPS = {1, 2, 5, 10};

  /** Digits up to which a power of ten is shorter than the number. */
  private static final int SHORT = 4;

  /** The widest step: so much apart, three ticks reach from the least number to the greatest. */
  private static final double HUGE = 1e308;

  private Ticks() {}

  static List<Label> linear(double least, double greatest, int most, boolean whole) {
    var parts = Math.max(most, 1);
    // Divided first: a difference of two huge numbers is infinite, as it may be even so.
    var step = step(Math.min(greatest / parts - least / parts, HUGE), whole);
    var ticks = linear(least, greatest, step);
    // One tick alone gives no scale: rather two that stand a little close.
    return ticks.size() < 2 && !(whole && step == 1)
        ? linear(least, greatest, step(step / 2.5, whole))
        : ticks;
  }

  private static List<Label> linear(double least, double greatest, double step) {
    var labels = new ArrayList<Label>();
    var decimals = Math.max(0, -(int) Math.floor(Math.log10(step) + 1e-9));
    var first = Math.ceil(least / step - 1e-6);
    var more = (int) (Math.floor(greatest / step + 1e-6) - first);
    // Counted apart from the numbers, which are too large to grow by 1 where they are huge.
    for (var i = 0; i <= more; i++) {
      var value = first + i == 0 ? 0 : (first + i) * step;
      labels.add(new Label(value, Numbers.typeset(text(value, decimals, step))));
    }
    return labels;
  }

  /** Ticks of a logarithmic axis that has room for so many, at least 1; its least is above 0. */
  static List<Label> logarithmic(double least, double greatest, int most) {
    var first = (int) Math.floor(Math.log10(least) + 1e-9);
    var last = (int) Math.ceil(Math.log10(greatest) - 1e-9);
    var decades = Math.log10(greatest) - Math.log10(least);
    var factors =
        decades * 3 <= most
            ? new double[] {1, 2, 5}
            : decades * 2 <= most ? new double[] {1, 3} : new double[] {1};
    var stride = Math.max(1, (int) Math.ceil(decades / Math.max(most, 1)));
    var labels = new ArrayList<Label>();
    for (var decade = first; decade <= last; decade++) {
      for (var factor : factors) {
        var value = new BigDecimal(factor).scaleByPowerOfTen(decade).doubleValue();
        var inside = value >= least * (1 - 1e-9) && value <= greatest * (1 + 1e-9);
        if (inside && Math.floorMod(decade, stride) == 0) {
          labels.add(new Label(value, Numbers.typeset(Numbers.rounded(value, 3))));
        }
      }
    }
    return labels.size() < 2 ? linear(least, greatest, most, false) : labels;
  }

  /** The least of … 0.2, 0.5, 1, 2, 5, 10 … that is not less; 1 for 0: an end that seldom moves. */
  public static double roundUp(double number) {
    return step(number, false);
  }

  private static double step(double least, boolean whole) {
    if (!(least > 0) || !Double.isFinite(least)) {
      return 1;
    }
    var power = Math.pow(10, Math.floor(Math.log10(least) + 1e-9));
    for (var step : STEPS) {
      if (step * power >= least * (1 - 1e-9)) {
        return whole ? Math.max(1, step * power) : step * power;
      }
    }
    return 10 * power;
  }

  private static double magnitude(double size) {
    return Math.floor(Math.log10(size) + 1e-9);
  }

  /** So many digits that neighbours differ; a power of ten where that is shorter. */
  private static String text(double value, int decimals, double step) {
    var size = Math.abs(value);
    if (size >= 1e7 || decimals > 5) {
      var digits = value == 0 ? 1 : 1 + (int) (magnitude(size) - magnitude(step));
      return value == 0
          ? "0"
          : digits <= SHORT || size < 1 || size >= 1e15
              ? Numbers.scientific(value, digits)
              : size >= 1e7 && decimals == 0
                  ? Numbers.count(Math.round(value))
                  : new BigDecimal(value)
                      .setScale(decimals, RoundingMode.HALF_EVEN)
                      .toPlainString();
    }
    return decimals == 0 && size >= 10_000
        ? Numbers.count(Math.round(value))
        : new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }

  record AxisLabels(ValueAxis axis, Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {

    /**
     * Labels that do not touch: fewer where they are long, and one where not even two have room.
     */
    List<Label> fitting(double crowd, IntFunction<List<Label>> find) {
      var most = isHorizontal() ? area.getWidth() / (6 * em()) : area.getHeight() / (3 * em());
      var room = (int) Math.max(crowd * most, 1);
      var labels = find.apply(room);
      while (isHorizontal() && touch(labels)) {
        labels = room > 1 ? find.apply(--room) : labels.subList(0, 1);
      }
      return labels;
    }

    double end(Label label) {
      return axis.valueToJava2D(label.value(), area, edge) + width(label) / 2;
    }

    List<Tick> ticks(List<Label> labels) {
      var anchor = isHorizontal() ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
      return labels.stream()
          .<Tick>map(
              label -> new NumberTick(label.value(), label.text(), anchor, TextAnchor.CENTER, 0))
          .toList();
    }

    private boolean touch(List<Label> labels) {
      var free = Double.NEGATIVE_INFINITY;
      for (var label : labels) {
        if (end(label) - width(label) < free) {
          return true;
        }
        free = end(label) + em() / 2;
      }
      return false;
    }

    private double width(Label label) {
      var metrics = graphics.getFontMetrics(axis.getTickLabelFont());
      return metrics.getStringBounds(label.text(), graphics).getWidth();
    }

    private double em() {
      return axis.getTickLabelFont().getSize2D();
    }

    private boolean isHorizontal() {
      return RectangleEdge.isTopOrBottom(edge);
    }
  }
}
