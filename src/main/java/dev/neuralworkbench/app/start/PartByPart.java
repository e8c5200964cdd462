package dev.neuralworkbench.app.start;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.animation.AnimationTimer;

/**
 * Brings the parts of a window one after another, each with a picture of its own after the first:
 * the window is there at once, and what is clicked meanwhile is heard between two parts.
 */
public final class PartByPart extends AnimationTimer {

  private final Deque<Runnable> parts;
  private boolean drawn;

  /** To be started when the window is shown; the last is called when the one before shows. */
  public PartByPart(List<Runnable> parts) {
    this.parts = new ArrayDeque<>(parts);
  }

  @Override
  public void handle(long now) {
    if (parts.isEmpty()) {
      stop();
    } else if (drawn) {
      parts.remove().run();
    }
    drawn = true;
  }
}
