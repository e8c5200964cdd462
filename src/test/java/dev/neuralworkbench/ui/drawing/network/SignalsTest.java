package dev.neuralworkbench.ui.drawing.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.UserRobot;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;

class SignalsTest {

  /** As many as a drawing sends at most. */
  private static final List<WeightCurves.Edge> WAYS =
      IntStream.range(0, 256)
          .mapToObj(
              i -> new WeightCurves.Edge(new NetworkPart.Weight(0, i, 0), 1, 40, 2.0 * i, 500, 300))
          .toList();

  private static Signals signals(boolean lessMotion) {
    var look = new DrawingLook(Map.of(DrawingInk.FOCUS, Color.BLACK), Font.getDefault());
    var made = new Signals(() -> look, () -> lessMotion);
    made.setWidth(600);
    made.setHeight(600);
    return made;
  }

  /**
   * 30 pictures a second are six in a fifth of it; none is waited for longer than 50 ms. The best
   * of some: other tests run beside this one.
   */
  @Test
  void aSignalIsDrawnAtThirtyPicturesASecondAndEnds() {
    var signals = FxThread.call(() -> signals(false));
    var most = 0;
    var wait = Long.MAX_VALUE;
    for (var i = 0; i < 4; i++) {
      FxThread.run(() -> signals.send(WAYS, true));
      new UserRobot().waitUntil("the end", () -> !signals.isOn());
      most = Math.max(most, signals.pictures());
      wait = Math.min(wait, signals.longestWait());
    }
    assertTrue(most >= 6, most + " pictures");
    assertTrue(wait <= 50_000_000, wait + " ns");
  }

  @Test
  void nothingMovesWhereLessMotionIsAskedFor() {
    var signals = FxThread.call(() -> signals(true));
    FxThread.run(() -> signals.send(WAYS, false));
    new UserRobot().frames(5);
    assertEquals(0, signals.pictures());
  }
}
