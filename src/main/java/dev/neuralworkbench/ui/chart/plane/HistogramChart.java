package dev.neuralworkbench.ui.chart.plane;

import dev.neuralworkbench.ui.chart.ChartLook;
import dev.neuralworkbench.ui.chart.ThemedChart;
import java.awt.Graphics2D;
import java.util.function.IntFunction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/**
 * How often numbers occur, in bars. The pointer or the arrow keys show the exact counts of an
 * interval.
 */
public final class HistogramChart extends ThemedChart {

  private static final double AWAY = 10;

  private final HistogramPicture picture = new HistogramPicture();
  private final Label readout = new Label();
  private final Pane overlay = new Pane(readout);
  private IntFunction<String> words = String::valueOf;
  private @Nullable Bars bars;
  private int lit = -1;

  /** An empty chart. */
  public HistogramChart() {
    getStyleClass().add("histogram");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setFocusTraversable(true);
    readout.getStyleClass().add("chart-readout");
    readout.setVisible(false);
    overlay.setMouseTransparent(true);
    getChildren().add(overlay);
    setOnMouseMoved(event -> light(picture.interval(event.getX())));
    setOnMouseExited(_ -> light(-1));
    setOnMousePressed(_ -> requestFocus());
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
  }

  /**
   * Shows bars; null for nothing.
   *
   * @param words what an interval holds, in words
   */
  public void show(@Nullable Bars shown, IntFunction<String> words) {
    bars = shown;
    this.words = words;
    light(-1);
    redraw();
  }

  @Override
  protected boolean isEmpty() {
    return bars == null || bars.histogram().intervals() == 0;
  }

  @Override
  protected Painter painter() {
    var frozen = bars;
    return (graphics, width, height, look) -> {
      if (frozen != null) {
        new HistogramPicture().draw(graphics, width, height, frozen, -1, look);
      }
    };
  }

  @Override
  protected void paint(Graphics2D graphics, double width, double height, ChartLook look) {
    if (bars != null) {
      picture.draw(graphics, width, height, bars, lit, look);
    }
  }

  @Override
  protected void layoutChildren() {
    overlay.resizeRelocate(0, 0, getWidth(), getHeight());
    super.layoutChildren();
  }

  private void press(KeyEvent key) {
    if (isEmpty() || bars == null) {
      return;
    }
    var last = bars.histogram().intervals() - 1;
    switch (key.getCode()) {
      case LEFT -> light(lit < 0 ? last : Math.max(0, lit - 1));
      case RIGHT -> light(Math.min(last, lit + 1));
      case ESCAPE -> light(-1);
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void light(int interval) {
    var next = isEmpty() ? -1 : interval;
    readout.setVisible(next >= 0);
    if (next == lit) {
      return;
    }
    lit = next;
    redraw();
    if (lit >= 0) {
      readout.setText(words.apply(lit));
      setAccessibleHelp(readout.getText());
      readout.applyCss();
      readout.autosize();
      var right = picture.x(lit + 1) + AWAY;
      var flips = right + readout.getWidth() > getWidth();
      var x = flips ? picture.x(lit) - AWAY - readout.getWidth() : right;
      readout.relocate(Math.rint(Math.max(0, x)), Math.rint(picture.area().getMinY()));
    }
  }
}
