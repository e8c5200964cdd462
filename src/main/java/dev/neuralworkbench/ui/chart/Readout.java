package dev.neuralworkbench.ui.chart;

import dev.neuralworkbench.ui.common.Styling;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

public final class Readout extends Label {

  public Readout(String... styles) {
    Styling.as(Styling.as(this, "chart-readout"), styles);
    setVisible(false);
    setManaged(false);
    setMouseTransparent(true);
  }

  public void say(String words) {
    setText(words);
    setVisible(true);
    applyCss();
    autosize();
  }

  /** Stands right and below of a place, or on its other sides where there is no room. */
  public void beside(double left, double top, double right, double bottom) {
    var chart = (Region) getParent();
    relocate(
        besides(left, right, getWidth(), chart.getWidth()),
        besides(top, bottom, getHeight(), chart.getHeight()));
  }

  /** Where something of a length begins: after a place, or before it where that has no room. */
  public static double besides(double before, double after, double length, double room) {
    return Math.rint(Math.max(0, after + length > room ? before - length : after));
  }
}
