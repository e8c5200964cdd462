package dev.neuralworkbench.ui.chart.curve;

import dev.neuralworkbench.text.Numbers;
import java.util.ArrayList;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/**
 * The exact values at one x: a hair line, a dot on each curve, and a small card. Made of controls
 * over the canvas, so that moving the pointer draws no chart.
 */
final class Readout extends Pane {

  private static final int DIGITS = 6;
  private static final double AWAY = 12;

  private final CurveChart chart;
  private final Line hair = new Line();
  private final Label title = new Label();
  private final GridPane rows = new GridPane();
  private final VBox card = new VBox(title, rows);
  private double x = Double.NaN;

  Readout(CurveChart chart) {
    this.chart = chart;
    setMouseTransparent(true);
    getStyleClass().add("chart-overlay");
    hair.getStyleClass().add("chart-hair");
    title.getStyleClass().add("chart-readout-title");
    rows.getStyleClass().add("chart-readout-rows");
    card.getStyleClass().add("chart-readout");
    setVisible(false);
  }

  boolean showing() {
    return isVisible();
  }

  /** The x shown; NaN while hidden. */
  double x() {
    return x;
  }

  void hide() {
    x = Double.NaN;
    setVisible(false);
  }

  /** Shows the values at the point nearest to an x. */
  void show(double wanted) {
    var lead = lead();
    if (lead == null || lead.nearest(wanted) < 0) {
      hide();
      return;
    }
    x = lead.series().curve().x(lead.nearest(wanted));
    setVisible(true);
    fill();
    chart.setAccessibleHelp(text());
  }

  /** Follows a chart whose axes have moved. */
  void moved() {
    if (showing()) {
      fill();
    }
  }

  /** Steps along the curve by so many points. */
  void step(int points) {
    var lead = lead();
    if (lead == null || lead.length() == 0) {
      return;
    }
    var visible = chart.visibleX();
    var from = showing() ? lead.nearest(x) + points : lead.nearest(visible.greatest());
    var index = Math.clamp(from, lead.nearest(visible.least()), lead.nearest(visible.greatest()));
    show(lead.series().curve().x(index));
  }

  private @Nullable TrackedCurve lead() {
    return chart.curves().stream()
        .filter(curve -> curve.length() > 0)
        .reduce(
            (first, second) -> second.series().ghost() && !first.series().ghost() ? first : second)
        .orElse(null);
  }

  private void fill() {
    var area = chart.area();
    var at = Math.rint(chart.pixel(x, 1).getX()) + 0.5;
    hair.setStartX(at);
    hair.setEndX(at);
    hair.setStartY(area.getMinY());
    hair.setEndY(area.getMaxY());
    title.setText(chart.xName().get() + " " + Numbers.typeset(Numbers.exact(x)));
    getChildren().setAll(hair);
    rows.getChildren().clear();
    for (var curve : chart.curves()) {
      addRow(curve);
    }
    getChildren().add(card);
    card.applyCss();
    card.autosize();
    var right = at + AWAY;
    var flips = right + card.getWidth() > chart.getWidth();
    card.relocate(
        Math.rint(flips ? Math.max(at - AWAY - card.getWidth(), 0) : right),
        Math.rint(area.getMinY() + 4));
  }

  private void addRow(TrackedCurve curve) {
    var index = curve.nearest(x);
    if (index < 0 || curve.series().curve().x(index) != x) {
      return;
    }
    var y = curve.series().curve().y(index);
    if (!Double.isNaN(y)) {
      var pixel = chart.pixel(x, y);
      if (chart.inside(pixel.getX(), pixel.getY()) && !curve.series().ghost()) {
        var dot = new Circle(pixel.getX(), pixel.getY(), 3.5, chart.color(curve.series()));
        dot.getStyleClass().add("chart-dot");
        getChildren().add(dot);
      }
    }
    var swatch = new Line(0, 0, 18, 0);
    swatch.setStroke(chart.color(curve.series()));
    swatch.getStyleClass().add("chart-swatch");
    for (var length : curve.series().role().dash()) {
      swatch.getStrokeDashArray().add((double) length);
    }
    var value = new Label(Double.isNaN(y) ? "\u2013" : Numbers.typeset(Numbers.rounded(y, DIGITS)));
    value.getStyleClass().add("chart-readout-value");
    GridPane.setHalignment(value, javafx.geometry.HPos.RIGHT);
    rows.addRow(rows.getRowCount(), swatch, new Label(curve.series().name()), value);
  }

  private String text() {
    var parts = new ArrayList<String>();
    parts.add(title.getText());
    for (var curve : chart.curves()) {
      var index = curve.nearest(x);
      if (index >= 0 && curve.series().curve().x(index) == x) {
        var y = curve.series().curve().y(index);
        parts.add(curve.series().name() + " " + Numbers.typeset(Numbers.rounded(y, DIGITS)));
      }
    }
    return String.join(", ", parts);
  }
}
