package dev.neuralworkbench.app.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * How long this process has been running. Linux tells both its start and the present since the
 * machine's own start, to a hundredth of a second; Java adds the former to a time of the machine's
 * start that is cut to whole seconds, so that a process seems up to a second older than it is.
 */
public final class ProcessAge {

  /** Ticks a second in {@code /proc}, on every Linux. */
  private static final double TICKS = 100;

  /** The start among what stands behind the name in {@code /proc/self/stat}: proc(5), field 22. */
  private static final int START = 22 - 3;

  private ProcessAge() {}

  public static Duration now() {
    try {
      return of(
          Files.readString(Path.of("/proc/self/stat")), Files.readString(Path.of("/proc/uptime")));
    } catch (IOException | RuntimeException _) {
      var begun = ProcessHandle.current().info().startInstant();
      return Duration.between(begun.orElseGet(Instant::now), Instant.now());
    }
  }

  /**
   * The age from what Linux tells.
   *
   * @param stat of the process; its name, in brackets, may hold blanks and brackets
   * @param uptime seconds since the machine's start, then those in which it had nothing to do
   */
  static Duration of(String stat, String uptime) {
    var behindName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", START + 2);
    var begun = Long.parseLong(behindName[START]) / TICKS;
    var now = Double.parseDouble(uptime.substring(0, uptime.indexOf(' ')));
    return Duration.ofMillis(Math.round(1000 * (now - begun)));
  }
}
