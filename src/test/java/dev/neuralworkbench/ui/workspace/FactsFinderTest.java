package dev.neuralworkbench.ui.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.testing.RecordedLog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FactsFinderTest {

  private static final int MANY = 150_000;

  private final HeldTasks tasks = new HeldTasks();
  private final List<DataFacts> found = new ArrayList<>();
  private final FactsFinder finder = new FactsFinder(tasks, found::add);

  @Test
  void factsOfDataThatWereReplacedAreDropped() {
    finder.follow(circles(MANY, 0));
    var late = tasks.startNext();
    assertEquals(300, rows(finder.follow(circles(300, 0))));
    late.run();
    assertEquals(List.of(), found);
  }

  @ParameterizedTest
  @MethodSource("dev.neuralworkbench.testing.Faults#all")
  void dataThatCannotBeLookedThroughAreAProblemAndTheNextAreKnown(Throwable thrown) {
    try (var log = new RecordedLog()) {
      finder.follow(circles(MANY, 0));
      tasks.fail("job.facts", thrown);
      tasks.doNext();
      assertEquals(List.of(thrown), log.faults());
      assertEquals(1, tasks.complaints());
      assertFalse(found.getLast().known());
      assertEquals("workspace.notLooked", found.getLast().problems().getFirst().key());
      finder.follow(circles(MANY, 1));
      tasks.doNext();
      assertEquals(MANY, rows(found.getLast()));
    }
  }

  private static int rows(DataFacts facts) {
    var shape = facts.shape();
    return shape.training() + shape.validation() + shape.test();
  }

  private static Document circles(int rows, long seed) {
    return Document.of(DataReference.of(new GeneratedSample(SampleKind.CIRCLES, rows, 0.1, seed)));
  }
}
