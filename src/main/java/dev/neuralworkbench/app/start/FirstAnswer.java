package dev.neuralworkbench.app.start;

import java.time.Duration;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;

/**
 * Waits until a window answers: each call comes before a picture is drawn, so at the second one the
 * first picture is there, and whatever was clicked since is heard.
 */
public final class FirstAnswer extends AnimationTimer {

  private final Consumer<Duration> then;
  private int pictures;

  /**
   * To be started when the window is shown.
   *
   * @param then told once the age of the process
   */
  public FirstAnswer(Consumer<Duration> then) {
    this.then = then;
  }

  @Override
  public void handle(long now) {
    pictures++;
    if (pictures == 2) {
      stop();
      then.accept(ProcessAge.now());
    }
  }
}
