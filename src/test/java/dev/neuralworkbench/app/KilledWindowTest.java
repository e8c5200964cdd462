package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.app.TrainingProcess.Life;
import dev.neuralworkbench.testing.MachineSpeed;
import dev.neuralworkbench.testing.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program is killed while it trains, saves and backs its work up, and started again. What was
 * saved is whole, at most ten seconds of work are lost, and nothing is left lying about.
 */
@Tag("thorough")
class KilledWindowTest {

  /** More of them by {@code src/bench/run kills 50}. */
  private static final int ROUNDS = Integer.getInteger("kills.rounds", 2);

  private static final double MOST_SECONDS = 10;

  /** As another program names its temporary files. */
  private static final String HALF =
      ".neural-workbench-%s-%s.saving".formatted("0".repeat(32), "f".repeat(32));

  @TempDir private Path folder;

  /** One round is long enough to lose more than ten seconds; the others are killed in between. */
  @Test
  void fileIsWholeTenSecondsAreLostAtMostAndNothingIsLeft() throws Exception {
    try (var beside = Executors.newSingleThreadExecutor()) {
      var longOnes = beside.submit(rounds("long", 1 + ROUNDS / 5, 10_500, 13_000));
      rounds("short", ROUNDS - 1, 100, 3_000).call();
      longOnes.get();
    }
  }

  private Callable<Void> rounds(String name, int count, int least, int most) throws IOException {
    var home = Files.createDirectories(folder.resolve(name));
    var file = TestFiles.circlesModel(Files.createDirectories(home.resolve("mine")));
    var random = new Random(7);
    return () -> {
      Life before = null;
      for (var round = 0; round <= count; round++) {
        for (var place : List.of(home, home.resolve("unsaved"), file.getParent())) {
          Files.writeString(Files.createDirectories(place).resolve(HALF), "half");
        }
        try (var program = TrainingProcess.start(home, file, random.nextLong())) {
          var kept = program.awaitStart();
          assertNothingIsLeft(home);
          if (before != null) {
            assertKept(before, kept);
          }
          if (round < count) {
            before = program.trainFor(least + random.nextInt(most - least));
            assertWhole(file, before);
          }
        }
      }
      return null;
    };
  }

  private static void assertKept(Life life, int kept) {
    var lost = life.secondsAfter(kept);
    // How slow the machine is at the moment gets measured where it matters.
    assertTrue(
        lost <= MOST_SECONDS || lost <= MOST_SECONDS * MachineSpeed.measure().clock(),
        () -> lost + " s of work lost, kept " + kept + " epochs");
  }

  /** It holds what was saved last, or what was saved after that and not said any more. */
  private static void assertWhole(Path file, Life life) throws Exception {
    var epochs = TrainingProcess.epochs(file);
    if (life.saves().isEmpty()) {
      return;
    }
    var last = life.saves().getLast();
    if (epochs == last.epochs()) {
      assertEquals(last.hash(), TrainingProcess.hash(file));
    } else {
      assertTrue(epochs > last.epochs(), () -> epochs + " after " + last);
    }
  }

  /** The sweep goes beside the window. */
  private static void assertNothingIsLeft(Path home) {
    Patience.until("nothing is left", () -> halves(home).isEmpty());
  }

  private static List<Path> halves(Path home) throws IOException {
    try (var files = Files.walk(home)) {
      return files.filter(it -> it.toString().endsWith(".saving")).toList();
    }
  }
}
