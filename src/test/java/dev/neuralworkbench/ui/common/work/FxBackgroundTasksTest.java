package dev.neuralworkbench.ui.common.work;

import static dev.neuralworkbench.testing.Faults.raise;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Patience;
import dev.neuralworkbench.testing.RecordedLog;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FxBackgroundTasksTest {

  private final FxBackgroundTasks tasks = new FxBackgroundTasks();
  private final BlockingQueue<Object> told = new LinkedBlockingQueue<>();

  @ParameterizedTest
  @MethodSource("dev.neuralworkbench.testing.Faults#all")
  void jobWhoseWorkThrowsIsOverLoggedAndTold(Throwable thrown) throws InterruptedException {
    try (var log = new RecordedLog()) {
      FxThread.run(() -> tasks.submit("job", _ -> raise(thrown), told::add, told::add));
      assertEquals(thrown, cause(next()));
      assertEquals(List.of(thrown), log.faults());
      assertNothingRuns();
    }
  }

  @ParameterizedTest
  @MethodSource("dev.neuralworkbench.testing.Faults#all")
  void jobWhoseResultCannotBeTakenHasFailed(Throwable thrown) throws InterruptedException {
    try (var log = new RecordedLog()) {
      FxThread.run(() -> tasks.submit("job", _ -> 1, _ -> raise(thrown), told::add));
      assertEquals(thrown, cause(next()));
      assertEquals(List.of(thrown), log.faults());
      assertNothingRuns();
    }
  }

  @Test
  void workThatFindsNoThreadHasFailed() throws InterruptedException {
    try (var log = new RecordedLog()) {
      FxThread.run(
          () ->
              tasks.beside(
                  _ -> {
                    throw new RejectedExecutionException("expected by a test");
                  },
                  "work",
                  _ -> 1,
                  told::add,
                  told::add));
      assertTrue(next() instanceof RejectedExecutionException);
      assertEquals(1, log.faults().size());
    }
  }

  @Test
  void cancelledJobIsToldAsSuchThoughItsWorkFails() throws InterruptedException {
    FxThread.run(
        () ->
            tasks
                .submit(
                    "job",
                    progress -> {
                      while (!progress.cancelled()) {
                        Thread.onSpinWait();
                      }
                      throw new IllegalStateException("expected by a test");
                    },
                    told::add,
                    told::add)
                .whenCancelled(() -> told.add("cancelled"))
                .cancel());
    assertEquals("cancelled", next());
    assertNothingRuns();
  }

  @Test
  void laneDoesOneWorkAfterAnotherOnOneThreadAndSurvivesAnError() throws InterruptedException {
    try (var _ = new RecordedLog()) {
      FxThread.run(
          () -> {
            var lane = tasks.lane("lane");
            tasks.beside(lane, "first", _ -> Thread.currentThread().getName(), told::add, _ -> {});
            tasks.beside(
                lane,
                "second",
                _ -> raise(new AssertionError("expected by a test")),
                _ -> {},
                told::add);
            tasks.beside(lane, "third", _ -> Thread.currentThread().getName(), told::add, _ -> {});
            assertEquals(List.of(), tasks.running());
          });
      assertEquals("lane", next());
      assertTrue(next() instanceof IllegalStateException);
      assertEquals("lane", next());
    }
  }

  @Test
  void workOfALaneThatIsCancelledBeforeItsTurnIsLeftOut() throws InterruptedException {
    FxThread.run(
        () -> {
          var lane = tasks.lane("lane");
          var running = new CountDownLatch(1);
          tasks.beside(
              lane,
              "first",
              _ -> {
                running.await();
                return 1;
              },
              told::add,
              told::add);
          tasks.beside(lane, "second", _ -> told.add(2), told::add, told::add).cancel();
          tasks.beside(lane, "third", _ -> 3, told::add, told::add);
          running.countDown();
        });
    assertEquals(1, next());
    assertEquals(3, next());
  }

  private void assertNothingRuns() {
    FxThread.run(() -> assertEquals(List.of(), tasks.running()));
  }

  private Object next() throws InterruptedException {
    var next = told.poll(Patience.SECONDS, TimeUnit.SECONDS);
    assertNotEquals(null, next);
    return next;
  }

  private static Throwable cause(Object failure) {
    assertFalse(failure instanceof Error);
    return failure instanceof Exception e && e.getCause() instanceof Error error
        ? error
        : (Throwable) failure;
  }
}
