package dev.neuralworkbench.app;

import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Screenshot;
import javafx.geometry.Point2D;
import javafx.scene.robot.Robot;

/** Pictures of a window one after the other, each with its mouse and how long it is to be seen. */
final class Film {

  private final OpenWindow window;
  private final String name;
  private final Robot mouse = FxThread.call(Robot::new);
  private int frames;

  Film(OpenWindow window, String name) {
    this.window = window;
    this.name = name;
  }

  /** Takes a picture: {@code NAME/NUMBER-DELAY.png}, the delay in hundredths of a second. */
  void frame(int delay) {
    frames++;
    Screenshot.write(window.scene(), "%s/%03d-%d".formatted(name, frames, delay), pointer());
  }

  /** Where the mouse is in the scene. */
  private Point2D pointer() {
    return FxThread.call(
        () -> {
          var scene = window.scene();
          return mouse
              .getMousePosition()
              .subtract(window.stage.getX() + scene.getX(), window.stage.getY() + scene.getY());
        });
  }
}
