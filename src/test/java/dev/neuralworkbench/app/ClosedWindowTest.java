package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.OpenedWindows;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests and walks open hundreds of windows in one process. */
class ClosedWindowTest {

  @TempDir Path folder;

  @Test
  void windowThatWasClosedIsForgotten() throws Exception {
    var closed = new ArrayList<WeakReference<Workbench>>();
    for (var i = 0; i < 4; i++) {
      var settings = Files.createDirectory(folder.resolve("" + i));
      try (var window = new OpenWindow(settings, OpenWindow.SMALL)) {
        closed.add(new WeakReference<>(window.workbench));
      }
    }
    OpenedWindows.forget();
    // The toolkit itself remembers the window that was used last.
    assertEquals(List.of(), kept(closed.subList(0, 3)));
  }

  private static List<Integer> kept(List<WeakReference<Workbench>> closed)
      throws InterruptedException {
    var kept = List.<Integer>of();
    for (var i = 0; i < 20; i++) {
      System.gc();
      FxThread.run(() -> {});
      kept = stillThere(closed);
      if (kept.isEmpty()) {
        break;
      }
      Thread.sleep(50);
    }
    return kept;
  }

  private static List<Integer> stillThere(List<WeakReference<Workbench>> closed) {
    var there = new ArrayList<Integer>();
    for (var i = 0; i < closed.size(); i++) {
      if (!closed.get(i).refersTo(null)) {
        there.add(i);
      }
    }
    return there;
  }
}
