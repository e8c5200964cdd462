package dev.neuralworkbench.explain.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The step of {@link ReluStep}, judged by hand. */
class LargestChangeTest {

  @Test
  void theWeightWithTheLargestInputTimesDeltaChangesMostInPlainDescent() {
    var trace = ReluStep.trace(new Sgd(0.1, 0, false), 0.1, 3);
    assertEquals(0, trace.delta(0, 0, 1), 0);
    assertEquals(0.9, trace.newWeight(1, 0, 0) - trace.weight(1, 0, 0), 1e-12);
    var found = LargestChange.of(trace).orElseThrow();
    assertEquals(NetworkLocation.weight(1, 0, 0), found.place());
    assertTrue(found.isAlone());
    assertEquals(
        List.of(
            NetworkLocation.weight(0, 1, 0),
            NetworkLocation.weight(0, 0, 1),
            NetworkLocation.weight(1, 0, 0),
            NetworkLocation.weight(1, 1, 0)),
        found.choices());
  }

  /** Its first step is η for whatever gradient: 0.1 for each of the five that are not 0. */
  @Test
  void noneStandsOutInAdamsFirstStep() {
    var trace = ReluStep.trace(new Adam(0.1, 0.9, 0.999, 1e-8), 0.1, 3);
    assertEquals(0.1, trace.newWeight(1, 0, 0) - trace.weight(1, 0, 0), 1e-6);
    assertEquals(0.1, trace.newWeight(0, 0, 0) - trace.weight(0, 0, 0), 1e-6);
    assertFalse(LargestChange.of(trace).orElseThrow().isAlone());
  }

  /** The target is what the network answers. */
  @Test
  void thereIsNoneWhereNothingChanges() {
    assertTrue(LargestChange.of(ReluStep.trace(new Sgd(0.1, 0, false), 0.1, 1.5)).isEmpty());
  }
}
