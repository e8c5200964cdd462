package dev.neuralworkbench.model.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.MachineSpeed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that are damaged or made to do harm get a sentence, or hold nothing that cannot be true:
 * within 256 MB and two seconds each. More of them by {@code -Dattacks=1500}, others by {@code
 * -Dattack.seed=8}.
 */
@Tag("thorough")
class AttackTest {

  /** Longest way to an answer, of the processor of the reference machine. */
  private static final double MOST_MILLIS = 2_000;

  private static final int SEED = 7;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void noFileBringsTheProgramDownOrMakesItBelieveALie() throws Exception {
    var count = Integer.getInteger("attacks", 150);
    var program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Attack.class.getName(),
                folder.toString(),
                Integer.toString(Integer.getInteger("attack.seed", SEED)),
                Integer.toString(count))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile())
            .start();
    try {
      assertTrue(program.waitFor(10, TimeUnit.MINUTES), "it does not end");
    } finally {
      program.destroyForcibly();
    }
    assertEquals("", Files.readString(folder.resolve("output.txt")));
    var report = Files.readString(folder.resolve("report.txt")).lines().toList();
    assertTrue(report.getFirst().startsWith("opened "), report.getFirst());
    assertEquals(1, report.size(), () -> String.join("\n", report));
    var slowest = Double.parseDouble(report.getFirst().replaceFirst(".*slowest (\\d+) ms.*", "$1"));
    assertTrue(slowest < MOST_MILLIS * MachineSpeed.measure().processor(), report.getFirst());
  }
}
