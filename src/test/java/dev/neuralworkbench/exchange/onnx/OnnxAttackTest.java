package dev.neuralworkbench.exchange.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.MachineSpeed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of ONNX that are damaged or made to do harm get a sentence, within 256 MB and a second
 * each. More of them by {@code -Dattacks=5000}, others by {@code -Dattack.seed=8}.
 */
@Tag("thorough")
class OnnxAttackTest {

  private static final double MOST_MILLIS = 1_000;

  @TempDir Path folder;

  @Test
  void noFileBringsTheProgramDown() throws Exception {
    var output = folder.resolve("output.txt");
    var program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                OnnxAttack.class.getName(),
                folder.toString(),
                Integer.toString(Integer.getInteger("attacks", 500)),
                Integer.toString(Integer.getInteger("attack.seed", 7)))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertTrue(program.waitFor(5, TimeUnit.MINUTES), "it does not end");
    } finally {
      program.destroyForcibly();
    }
    var report = Files.readAllLines(output);
    assertEquals(1, report.size(), () -> String.join("\n", report));
    var slowest = Double.parseDouble(report.getFirst().replaceFirst(".*slowest (\\d+) ms", "$1"));
    assertTrue(slowest < MOST_MILLIS * MachineSpeed.measure().processor(), report.getFirst());
  }
}
