package dev.neuralworkbench.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.FxThread;
import javafx.scene.canvas.GraphicsContext;
import org.junit.jupiter.api.Test;

class ThemedCanvasTest {

  private static final class Counting extends ThemedCanvas {
    private boolean empty = true;
    private int drawings;

    @Override
    protected boolean isEmpty() {
      return empty;
    }

    @Override
    protected void draw(GraphicsContext context, double width, double height) {
      drawings++;
    }
  }

  @Test
  void styleSheetReachesEachInkOfEveryCanvasInOneWay() {
    FxThread.run(
        () -> {
          var one = new Counting();
          var other = new Counting();
          for (var ink : Ink.values()) {
            var data = one.ink(ink).getCssMetaData();
            assertSame(data, other.ink(ink).getCssMetaData());
            assertTrue(other.getCssMetaData().contains(data), data.getProperty());
          }
        });
  }

  @Test
  void whatChangesOftenIsDrawnOnceAFrame() {
    FxThread.run(
        () -> {
          var canvas = new Counting();
          canvas.resize(90, 60);
          canvas.layout();
          assertTrue(canvas.blank.get());
          canvas.empty = false;
          canvas.redraw();
          canvas.redraw();
          canvas.layout();
          canvas.requestLayout();
          canvas.layout();
          assertEquals(2, canvas.drawings);
          assertFalse(canvas.blank.get());
        });
  }
}
