package dev.neuralworkbench.walk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks on the state. A few seconds of them each time; {@link Walks} tells how to ask for more. */
@Tag("thorough")
class StateWalkTest {

  @TempDir Path folder;

  @Test
  void whateverIsDoneWhatMustHoldHolds() throws IOException {
    var walk = new Walk(_ -> new StatePlayer(Files.createTempDirectory(folder, "walk")), 200);
    new Walks(walk, 6, 60).play();
  }
}
