package dev.neuralworkbench.ui.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.EnumMap;
import java.util.Map;
import org.jfree.chart.ChartTheme;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleInsets;

/** Colours and font of a chart, as AWT knows them, taken from the style sheet. */
public record ChartLook(Map<Ink, Color> inks, Font font) implements ChartTheme {

  /** Size of the text of a chart at 100 %, in pixels. */
  private static final double USUAL = 12;

  /** Between an axis and its numbers. */
  private static final double AIR = 2;

  public ChartLook {
    inks = new EnumMap<>(inks);
  }

  public Color ink(Ink ink) {
    return inks.getOrDefault(ink, Color.GRAY);
  }

  /** The ink mixed with the background, as if so opaque. */
  public Color pale(Ink ink, double opacity) {
    return mix(ink(Ink.BACKGROUND), ink(ink), opacity);
  }

  /** A colour between two: the first for a share of 0, the second for 1. */
  public static Color mix(Color from, Color to, double share) {
    return new Color(
        mix(from.getRed(), to.getRed(), share),
        mix(from.getGreen(), to.getGreen(), share),
        mix(from.getBlue(), to.getBlue(), share));
  }

  /** No frame, no ticks, faint lines across; the horizontal axis alone has a line. */
  @Override
  public void apply(JFreeChart chart) {
    chart.setBackgroundPaint(null);
    chart.setPadding(RectangleInsets.ZERO_INSETS);
    var plot = chart.getXYPlot();
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlineStroke(new BasicStroke(1));
    plot.setRangeGridlinePaint(ink(Ink.GRID));
    dress(plot.getDomainAxis());
    dress(plot.getRangeAxis());
    plot.getRangeAxis().setAxisLineVisible(false);
  }

  /** How much larger than usual the text is, and with it strokes and points; at least 1. */
  public double times() {
    return Math.max(1, font.getSize2D() / USUAL);
  }

  private void dress(ValueAxis axis) {
    axis.setTickLabelFont(font);
    axis.setTickLabelPaint(ink(Ink.MUTED));
    axis.setTickMarksVisible(false);
    var air = AIR * times();
    axis.setTickLabelInsets(new RectangleInsets(air, 2 * air, air, 2 * air));
    axis.setAxisLinePaint(ink(Ink.MUTED));
  }

  private static int mix(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }

  static Color awt(javafx.scene.paint.Color color) {
    return new Color(
        (float) color.getRed(),
        (float) color.getGreen(),
        (float) color.getBlue(),
        (float) color.getOpacity());
  }
}
