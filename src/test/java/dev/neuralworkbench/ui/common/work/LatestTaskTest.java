package dev.neuralworkbench.ui.common.work;

import static dev.neuralworkbench.testing.Faults.raise;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.RecordedLog;
import dev.neuralworkbench.ui.workspace.HeldTasks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LatestTaskTest {

  private final HeldTasks tasks = new HeldTasks();
  private final LatestTask wish = LatestTask.unseen(tasks, Runnable::run, "test");
  private final List<Object> told = new ArrayList<>();

  @Test
  void busyIsTrueWhileTheLastQuestionIsUnderWay() {
    assertFalse(wish.busy().get());
    wish.ask(_ -> 1, told::add);
    wish.ask(_ -> 2, told::add);
    tasks.doNext();
    assertTrue(wish.busy().get());
    tasks.doNext();
    assertFalse(wish.busy().get());
  }

  @Test
  void answerOfAnOvertakenQuestionIsDroppedWheneverItComes() {
    wish.ask(_ -> 1, told::add);
    var early = tasks.startNext();
    wish.ask(_ -> 2, told::add);
    tasks.doNext();
    early.run();
    assertEquals(List.of(2), told);
  }

  @Test
  void workOfAnOvertakenQuestionIsToldSo() {
    wish.ask(progress -> told.add(progress.cancelled()), _ -> {});
    wish.ask(progress -> told.add(progress.cancelled()), _ -> {});
    tasks.doNext();
    tasks.doNext();
    assertEquals(List.of(true, false), told);
  }

  @Test
  void forgottenQuestionIsNotAnswered() {
    wish.ask(_ -> 1, told::add);
    wish.forget();
    assertFalse(wish.busy().get());
    tasks.doNext();
    assertEquals(List.of(), told);
  }

  @Test
  void livelyWishTellsTheAnswerUnderWayAndThenTheLastOne() {
    wish.lively();
    wish.ask(_ -> 1, told::add);
    var first = tasks.startNext();
    wish.ask(_ -> 2, told::add);
    wish.ask(_ -> 3, told::add);
    first.run();
    assertEquals(List.of(1), told);
    assertTrue(wish.busy().get());
    tasks.doNext();
    assertEquals(List.of(1, 3), told);
    assertFalse(wish.busy().get());
  }

  @Test
  void livelyWishForgetsWhatIsUnderWayAndWhatWaits() {
    wish.lively();
    wish.ask(_ -> 1, told::add);
    wish.ask(_ -> 2, told::add);
    wish.forget();
    assertFalse(wish.busy().get());
    tasks.doNext();
    assertEquals(List.of(), told);
    wish.ask(_ -> 3, told::add);
    tasks.doNext();
    assertEquals(List.of(3), told);
  }

  @ParameterizedTest
  @MethodSource("dev.neuralworkbench.testing.Faults#all")
  void workThatThrowsIsLoggedAndToldOnceAndTheNextQuestionIsAnswered(Throwable thrown) {
    try (var log = new RecordedLog()) {
      wish.ask(_ -> raise(thrown), told::add);
      tasks.doNext();
      assertFalse(wish.busy().get());
      assertEquals(1, tasks.complaints());
      assertEquals(List.of(thrown), log.faults());
      wish.ask(_ -> 2, told::add);
      tasks.doNext();
      assertEquals(List.of(2), told);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.neuralworkbench.testing.Faults#all")
  void takerOfTheAnswerThatThrowsIsAFailureToo(Throwable thrown) {
    try (var log = new RecordedLog()) {
      wish.ask(_ -> 1, _ -> raise(thrown), told::add);
      tasks.doNext();
      assertFalse(wish.busy().get());
      assertEquals(List.of(thrown), log.faults());
      assertEquals(1, told.size());
      wish.ask(_ -> 2, told::add);
      tasks.doNext();
      assertEquals(2, told.getLast());
    }
  }

  @Test
  void checkedExceptionIsToldAndIsNoFaultOfTheProgram() {
    try (var log = new RecordedLog()) {
      var failure = new IOException("expected by a test");
      wish.ask(_ -> raise(failure), told::add, told::add);
      tasks.doNext();
      assertEquals(List.of(failure), told);
      assertEquals(List.of(), log.faults());
    }
  }

  @Test
  void livelyWishGoesOnWithWhatWaitsAfterAFailure() {
    wish.lively();
    try (var _ = new RecordedLog()) {
      wish.ask(_ -> raise(new AssertionError("expected by a test")), told::add);
      wish.ask(_ -> 1, _ -> raise(new AssertionError("expected by a test")));
      tasks.doNext();
      assertEquals(1, tasks.complaints());
      wish.ask(_ -> 2, told::add);
      tasks.doNext();
      assertEquals(2, tasks.complaints());
      tasks.doNext();
      assertEquals(List.of(2), told);
      assertFalse(wish.busy().get());
    }
  }

  @Test
  void failureOfAnOvertakenQuestionIsNotTold() {
    wish.ask(_ -> raise(new IllegalStateException("expected by a test")), told::add, told::add);
    wish.ask(_ -> 2, told::add);
    tasks.doNext();
    tasks.doNext();
    assertEquals(List.of(2), told);
    assertEquals(0, tasks.complaints());
  }
}
