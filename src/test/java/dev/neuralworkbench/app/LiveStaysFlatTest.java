package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.testing.Census;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.ui.workspace.Run;
import dev.neuralworkbench.ui.workspace.Speed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training that is watched keeps nothing but its history, its curves and its checkpoints. */
@Tag("thorough")
class LiveStaysFlatTest {

  /** {@code src/bench/run long 30} asks for thirty. */
  private static final int MINUTES = Integer.getInteger("live.minutes", 0);

  private static final int SHORT_SECONDS = 3;

  /** On a machine that is not busy: on another one, what is drawn takes longer. */
  private static final int FRAMES_A_SECOND = 60;

  /** Losses and scores of two parts, rate and time of an epoch: a run keeps all of them. */
  private static final double HISTORY_BYTES = 6 * Double.BYTES;

  /** Four curves, each with its least and greatest of every sixteen points, in arrays with room. */
  private static final double CURVE_BYTES = 4 * 2 * Double.BYTES / 16.0 * 2 * 16 / 15;

  private static final double TOLERANCE_BYTES = 16e6;

  /** Objects that come and go with what the mouse and the clock do. */
  private static final int TOLERANCE_OBJECTS = 150;

  /** Seconds that a backup may take. */
  private static final int LONGEST_BACKUP = 120;

  @TempDir private Path folder;

  @Test
  void heapNodesAndListenersDoNotGrow() throws Exception {
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      FxThread.run(
          () -> {
            window.workspace().editDraft("x", LiveStaysFlatTest::endless);
            window.workbench.trainer().speed().set(Speed.FULL);
          });
      window.robot.shortcut(KeyCode.DIGIT2);
      window.robot.press(KeyCode.F5);
      window.robot.waitForText("#run-state", "Training");
      // Until everything is made that is made once.
      window.robot.frames(FRAMES_A_SECOND * (MINUTES == 0 ? 3 : 30));
      var run = Objects.requireNonNull(window.workbench.trainer().run().get());
      var first = Moment.of(window, run);
      write(0, first);
      if (MINUTES == 0) {
        window.robot.frames(FRAMES_A_SECOND * SHORT_SECONDS);
        var now = Moment.quiet(window, run, first);
        write(1, now);
        check(first, now);
      }
      for (var minute = 1; minute <= MINUTES; minute++) {
        TimeUnit.MINUTES.sleep(1);
        var now = Moment.quiet(window, run, first);
        write(minute, now);
        check(first, now);
      }
    }
  }

  /** As many epochs as there may be, in batches so small that they last for half an hour. */
  private static Experiment endless(Experiment draft) {
    var training = draft.training().withEpochs(5_000_000).withBatchSize(4);
    return draft.withTraining(training.withStopping(training.stopping().withEarlyStopping(null)));
  }

  /** What lives, and what the run keeps by itself. */
  private record Moment(Census census, int epochs, double own) {

    static Moment of(OpenWindow window, Run run) {
      var epochs = run.history().epochs();
      return new Moment(
          Census.of(window.scene()),
          epochs,
          epochs * (HISTORY_BYTES + CURVE_BYTES) + run.trail.bytes());
    }

    /**
     * Between two backups: one that is being written holds a copy of its own, of two million epochs
     * for half a minute. It is waited for, so that as many looks do as at few epochs.
     */
    static Moment quiet(OpenWindow window, Run run, Moment first) throws InterruptedException {
      awaitBackup();
      var now = of(window, run);
      for (var attempt = 0; attempt < 8 && now.hasMoreHeapThan(first); attempt++) {
        TimeUnit.MILLISECONDS.sleep(1100);
        awaitBackup();
        now = of(window, run);
      }
      return now;
    }

    private static void awaitBackup() throws InterruptedException {
      for (var second = 0; second < LONGEST_BACKUP && isBackupBeingWritten(); second++) {
        TimeUnit.SECONDS.sleep(1);
      }
    }

    private static boolean isBackupBeingWritten() {
      return Thread.getAllStackTraces().entrySet().stream()
          .filter(it -> it.getKey().getName().equals("autosave"))
          .flatMap(it -> Stream.of(it.getValue()))
          .anyMatch(frame -> frame.getClassName().startsWith("dev.neuralworkbench"));
    }

    boolean hasMoreHeapThan(Moment first) {
      return heapBeside() > first.heapBeside() + TOLERANCE_BYTES;
    }

    double heapBeside() {
      return census.heap() - own;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%s, epochs %d, %.1f MB of them", census, epochs, own / 1e6);
    }
  }

  private static void check(Moment first, Moment now) {
    assertTrue(now.epochs() > first.epochs() && now.epochs() < 5_000_000, "it trains");
    var said = first + "\n" + now;
    assertFalse(now.hasMoreHeapThan(first), said);
    assertFlat(first.census().shown(), now.census().shown(), said);
    assertFlat(first.census().nodes(), now.census().nodes(), said);
    assertFlat(first.census().listeners(), now.census().listeners(), said);
    assertFlat(first.census().lambdas(), now.census().lambdas(), said);
    assertFlat(first.census().animations(), now.census().animations(), said);
  }

  private static void assertFlat(long first, long now, String said) {
    assertTrue(now <= first + TOLERANCE_OBJECTS, said);
  }

  /** For who waits for it. */
  private static void write(int minute, Moment moment) throws IOException {
    if (MINUTES > 0) {
      Files.writeString(
          Files.createDirectories(Path.of("target", "bench")).resolve("long.txt"),
          "minute " + minute + ": " + moment + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }
}
