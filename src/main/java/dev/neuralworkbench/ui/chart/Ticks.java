package dev.neuralworkbench.ui.chart;

import dev.neuralworkbench.ui.chart.Ticks.Label;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
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
  private static final int[] ONE = {1};

  /** The widest step: so much apart, three ticks reach from the least number to the greatest. */
  private static final double HUGE = 1e308;

  private Ticks() {}

  static List<Label> linear(double least, double greatest, int most, boolean whole) {
    var parts = Math.max(most, 1);
    // Divided first: a difference of two huge numbers is infinite, as it may be even so.
    var step = step(Math.min(greatest / parts - least / parts, HUGE), whole);
    var ticks = linear(least, greatest, step);
    // One tick alone gives no scale: rather two that stand a little close.
    for (var finer = 0; finer < 3 && ticks.size() < 2 && !(whole && step == 1); finer++) {
      step = step(step / 2.5, whole);
      ticks = linear(least, greatest, step);
    }
    return ticks;
  }

  private static List<Label> linear(double least, double greatest, double step) {
    var labels = new ArrayList<Label>();
    var first = Math.ceil(least / step - 1e-6);
    var more = (int) (Math.floor(greatest / step + 1e-6) - first);
    var most = Math.max(Math.abs(first), Math.abs(first + more)) * step;
    // Counted apart from the numbers, which are too large to grow by 1 where they are huge.
    for (var i = 0; i <= more; i++) {
      var value = first + i == 0 ? 0 : (first + i) * step;
      labels.add(new Label(value, TickText.of(value, step, most)));
    }
    return labels;
  }

  /** Ticks of a logarithmic axis that has room for so many, at least 1; its least is above 0. */
  static List<Label> logarithmic(double least, double greatest, int most) {
    var first = (int) Math.ceil(Math.log10(least) - 1e-9);
    var last = (int) Math.floor(Math.log10(greatest) + 1e-9);
    var decades = Math.log10(greatest) - Math.log10(least);
    var factors =
        decades * 3 <= most ? new int[] {1, 2, 5} : decades * 2 <= most ? new int[] {1, 3} : ONE;
    var stride = Math.max(1, (int) Math.ceil(decades / Math.max(most, 1)));
    var values =
        IntStream.rangeClosed(first - 1, last)
            .filter(decade -> Math.floorMod(decade, stride) == 0)
            .boxed()
            .flatMapToDouble(
                decade -> Arrays.stream(factors).mapToDouble(factor -> decade(factor, decade)))
            .filter(it -> it >= least * (1 - 1e-9) && it <= greatest * (1 + 1e-9))
            .toArray();
    if (values.length < 2 && last <= first) {
      return linear(least, greatest, most, false);
    }
    var shown = values.length < 2 ? new double[] {decade(1, first), decade(1, last)} : values;
    var arePowers = Arrays.stream(shown).anyMatch(TickText::isPower);
    return Arrays.stream(shown)
        .mapToObj(it -> new Label(it, arePowers ? TickText.power(it) : TickText.of(it, 3)))
        .toList();
  }

  private static double decade(int factor, int power) {
    return new BigDecimal(factor).scaleByPowerOfTen(power).doubleValue();
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

  record AxisLabels(ValueAxis axis, Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {

    /**
     * Labels that do not touch, none beyond an end: fewer where they are long, the outermost where
     * no round ones have room, and one where not even two have.
     */
    List<Label> fitting(double crowd, double end, IntFunction<List<Label>> find) {
      var most = isHorizontal() ? area.getWidth() / (6 * em()) : area.getHeight() / (3 * em());
      var room = (int) Math.max(crowd * most, 1);
      for (var fewer = room; fewer > 0; fewer--) {
        var labels = inside(find.apply(fewer), end);
        if (labels.size() > 1 && !touch(labels)) {
          return labels;
        }
      }
      var labels = inside(find.apply(2 * room + 1), end);
      if (labels.size() < 2) {
        return labels;
      }
      var outermost = List.of(labels.getFirst(), labels.getLast());
      return touch(outermost) ? labels.subList(0, 1) : outermost;
    }

    private List<Label> inside(List<Label> labels, double end) {
      return labels.stream().filter(label -> !isHorizontal() || end(label) <= end).toList();
    }

    private double end(Label label) {
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
        var middle = axis.valueToJava2D(label.value(), area, edge);
        var half = isHorizontal() ? width(label) / 2 : em() / 2;
        // Numbers rise from left to right, and upwards.
        var at = isHorizontal() ? middle : -middle;
        if (at - half < free) {
          return true;
        }
        free = at + half + em() / (isHorizontal() ? 2 : 4);
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
