package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.FxBeats;
import dev.neuralworkbench.testing.MachineSpeed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * For how long the window is held by what is done in it, in processor time, the least of a few
 * tries, on the reference machine.
 *
 * @param busy whether something is still worked out beside the window
 * @param millis longest hold of each thing that was done
 */
record Holds(OpenWindow window, BooleanSupplier busy, Map<String, Double> millis) {

  /** Longest hold that nobody feels. */
  static final double LIMIT = 100;

  private static final int TRIES = 4;

  /** Nothing was done yet. */
  static Holds in(OpenWindow window, BooleanSupplier busy) {
    return new Holds(window, busy, new LinkedHashMap<>());
  }

  /** How slow the machine is at the moment gets measured where it matters. */
  private static double onReference(double millis) {
    return millis <= LIMIT ? millis : millis / MachineSpeed.measure().processor();
  }

  /** Does something, and again after what takes it back while it took too long. */
  void does(String what, Runnable action, Runnable back) {
    for (var i = 0; i < TRIES && millis.getOrDefault(what, 2 * LIMIT) > LIMIT; i++) {
      try (var beats = new FxBeats()) {
        action.run();
        settle();
        millis.merge(what, onReference(beats.longestMillis()), Math::min);
      }
      back.run();
      settle();
    }
  }

  /** Fails if something held the window too long. */
  void assertNone() {
    var stalls = millis.entrySet().stream().filter(it -> it.getValue() > LIMIT).toList();
    assertTrue(stalls.isEmpty(), () -> stalls + " of " + millis);
  }

  /** What is worked out beside the window comes, and is drawn. */
  void settle() {
    for (var i = 0; i < 2; i++) {
      window.robot.frames(4);
      window.robot.waitUntil("peace", () -> window.running().isEmpty() && !busy.getAsBoolean());
    }
    window.robot.frames(4);
  }
}
