package dev.neuralworkbench.ui.chart.curve;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.chart.Readout;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.ThemedChart.Overlay;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Styling;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** Pointer and keys: reading values, zooming and back, or moving a cursor, where shift zooms. */
final class ChartGestures {

  /** A drag flatter than this zooms the horizontal axis alone. */
  private static final double FLAT = 14;

  private static final double NARROWEST = 6;
  private static final int LEAP = 10;
  private static final double WHEEL = 0.8;

  private final CurveChart chart;
  final CurveReadout readout = new CurveReadout();
  private final Rectangle selection = Styling.as(new Rectangle(), "chart-selection");
  private double startX = Double.NaN;
  private double startY = Double.NaN;

  ChartGestures(CurveChart chart) {
    this.chart = chart;
    selection.setManaged(false);
    selection.setMouseTransparent(true);
    selection.setVisible(false);
  }

  /** Follows what the user does; the part that is being chosen, to be laid over the chart. */
  Node install() {
    chart.setOnMouseMoved(this::read);
    chart.setOnMouseExited(_ -> readout.hide());
    chart.setOnMousePressed(this::press);
    chart.setOnMouseDragged(this::drag);
    chart.setOnMouseReleased(this::release);
    chart.setOnScroll(this::scroll);
    chart.setOnKeyPressed(this::key);
    OnAnyChange.whenLeft(chart, readout::hide);
    return selection;
  }

  private void read(MouseEvent event) {
    if (chart.inside(event.getX(), event.getY())) {
      readout.show(chart.point(event.getX(), event.getY()).getX());
    } else {
      readout.hide();
    }
  }

  private void press(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    chart.requestFocus();
    if (event.getClickCount() == 2) {
      chart.resetZoom();
    } else if (chart.inside(event.getX(), event.getY())) {
      startX = event.getX();
      startY = event.getY();
    }
  }

  private void drag(MouseEvent event) {
    if (Double.isNaN(startX)) {
      return;
    }
    readout.hide();
    if (chart.cursor.isSought() && !event.isShiftDown() && !selection.isVisible()) {
      chart.cursor.seek(chart.clampedX(event.getX()));
      return;
    }
    var area = chart.area();
    var x = Math.clamp(event.getX(), area.getMinX(), area.getMaxX());
    var y = Math.clamp(event.getY(), area.getMinY(), area.getMaxY());
    var flat = Math.abs(y - startY) < FLAT;
    selection.setX(Math.min(x, startX));
    selection.setWidth(Math.abs(x - startX));
    selection.setY(flat ? area.getMinY() : Math.min(y, startY));
    selection.setHeight(flat ? area.getHeight() : Math.abs(y - startY));
    selection.setVisible(true);
  }

  private void release(MouseEvent event) {
    if (selection.isVisible() && selection.getWidth() >= NARROWEST) {
      var flat = selection.getHeight() >= chart.area().getHeight();
      var high = chart.point(selection.getX(), selection.getY());
      var low =
          chart.point(
              selection.getX() + selection.getWidth(), selection.getY() + selection.getHeight());
      chart.zoom(
          new Span(high.getX(), low.getX()), flat ? null : new Span(low.getY(), high.getY()));
    }
    selection.setVisible(false);
    startX = Double.NaN;
    startY = Double.NaN;
  }

  private void scroll(ScrollEvent event) {
    if (event.isControlDown() && chart.inside(event.getX(), event.getY())) {
      var factor = event.getDeltaY() > 0 ? WHEEL : 1 / WHEEL;
      scale(chart.point(event.getX(), event.getY()).getX(), factor);
      event.consume();
    }
  }

  private void key(KeyEvent event) {
    var leap = event.isShiftDown() ? LEAP : 1;
    switch (event.getCode()) {
      case LEFT -> readout.step(-leap);
      case RIGHT -> readout.step(leap);
      case HOME -> readout.step(-Integer.MAX_VALUE / 2);
      case END -> readout.step(Integer.MAX_VALUE / 2);
      case PLUS, EQUALS, ADD -> scale(middle(), 0.5);
      case MINUS, SUBTRACT -> scale(middle(), 2);
      case ESCAPE -> {
        if (!chart.zoomed.get()) {
          return;
        }
        chart.resetZoom();
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private double middle() {
    var visible = chart.visibleX();
    return readout.isVisible() ? readout.x() : (visible.least() + visible.greatest()) / 2;
  }

  private void scale(double about, double factor) {
    var visible = chart.visibleX();
    var whole = chart.wholeX();
    var least = Math.max(about - (about - visible.least()) * factor, whole.least());
    var greatest = Math.min(about + (visible.greatest() - about) * factor, whole.greatest());
    if (greatest - least >= whole.length()) {
      chart.resetZoom();
    } else if (greatest > least) {
      chart.zoom(new Span(least, greatest), null);
    }
  }

  final class CurveReadout extends Overlay {

    private static final int DIGITS = 6;

    /** In a chart narrower than this, in em, values have no names: they would cover half of it. */
    private static final double NAMED = 33;

    private static final double AWAY = 12;

    private final Line hair = line("chart-hair");
    private final Label title = Styling.as(new Label(), "chart-readout-title");
    private final GridPane rows = Styling.as(new GridPane(), "chart-readout-rows");
    private final VBox card = Styling.as(new VBox(title, rows), "chart-readout");
    private double x = Double.NaN;
    @Nullable CurveReadout beside;

    private CurveReadout() {
      setMouseTransparent(true);
      setVisible(false);
    }

    /** The x shown; NaN while hidden. */
    double x() {
      return x;
    }

    void hide() {
      hideAlone();
      if (beside != null) {
        beside.hideAlone();
      }
    }

    private void hideAlone() {
      x = Double.NaN;
      setVisible(false);
    }

    void show(double wanted) {
      showAlone(wanted);
      if (beside != null) {
        beside.showAlone(wanted);
      }
    }

    private void showAlone(double wanted) {
      var lead = lead();
      if (lead == null || lead.nearest(wanted) < 0) {
        hideAlone();
        return;
      }
      x = lead.series.curve().x(lead.nearest(wanted));
      setVisible(true);
      fill();
    }

    @Override
    protected void place() {
      if (isVisible()) {
        fill();
      }
    }

    void step(int points) {
      var lead = lead();
      if (lead == null || lead.length() == 0) {
        return;
      }
      var visible = chart.visibleX();
      var from = isVisible() ? lead.nearest(x) + points : lead.nearest(visible.greatest());
      var index = Math.clamp(from, lead.nearest(visible.least()), lead.nearest(visible.greatest()));
      show(lead.series.curve().x(index));
    }

    private @Nullable TrackedCurve lead() {
      return chart.curves.stream()
          .filter(curve -> curve.length() > 0)
          .reduce(
              (first, second) -> second.series.ghost() && !first.series.ghost() ? first : second)
          .orElse(null);
    }

    private void fill() {
      var area = chart.area();
      var at = Math.rint(chart.pixel(x, 1).getX()) + 0.5;
      draw(hair, at, area.getMinY(), at, area.getMaxY());
      title.setText(chart.xName.get() + " " + Numbers.typeset(Numbers.exact(x)));
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
      var name =
          new Label(
              chart.getWidth() < NAMED * title.getFont().getSize() ? "" : curve.series.name());
      rows.addRow(rows.getRowCount(), swatch, name, value);
    }

    private static String number(double y) {
      return Double.isNaN(y) ? "\u2013" : Numbers.typeset(Numbers.rounded(y, DIGITS));
    }
  }
}
