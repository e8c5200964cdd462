package dev.neuralworkbench.app.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProcessAgeTest {

  /** Field 22 is 67559 hundredths of a second; the name has blanks, brackets and digits. */
  private static final String STAT =
      "4711 (neural (2) work 1) S 1 4711 4711 0 -1 4194304 100 0 0 0 5 3 0 0 20 0 30 0 67559 8192"
          + " 7";

  @Test
  void theStartIsFieldTwentyTwo() {
    assertEquals(Duration.ofMillis(2450), ProcessAge.of(STAT, "678.04 1200.5\n"));
  }

  /**
   * Not younger than the virtual machine in it, nor older than Java's own guess, which is early.
   */
  @Test
  void theAgeLiesBetweenTheVirtualMachinesAndJavasGuess() {
    var running = ManagementFactory.getRuntimeMXBean().getUptime();
    var age = ProcessAge.now().toMillis();
    var begun = ProcessHandle.current().info().startInstant().orElseThrow();
    var guess = Duration.between(begun, Instant.now()).toMillis();
    assertTrue(age >= running - 20, age + " ms, the virtual machine has run for " + running);
    assertTrue(age <= guess + 20, age + " ms, of at most " + guess);
  }
}
