package dev.neuralworkbench.walk;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Walks in the window. Some of them each time; {@code -Dwalk.seconds}, {@code -Dwalk.seed} and
 * {@code -Dwalk.actions} ask for others.
 */
@Tag("display")
class WindowWalkTest {

  private static final long SECONDS = Long.getLong("walk.seconds", 40);
  private static final long SEED = Long.getLong("walk.seed", 1);
  private static final int ACTIONS = Integer.getInteger("walk.actions", 40);

  /** Walks in a window take a while each. */
  private static final int TRIES = Integer.getInteger("walk.tries", 30);

  @TempDir Path folder;

  @Test
  void whateverIsDoneInTheWindowWhatMustHoldHolds() {
    var walk = new Walk(() -> new WindowPlayer(Files.createTempDirectory(folder, "walk")), TRIES);
    var end = System.nanoTime() + SECONDS * 1_000_000_000;
    for (var seed = SEED; System.nanoTime() < end; seed++) {
      walk.play(seed, ACTIONS);
    }
  }
}
