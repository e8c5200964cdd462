package dev.neuralworkbench.app;

import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.workspace.backup.Autosave;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Lets autosave look once a second, whether or not the window is seen. A clock of the toolkit would
 * keep it drawing all the time.
 */
final class AutosaveClock {

  private final Autosave autosave;
  private final BackgroundTasks tasks;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("autosave clock").factory());

  AutosaveClock(Autosave autosave, BackgroundTasks tasks) {
    this.autosave = autosave;
    this.tasks = tasks;
  }

  void start() {
    var _ = clock.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
  }

  private void tick() {
    try {
      tasks.later(() -> autosave.look(System.nanoTime()));
    } catch (Throwable _) {
      // What is thrown here would stop the clock for good; in a second there may be memory again.
    }
  }

  void stop() {
    clock.shutdownNow();
  }
}
