package dev.neuralworkbench.walk;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Walks on the state. A few seconds of them each time; {@code -Dwalk.seconds}, {@code -Dwalk.seed}
 * and {@code -Dwalk.actions} ask for others.
 */
class StateWalkTest {

  private static final long SECONDS = Long.getLong("walk.seconds", 12);
  private static final long SEED = Long.getLong("walk.seed", 1);
  private static final int ACTIONS = Integer.getInteger("walk.actions", 60);

  @TempDir Path folder;

  @Test
  void whateverIsDoneWhatMustHoldHolds() {
    var walk = new Walk(() -> new StatePlayer(Files.createTempDirectory(folder, "walk")), 200);
    var end = System.nanoTime() + SECONDS * 1_000_000_000;
    for (var seed = SEED; System.nanoTime() < end; seed++) {
      walk.play(seed, ACTIONS);
    }
  }
}
