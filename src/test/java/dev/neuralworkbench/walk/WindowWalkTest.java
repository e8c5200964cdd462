package dev.neuralworkbench.walk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks in the window. Some of them each time; {@link Walks} tells how to ask for more. */
@Tag("display")
class WindowWalkTest {

  /** Walks in a window take a while each. */
  private static final int TRIES = Integer.getInteger("walk.tries", 30);

  @TempDir Path folder;

  @Test
  void whateverIsDoneInTheWindowWhatMustHoldHolds() throws IOException {
    var walk =
        new Walk(
            it -> new WindowPlayer(Files.createTempDirectory(folder, "walk"), isRestored(it)),
            TRIES);
    new Walks(walk, 20, 40).play();
  }

  private static boolean isRestored(List<Action> actions) {
    return actions.stream().anyMatch(it -> it.kind() == Action.Kind.RESTORE);
  }
}
