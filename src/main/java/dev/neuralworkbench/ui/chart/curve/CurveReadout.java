package dev.neuralworkbench.ui.chart.curve;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.chart.Readout;
import dev.neuralworkbench.ui.chart.ThemedChart.Overlay;
import dev.neuralworkbench.ui.common.Styling;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

final class CurveReadout extends Overlay {

  private static final int DIGITS = 6;
  private static final double AWAY = 12;

  private final CurveChart chart;
  private final Line hair = line("chart-hair");
  private final Label title = Styling.as(new Label(), "chart-readout-title");
  private final GridPane rows = Styling.as(new GridPane(), "chart-readout-rows");
  private final VBox card = Styling.as(new VBox(title, rows), "chart-readout");
  private double x = Double.NaN;

  CurveReadout(CurveChart chart) {
    this.chart = chart;
    setMouseTransparent(true);
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

  void show(double wanted) {
    var lead = lead();
    if (lead == null || lead.nearest(wanted) < 0) {
      hide();
      return;
    }
    x = lead.series.curve().x(lead.nearest(wanted));
    setVisible(true);
    fill();
  }

  @Override
  protected void place() {
    if (showing()) {
      fill();
    }
  }

  void step(int points) {
    var lead = lead();
    if (lead == null || lead.length() == 0) {
      return;
    }
    var visible = chart.visibleX();
    var from = showing() ? lead.nearest(x) + points : lead.nearest(visible.greatest());
    var index = Math.clamp(from, lead.nearest(visible.least()), lead.nearest(visible.greatest()));
    show(lead.series.curve().x(index));
  }

  private @Nullable TrackedCurve lead() {
    return chart.curves.stream()
        .filter(curve -> curve.length() > 0)
        .reduce((first, second) -> second.series.ghost() && !first.series.ghost() ? first : second)
        .orElse(null);
  }

  private void fill() {
    var area = chart.area();
    var at = Math.rint(chart.pixel(x, 1).getX()) + 0.5;
    draw(hair, at, area.getMinY(), at, area.getMaxY());
    title.setText(chart.xName().get() + " " + Numbers.typeset(Numbers.exact(x)));
    getChildren().setAll(hair);
    rows.getChildren().clear();
    var told = new ArrayList<>(List.of(title.getText()));
    for (var curve : chart.curves) {
      var index = curve.nearest(x);
      if (index >= 0 && curve.series.curve().x(index) == x) {
        var y = curve.series.curve().y(index);
        addRow(curve, y);
        told.add(curve.series.name() + " " + number(y));
      }
    }
    chart.setAccessibleHelp(String.join(", ", told));
    getChildren().add(card);
    card.applyCss();
    card.autosize();
    card.relocate(
        Readout.besides(at - AWAY, at + AWAY, card.getWidth(), chart.getWidth()),
        Math.rint(area.getMinY() + 4));
  }

  private void addRow(TrackedCurve curve, double y) {
    if (!Double.isNaN(y)) {
      var pixel = chart.pixel(x, y);
      if (chart.inside(pixel.getX(), pixel.getY()) && !curve.series.ghost()) {
        var color = chart.color(curve.series);
        var dot = new Circle(pixel.getX(), pixel.getY(), 3.5, color);
        getChildren().add(Styling.as(dot, "chart-dot"));
      }
    }
    var swatch = Styling.as(new Line(0, 0, 18, 0), "chart-swatch");
    swatch.setStroke(chart.color(curve.series));
    for (var length : curve.series.role().dash()) {
      swatch.getStrokeDashArray().add((double) length);
    }
    var value = Styling.as(new Label(number(y)), "chart-readout-value");
    GridPane.setHalignment(value, javafx.geometry.HPos.RIGHT);
    rows.addRow(rows.getRowCount(), swatch, new Label(curve.series.name()), value);
  }

  private static String number(double y) {
    return Double.isNaN(y) ? "\u2013" : Numbers.typeset(Numbers.rounded(y, DIGITS));
  }
}
