package dev.neuralworkbench.ui.chart.curve;

import dev.neuralworkbench.ui.chart.DragHandle;
import dev.neuralworkbench.ui.chart.ThemedChart.Overlay;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Styling;
import java.util.function.DoubleConsumer;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/** The place on the horizontal axis that is looked at, to drag, and a flag worth going to. */
public final class CurveCursor extends Overlay {

  private static final int LEAP = 10;

  private final CurveChart chart;
  private final Line line = line("chart-cursor");
  private final DragHandle knob;
  private final Button flag = Styling.as(new Button(null, new IconView(Icon.STAR)), "chart-flag");
  private double x = Double.NaN;
  private double flagged = Double.NaN;
  private @Nullable DoubleConsumer seek;

  CurveCursor(CurveChart chart) {
    this.chart = chart;
    knob = new DragHandle(chart, at -> seek(chart.clampedX(at.getX())));
    knob.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    knob.tell(() -> x, () -> 0, () -> chart.isEmpty() ? 0 : chart.wholeX().greatest());
    flag.setFocusTraversable(false);
    flag.setOnAction(_ -> seek(flagged));
    getChildren().setAll(line, flag, knob);
    getChildren().forEach(it -> it.setVisible(false));
  }

  public Region knob() {
    return knob;
  }

  public Button flag() {
    return flag;
  }

  public void onSeek(DoubleConsumer asked) {
    seek = asked;
    place();
  }

  /** Moves the line and the flag; NaN for none. */
  public void show(double at, double best) {
    if (Double.compare(x, at) != 0 || Double.compare(flagged, best) != 0) {
      x = at;
      flagged = best;
      place();
      knob.moved();
    }
  }

  boolean isSought() {
    return seek != null && !Double.isNaN(x);
  }

  void seek(double wanted) {
    if (seek != null && !Double.isNaN(wanted)) {
      seek.accept(wanted);
    }
  }

  @Override
  protected void place() {
    // What was before the first point of the curves stands at its place.
    var seen = chart.isEmpty() ? x : Math.max(x, chart.wholeX().least());
    var shown = isThere(seen);
    line.setVisible(shown);
    knob.setVisible(shown && seek != null);
    flag.setVisible(seek != null && isThere(flagged));
    var area = chart.area();
    if (shown) {
      var at = Math.rint(chart.pixel(seen, 1).getX()) + 0.5;
      draw(line, at, area.getMinY(), at, area.getMaxY());
      knob.center(at, area.getMaxY());
    }
    if (flag.isVisible()) {
      DragHandle.center(flag, chart.pixel(flagged, 1).getX(), area.getMinY());
    }
  }

  private boolean isThere(double wanted) {
    return !chart.isEmpty() && chart.area().getWidth() > 0 && chart.visibleX().contains(wanted);
  }

  private void press(KeyEvent event) {
    var leap = event.isShiftDown() ? LEAP : 1;
    switch (event.getCode()) {
      case LEFT -> seek(x - leap);
      case RIGHT -> seek(x + leap);
      case HOME -> seek(0);
      case END -> seek(chart.wholeX().greatest());
      default -> {
        return;
      }
    }
    event.consume();
  }
}
