package dev.neuralworkbench.ui.chart;

import dev.neuralworkbench.ui.common.Styled;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;

/** Controls over a chart that follow its axes, so that moving them draws no chart. */
public abstract class Overlay extends Pane {

  protected Overlay() {
    Styled.as(this, "chart-overlay");
    setPickOnBounds(false);
  }

  /** The chart is drawn anew, its axes may be others. */
  protected abstract void place();

  protected static Line line(String style) {
    var line = Styled.as(new Line(), style);
    line.setMouseTransparent(true);
    return line;
  }

  protected static void draw(Line line, double fromX, double fromY, double toX, double toY) {
    line.setStartX(fromX);
    line.setStartY(fromY);
    line.setEndX(toX);
    line.setEndY(toY);
  }
}
