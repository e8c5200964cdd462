package dev.neuralworkbench.data.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged tables and workbooks become a table or a sentence, in five seconds of the processor each,
 * in a program with 256 MB, and leave no file behind. More of them by {@code -Dtables=2000}, others
 * by {@code -Dtables.seed=8}.
 */
class TableAttackTest {

  private static final int FEW = 100;
  private static final int SEED = 7;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void noTableBringsTheProgramDownOrIsRefusedWithoutASentence() throws Exception {
    var temporary = Files.createDirectory(folder.resolve("temporary"));
    var program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                TableAttack.class.getName(),
                folder.toString(),
                Integer.getInteger("tables.seed", SEED).toString(),
                Integer.getInteger("tables", FEW).toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile())
            .start();
    try {
      assertTrue(program.waitFor(30, TimeUnit.MINUTES), "it does not end");
    } finally {
      program.destroyForcibly();
    }
    assertEquals("", Files.readString(folder.resolve("output.txt")));
    var lines = Files.readAllLines(folder.resolve("report.txt"));
    assertEquals(1, lines.size(), () -> String.join("\n", lines));
    assertTrue(lines.getFirst().startsWith("tables "), lines.getFirst());
    try (var left = Files.list(temporary)) {
      assertEquals(List.of(), left.toList());
    }
  }
}
