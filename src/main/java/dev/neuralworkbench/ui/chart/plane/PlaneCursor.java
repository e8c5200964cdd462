package dev.neuralworkbench.ui.chart.plane;

import dev.neuralworkbench.ui.chart.DragHandle;
import dev.neuralworkbench.ui.chart.ThemedChart.Overlay;
import dev.neuralworkbench.ui.common.Messages;
import java.util.function.BiConsumer;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/** A point of the plane to be dragged under a cross-hair; what is outside shows at the edge. */
public final class PlaneCursor extends Overlay {

  /** Steps of the arrow keys, as parts of the plane. */
  private static final double STEP = 0.01;

  private final PlaneChart chart;
  private final Line across = line("chart-cursor");
  private final Line down = line("chart-cursor");
  private final DragHandle knob;
  private final BiConsumer<Double, Double> wanted;
  private double x = Double.NaN;
  private double y = Double.NaN;

  PlaneCursor(PlaneChart chart, BiConsumer<Double, Double> wanted) {
    this.chart = chart;
    this.wanted = wanted;
    knob = new DragHandle(chart, at -> seek(at.getX(), at.getY()), "plane-knob");
    knob.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    getChildren().setAll(across, down, knob);
    place();
  }

  public Region knob() {
    return knob;
  }

  public void tell(Messages messages, String key) {
    knob.tell(
        () -> {
          var plane = chart.shown();
          return plane == null
              ? messages.now(key)
              : new PlaneSentence(messages.words()).of(messages.now(key), plane, x, y);
        });
  }

  public void show(double x, double y) {
    this.x = x;
    this.y = y;
    place();
    knob.moved();
  }

  @Override
  protected void place() {
    var area = chart.area();
    var there = Double.isFinite(x) && Double.isFinite(y) && area.getWidth() > 0;
    getChildren().forEach(it -> it.setVisible(there));
    if (!there) {
      return;
    }
    var pixel = chart.pixel(x, y);
    var atX = Math.rint(Math.clamp(pixel.getX(), area.getMinX(), area.getMaxX())) + 0.5;
    var atY = Math.rint(Math.clamp(pixel.getY(), area.getMinY(), area.getMaxY())) + 0.5;
    draw(across, area.getMinX(), atY, area.getMaxX(), atY);
    draw(down, atX, area.getMinY(), atX, area.getMaxY());
    knob.center(atX, atY);
  }

  void seek(double pixelX, double pixelY) {
    var area = chart.area();
    var point =
        chart.point(
            Math.clamp(pixelX, area.getMinX(), area.getMaxX()),
            Math.clamp(pixelY, area.getMinY(), area.getMaxY()));
    wanted.accept(point.getX(), point.getY());
  }

  private void press(KeyEvent event) {
    var area = chart.area();
    var pixel = chart.pixel(x, y);
    var right = Math.max(1, STEP * area.getWidth());
    var low = Math.max(1, STEP * area.getHeight());
    switch (event.getCode()) {
      case LEFT -> seek(pixel.getX() - right, pixel.getY());
      case RIGHT -> seek(pixel.getX() + right, pixel.getY());
      case UP -> seek(pixel.getX(), pixel.getY() - low);
      case DOWN -> seek(pixel.getX(), pixel.getY() + low);
      default -> {
        return;
      }
    }
    event.consume();
  }
}
