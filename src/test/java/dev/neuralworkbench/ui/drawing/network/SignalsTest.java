package dev.neuralworkbench.ui.drawing.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.MachineSpeed;
import dev.neuralworkbench.testing.PulseCost;
import dev.neuralworkbench.testing.UserRobot;
import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.chart.ThemedCanvas.TextSizes;
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
    var look = new DrawingLook(Map.of(Ink.FOCUS, Color.BLACK), Font.getDefault(), new TextSizes());
    var made = new Signals(() -> look, () -> lessMotion);
    made.setWidth(600);
    made.setHeight(600);
    return made;
  }

  /** By the processor; the best of some: other tests run beside this one. */
  @Test
  void aSignalCanBeDrawnAtThirtyPicturesASecondAndEnds() {
    var signals = FxThread.call(() -> signals(false));
    var millis = Double.POSITIVE_INFINITY;
    for (var i = 0; i < 4; i++) {
      try (var cost = FxThread.call(() -> new PulseCost(() -> signals.on))) {
        FxThread.run(() -> signals.send(WAYS, true));
        new UserRobot().waitUntil("the end", () -> !signals.on);
        assertTrue(signals.pictures > 0);
        millis = Math.min(millis, cost.mostMillis());
      }
    }
    var most = MachineSpeed.measure().processor() * 1000 / 30;
    assertTrue(millis <= most, millis + " ms of " + most);
  }

  @Test
  void nothingMovesWhereLessMotionIsAskedFor() {
    var signals = FxThread.call(() -> signals(true));
    FxThread.run(() -> signals.send(WAYS, false));
    new UserRobot().frames(5);
    assertEquals(0, signals.pictures);
  }
}
