package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.MachineSpeed;
import dev.neuralworkbench.ui.workspace.Speed;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small run at full speed for ten minutes in a minimized window keeps nothing but its history.
 */
@Tag("slow")
class LongRunTest {

  private static final int MINUTES = Integer.getInteger("longRun.minutes", 10);
  private static final int LEAST_RATE = 5_000;

  /** Losses and scores of two parts, rate and time of an epoch: a run keeps all of them. */
  private static final double HISTORY_BYTES = 6 * Double.BYTES;

  private static final double TOLERANCE_BYTES = 16e6;

  @TempDir private Path folder;

  @Test
  void heapStaysFlatInAMinimizedWindow() throws InterruptedException {
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      var robot = window.robot;
      FxThread.run(() -> window.workbench.trainer().speed().set(Speed.FULL));
      robot.clickText("File");
      robot.clickText("Samples");
      robot.clickText("XOR");
      robot.waitForText("#status-facts", "xor");
      robot.shortcut(KeyCode.DIGIT2);
      robot.enter("#training-stopping-epochs", "5000000");
      robot.press(KeyCode.F5);
      robot.waitForText("#run-state", "Training");
      FxThread.run(() -> window.stage.setIconified(true));
      TimeUnit.SECONDS.sleep(20); // Until everything is loaded and compiled.
      var history = window.workbench.trainer().run().get().history();
      var epochs = history.epochs();
      var used = usedBytes();
      TimeUnit.MINUTES.sleep(MINUTES);
      var more = history.epochs() - epochs;
      var growth = usedBytes() - used;
      var rate = more / (60.0 * MINUTES) * MachineSpeed.measure().clock();
      assertTrue(rate >= LEAST_RATE, rate + " epochs a second");
      assertTrue(
          growth <= more * HISTORY_BYTES + TOLERANCE_BYTES,
          "%.1f MB more after %,d epochs".formatted(growth / 1e6, more));
    }
  }

  private static double usedBytes() throws InterruptedException {
    var memory = ManagementFactory.getMemoryMXBean();
    for (var i = 0; i < 3; i++) {
      memory.gc();
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return memory.getHeapMemoryUsage().getUsed();
  }
}
