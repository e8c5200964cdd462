package dev.neuralworkbench.ui.drawing.network;

import dev.neuralworkbench.ui.chart.Ink;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.canvas.Canvas;

/** Signals along weights, for a moment; on a layer of their own: the network is not drawn anew. */
final class Signals extends Canvas {

  static final long DURATION = 200_000_000;

  /** More are a cloud. */
  private static final int MOST = 256;

  private final Supplier<DrawingLook> look;
  private final BooleanSupplier lessMotion;
  private List<WeightCurves.Edge> ways = List.of();
  private boolean back;
  private long start;
  int pictures;
  boolean on;

  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          picture(now);
        }
      };

  Signals(Supplier<DrawingLook> look, BooleanSupplier lessMotion) {
    this.look = look;
    this.lessMotion = lessMotion;
    setMouseTransparent(true);
  }

  void send(List<WeightCurves.Edge> along, boolean isBack) {
    if (!lessMotion.getAsBoolean() && !along.isEmpty()) {
      ways = along.subList(0, Math.min(MOST, along.size()));
      back = isBack;
      start = 0;
      pictures = 0;
      on = true;
      timer.start();
    }
  }

  private void picture(long now) {
    start = start == 0 ? now : start;
    var share = (now - start) / (double) DURATION;
    var context = getGraphicsContext2D();
    context.clearRect(0, 0, getWidth(), getHeight());
    if (share >= 1) {
      timer.stop();
      on = false;
      return;
    }
    pictures++;
    var em = look.get().em();
    context.setFill(look.get().ink(Ink.FOCUS));
    for (var way : ways) {
      var x = way.fromX() + (back ? 1 - share : share) * (way.toX() - way.fromX());
      context.fillOval(x - 0.3 * em, way.y(x) - 0.3 * em, 0.6 * em, 0.6 * em);
    }
  }
}
