package dev.neuralworkbench.data.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.MachineSpeed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was made to take all memory or all time is refused in words, in a small program at that. */
@Tag("thorough")
class BombsTest {

  /** Of the processor of the reference machine. */
  private static final long MOST_MILLIS = 2_000;

  @TempDir Path folder;

  @Test
  void allAreRefusedInWordsWithinTwoSecondsAt256Megabytes() throws Exception {
    var bombs = Files.createDirectory(folder.resolve("bombs"));
    new Bombs(bombs).write();
    var report = folder.resolve("report.txt");
    var program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                BombReader.class.getName(),
                bombs.toString(),
                report.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile())
            .start();
    try {
      assertTrue(program.waitFor(10, TimeUnit.MINUTES), "it does not end");
    } finally {
      program.destroyForcibly();
    }
    assertEquals("", Files.readString(folder.resolve("output.txt")));
    var lines = Files.readAllLines(report);
    assertEquals(17, lines.size(), () -> String.join("\n", lines));
    var most = MOST_MILLIS * MachineSpeed.measure().processor();
    for (var line : lines) {
      var parts = line.split(" ", -1);
      assertFalse(parts[1].equals("opened"), line);
      assertFalse(parts[1].equals("data.file.unreadable"), line);
      assertTrue(Long.parseLong(parts[2]) <= most, () -> String.join("\n", lines));
    }
  }
}
