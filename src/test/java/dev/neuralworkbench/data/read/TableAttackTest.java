package dev.neuralworkbench.data.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged tables and workbooks become a table or a sentence, in five seconds of the processor each.
 * More of them by {@code -Dtables=2000}, others by {@code -Dtables.seed=8}, then in a program of
 * its own with 256 MB.
 */
class TableAttackTest {

  private static final int FEW = 100;
  private static final int SEED = 7;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void noTableBringsTheProgramDownOrIsRefusedWithoutASentence() throws Exception {
    var count = Integer.getInteger("tables", FEW);
    var seed = Integer.getInteger("tables.seed", SEED);
    var report = count == FEW ? TableAttack.run(folder, seed, count) : inItsOwnProgram(seed, count);
    var lines = report.lines().toList();
    assertEquals(1, lines.size(), () -> String.join("\n", lines));
    assertTrue(lines.getFirst().startsWith("tables "), lines.getFirst());
  }

  private String inItsOwnProgram(int seed, int count) throws Exception {
    var program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                TableAttack.class.getName(),
                folder.toString(),
                Integer.toString(seed),
                Integer.toString(count))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile())
            .start();
    try {
      assertTrue(program.waitFor(30, TimeUnit.MINUTES), "it does not end");
    } finally {
      program.destroyForcibly();
    }
    assertEquals("", Files.readString(folder.resolve("output.txt")));
    return Files.readString(folder.resolve("report.txt"));
  }
}
