package dev.neuralworkbench.ui.data.statistics;

import dev.neuralworkbench.ui.common.Styling;
import java.util.Arrays;
import javafx.scene.layout.Region;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;

/** Counts as bars side by side within the insets; one shape, as hundreds are seen at a time. */
public class SmallBars extends Region {

  /** Wider bars, such as those of two categories, would be blocks. */
  private static final double BROADEST = 14;

  private final Path bars = Styling.as(new Path(), "small-bars");
  private int[] counts = {};

  public SmallBars() {
    setMouseTransparent(true);
    bars.setManaged(false);
    getChildren().setAll(bars);
  }

  public final void show(int[] next) {
    counts = next;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    bars.getElements().clear();
    var most = Arrays.stream(counts).max().orElse(0);
    var base = getHeight() - snappedBottomInset();
    var high = base - snappedTopInset();
    var left = snappedLeftInset();
    var room = (getWidth() - left - snappedRightInset()) / Math.max(counts.length, 1);
    var step = Math.clamp(room, 0, BROADEST);
    for (var i = 0; i < counts.length && most > 0; i++) {
      var from = Math.rint(left + i * step);
      // What occurs at all is seen.
      var top = base - (counts[i] == 0 ? 0 : Math.max(1, high * counts[i] / most));
      bars.getElements()
          .addAll(
              new MoveTo(from, base),
              new VLineTo(top),
              new HLineTo(Math.max(from + 1, Math.rint(left + (i + 1) * step) - 1)),
              new VLineTo(base));
    }
  }
}
