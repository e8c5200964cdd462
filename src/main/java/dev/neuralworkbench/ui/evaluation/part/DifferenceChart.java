package dev.neuralworkbench.ui.evaluation.part;

import dev.neuralworkbench.study.compare.ComparisonResult;
import dev.neuralworkbench.study.compare.MeanDifference;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.chart.ThemedCanvas;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/**
 * One comparison in a picture: a bar of the three probabilities, the other model's at the left, and
 * below it the difference on each fold as a point, with the mean, its interval, and the region of
 * practical equivalence as a band.
 */
final class DifferenceChart extends ThemedCanvas {

  private static final double HEIGHT = 126;
  private static final double BAR = 22;
  private static final double RADIUS = 3;

  /** Part of the height that points are stacked in, and where their foot is. */
  private static final double STACK = 40;

  private static final double FOOT = 96;
  private static final double EDGE = 12;

  private final String left;
  private final String right;
  private final List<Double> differences;
  private final MeanDifference found;

  /**
   * A picture of some differences.
   *
   * @param left the other model's name
   * @param right the first model's name
   * @param said what it comes to, for who hears the window
   */
  DifferenceChart(
      String left, String right, List<Double> differences, MeanDifference found, String said) {
    this.left = left;
    this.right = right;
    this.differences = differences.stream().filter(Double::isFinite).toList();
    this.found = found;
    getStyleClass().add("chart");
    setAccessibleText(said);
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
  }

  @Override
  protected boolean isEmpty() {
    return false;
  }

  @Override
  protected void draw(GraphicsContext context, double width, double height) {
    context.setFont(font());
    context.setTextBaseline(VPos.CENTER);
    bar(context, width);
    points(context, width);
  }

  private void bar(GraphicsContext context, double width) {
    var shares = found.shares(ComparisonResult.ROPE);
    var inks = inks();
    var from = 0.0;
    var parts = List.of(shares.worse(), shares.same(), shares.better());
    var colors = List.of(Ink.CLASS_2, Ink.NEUTRAL, Ink.CLASS_1);
    for (var i = 0; i < parts.size(); i++) {
      var to = i == 2 ? width : from + Math.rint(parts.get(i) * width);
      context.setFill(inks.get(colors.get(i)));
      context.fillRect(from, 0, to - from, BAR);
      from = to;
    }
    text(context, left, 0, BAR + 12, TextAlignment.LEFT, Ink.CLASS_2, width / 2 - 4);
    text(context, right, width, BAR + 12, TextAlignment.RIGHT, Ink.CLASS_1, width / 2 - 4);
  }

  private void points(GraphicsContext context, double width) {
    var inks = inks();
    var half = found.half(ComparisonResult.LEVEL);
    var reach = Math.max(2 * ComparisonResult.ROPE, Math.abs(found.mean()));
    for (var difference : differences) {
      reach = Math.max(reach, Math.abs(difference));
    }
    var middle = width / 2;
    var scale = (middle - EDGE) / reach;
    context.setFill(inks.get(Ink.GRID));
    var band = ComparisonResult.ROPE * scale;
    context.fillRect(middle - band, FOOT - STACK, 2 * band, STACK);
    context.setStroke(inks.get(Ink.MUTED));
    context.setLineWidth(1);
    line(context, 0, width, FOOT);
    context.strokeLine(Math.rint(middle) + 0.5, FOOT - STACK, Math.rint(middle) + 0.5, FOOT);
    Map<Long, Integer> stacks = new HashMap<>();
    for (var difference : differences) {
      var x = middle + difference * scale;
      var place = stacks.merge(Math.round(x / (2 * RADIUS)), 1, Integer::sum) - 1;
      var up = Math.min(place * 2 * RADIUS, STACK - 2 * RADIUS);
      context.setFill(inks.get(ink(difference)));
      context.fillOval(x - RADIUS, FOOT - 1 - 2 * RADIUS - up, 2 * RADIUS, 2 * RADIUS);
    }
    context.setStroke(inks.get(Ink.TEXT));
    context.setLineWidth(2);
    var low = Math.max(0, middle + (found.mean() - half) * scale);
    line(context, low, Math.min(width, middle + (found.mean() + half) * scale), FOOT + 6);
    var mean = middle + found.mean() * scale;
    context.strokeLine(mean, FOOT + 2, mean, FOOT + 10);
    var below = FOOT + 22;
    text(context, number(-reach), 0, below, TextAlignment.LEFT, Ink.MUTED, width);
    text(context, "0", middle, below, TextAlignment.CENTER, Ink.MUTED, width);
    text(context, number(reach), width, below, TextAlignment.RIGHT, Ink.MUTED, width);
  }

  private static Ink ink(double difference) {
    if (Math.abs(difference) <= ComparisonResult.ROPE) {
      return Ink.MUTED;
    }
    return difference > 0 ? Ink.CLASS_1 : Ink.CLASS_2;
  }

  private static void line(GraphicsContext context, double from, double to, double y) {
    context.strokeLine(from, Math.rint(y) + 0.5, to, Math.rint(y) + 0.5);
  }

  private void text(
      GraphicsContext context,
      String text,
      double x,
      double y,
      TextAlignment alignment,
      Ink ink,
      double most) {
    context.setTextAlign(alignment);
    context.setFill(ink(ink).get());
    context.fillText(text, x, y, most);
  }

  private static String number(double value) {
    return Numbers.typeset(Numbers.rounded(value, 2));
  }
}
