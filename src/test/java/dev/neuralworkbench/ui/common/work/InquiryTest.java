package dev.neuralworkbench.ui.common.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.neuralworkbench.testing.RecordedLog;
import dev.neuralworkbench.ui.workspace.HeldTasks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InquiryTest {

  private final HeldTasks tasks = new HeldTasks();
  private final List<String> told = new ArrayList<>();
  private final Inquiry<Integer, String> inquiry =
      new Inquiry<Integer, String>(tasks, LatestTask.seen(tasks, "x")).telling(told::add);

  @Test
  void theSameQuestionIsNotAskedAgainUnlessThatIsWanted() {
    inquiry.ask(1, _ -> "one");
    tasks.doNext();
    inquiry.ask(1, _ -> "other");
    assertEquals("one", inquiry.get());
    inquiry.askAgain(1, _ -> "one");
    tasks.doNext();
    assertEquals(List.of("one", "one"), told);
  }

  @Test
  void whatWasFoundGoesWithItsQuestion() {
    inquiry.ask(1, _ -> "one");
    tasks.doNext();
    inquiry.ask(2, _ -> "two");
    assertNull(inquiry.get());
    var late = tasks.startNext();
    inquiry.forget();
    late.run();
    assertNull(inquiry.get());
    assertNull(inquiry.question());
  }

  @Test
  void whatIsToLastStaysUntilTheNextIsFound() {
    inquiry.lasting();
    inquiry.ask(1, _ -> "one");
    tasks.doNext();
    inquiry.ask(2, _ -> "two");
    assertEquals("one", inquiry.get());
    tasks.doNext();
    assertEquals("two", inquiry.get());
  }

  @Test
  void whatIsSmallIsThereAtOnceWithNothingBetween() {
    inquiry.ask(1, true, _ -> "one");
    inquiry.subscribe((_, now) -> told.add("now " + now));
    inquiry.ask(2, true, _ -> "two");
    assertEquals(List.of("one", "now two", "two"), told);
  }

  @Test
  void aFailureIsToldAndLeavesNothing() {
    try (var log = new RecordedLog()) {
      var thrown = new IllegalStateException();
      tasks.fail("x", thrown);
      inquiry.ask(1, _ -> "one");
      tasks.doNext();
      assertEquals(List.of(thrown), log.faults());
    }
    assertNull(inquiry.get());
    assertEquals(1, tasks.complaints());
  }
}
