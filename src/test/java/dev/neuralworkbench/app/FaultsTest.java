package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.app.start.Uncaught;
import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.Faults;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.RecordedLog;
import dev.neuralworkbench.testing.Screenshot;
import dev.neuralworkbench.ui.workspace.Run;
import java.lang.Thread.UncaughtExceptionHandler;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults on any thread: the window survives, says so once, and has its model still. */
class FaultsTest {

  private static final String UNEXPECTED = "The program hit an internal error. The model is kept.";
  private static final String MEMORY = "The program ran out of memory. The model is kept";

  @TempDir private Path folder;
  private OpenWindow window;
  private RecordedLog log;
  private UncaughtExceptionHandler before;
  private UncaughtExceptionHandler beforeElsewhere;

  @BeforeEach
  void start() {
    window = new OpenWindow(folder, OpenWindow.SMALL);
    log = new RecordedLog();
    beforeElsewhere = Thread.getDefaultUncaughtExceptionHandler();
    FxThread.run(
        () -> {
          before = Thread.currentThread().getUncaughtExceptionHandler();
          new Uncaught(window.workbench::complainLater).install();
        });
    window.robot.press(KeyCode.F6);
    window.robot.waitForText("#live-state", "epoch 1");
  }

  @AfterEach
  void close() {
    FxThread.run(() -> Thread.currentThread().setUncaughtExceptionHandler(before));
    Thread.setDefaultUncaughtExceptionHandler(beforeElsewhere);
    window.close();
    log.close();
  }

  @Test
  void whatBreaksInEveryPictureIsToldOnce() {
    var pictures = new AtomicInteger();
    var timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            pictures.incrementAndGet();
            throw new IllegalStateException("expected by a test");
          }
        };
    FxThread.run(timer::start);
    var robot = window.robot;
    robot.waitForText("#error-sentence", UNEXPECTED);
    Screenshot.write(window.scene(), "fault");
    assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(window.scene())));
    assertTrue(robot.shows("#notice-more"), "the line is too short for the sentence");
    robot.click("#error-close");
    var closed = pictures.get();
    robot.waitUntil("it goes on", () -> pictures.get() > closed + 20);
    FxThread.run(timer::stop);
    assertFalse(robot.shows("#error"), "told again");
    assertSurvives();
  }

  @Test
  void layoutThatBreaksIsToldOnce() {
    var layouts = new AtomicInteger();
    var broken =
        new Pane() {
          @Override
          protected void layoutChildren() {
            layouts.incrementAndGet();
            requestLayout();
            throw new IllegalStateException("expected by a test");
          }
        };
    var root = (Pane) window.scene().getRoot();
    FxThread.run(() -> root.getChildren().add(broken));
    window.robot.waitForText("#error-sentence", UNEXPECTED);
    FxThread.run(() -> root.getChildren().remove(broken));
    assertTrue(layouts.get() > 0);
    window.robot.click("#error-close");
    assertSurvives();
  }

  @Test
  void listenerThatLacksMemoryIsToldWithWhatHelps() {
    var broken = new AtomicInteger();
    FxThread.run(
        () ->
            window
                .workspace()
                .document()
                .addListener(
                    (_, _, _) -> {
                      if (broken.getAndIncrement() == 0) {
                        throw new OutOfMemoryError("expected by a test");
                      }
                    }));
    window.robot.press(KeyCode.F6);
    window.robot.waitForText("#error-sentence", MEMORY);
    Screenshot.write(window.scene(), "memory");
    assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(window.scene())));
    window.robot.click("#error-close");
    assertSurvives();
  }

  @Test
  void threadThatNobodyWaitsForIsTold() throws InterruptedException {
    var thread =
        Thread.ofPlatform()
            .name("any")
            .start(() -> Faults.raise(new IllegalStateException("expected by a test")));
    thread.join();
    window.robot.waitForText("#error-sentence", UNEXPECTED);
    window.robot.click("#error-close");
    assertSurvives();
  }

  @Test
  void trainingThatLacksMemoryKeepsItsLastEpochAndSaysWhatHelps() {
    var robot = window.robot;
    robot.press(KeyCode.F5);
    robot.waitUntil("it trains", () -> run().history().epochs() > 3);
    run().control.stopWhen(() -> Faults.<Error, Boolean>raise(new OutOfMemoryError("expected")));
    robot.waitForText("#error-sentence", MEMORY);
    robot.waitUntil("kept", () -> epochs() == run().history().epochs());
    robot.waitForText("#live-state", "Stopped");
    assertTrue(FxThread.call(window.stage::getTitle).startsWith("•"));
    robot.waitForText("#plan", "Train continues");
    assertEquals(1, log.faults().size());
  }

  /** Its epoch is there, and it trains one more. */
  private void assertSurvives() {
    int epochs = FxThread.call(this::epochs);
    assertTrue(epochs > 0, "the model is kept");
    window.robot.press(KeyCode.F6);
    window.robot.waitUntil("it trains", () -> epochs() == epochs + 1);
  }

  private Run run() {
    return window.workbench.trainer().run().get();
  }

  private int epochs() {
    return window.workspace().document().get().trained().history().epochs();
  }
}
