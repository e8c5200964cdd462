package dev.neuralworkbench.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.EngineRows;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.explain.trace.StepSetting;
import dev.neuralworkbench.nn.blas.PortableProducts;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The numbers are those that are printed. */
class WorkedNetworkTest {

  private static BackpropTrace trace(WorkedNetwork network, int row) {
    var document = network.document("t");
    var table = Objects.requireNonNull(document.data().table());
    var plan = TrainingPlan.of(document);
    var data = PreparedData.of(plan.experiment().preparation(), table);
    var session = plan.session(data, new PortableProducts());
    var setting =
        StepSetting.next(session, plan.experiment().network(), plan.experiment().training());
    return BackpropTrace.of(setting, EngineRows.of(data.training(), new int[] {row}, 1));
  }

  @ParameterizedTest
  @EnumSource(WorkedNetwork.class)
  void theyCanBeTrained(WorkedNetwork network) {
    var document = network.document("t");
    assertEquals(List.of(), document.draft().problems(document.data().table()));
    assertEquals(false, document.draftDiffers());
  }

  @Test
  void theSmallOneIsMazurs() {
    var trace = trace(WorkedNetwork.TWO_TWO_ONE, 0);
    assertEquals(0.3775, trace.before().z(0, 0, 0), 1e-7);
    assertEquals(0.593269992, trace.before().value(0, 0, 0), 1e-7);
    assertEquals(0.596884378, trace.before().value(0, 0, 1), 1e-7);
    assertEquals(0.75136507, trace.before().prediction(0, 0), 1e-7);
    assertEquals(2 * 0.274811083, trace.before().loss(), 1e-7);
    assertEquals(2 * 0.138498562, trace.delta(1, 0, 0), 1e-7);
    assertEquals(0.35891648, trace.newWeight(1, 0, 0), 1e-7);
    assertEquals(0.408666186, trace.newWeight(1, 1, 0), 1e-7);
  }

  /** The book rounds as it goes: its last digit may be off by one. */
  @Test
  void theSecondOneIsHansKambersAndPeis() {
    var trace = trace(WorkedNetwork.THREE_TWO_ONE, 0);
    var digit = 1.01e-3;
    assertEquals(-0.7, trace.before().z(0, 0, 0), 1e-6);
    assertEquals(0.332, trace.before().value(0, 0, 0), digit);
    assertEquals(0.1, trace.before().z(0, 0, 1), 1e-6);
    assertEquals(0.525, trace.before().value(0, 0, 1), digit);
    assertEquals(-0.105, trace.before().z(1, 0, 0), digit);
    assertEquals(0.474, trace.before().prediction(0, 0), digit);
    assertEquals(-2 * 0.1311, trace.delta(1, 0, 0), digit);
    assertEquals(2 * 0.0065, trace.delta(0, 0, 1), digit);
    assertEquals(2 * 0.0087, trace.delta(0, 0, 0), digit);
    var bias = NetworkLocation.BIAS;
    assertArrayEquals(
        new double[] {-0.261, -0.138, 0.192, -0.306, 0.4, 0.1, -0.508, 0.194, 0.218, 0.194, -0.408},
        new double[] {
          trace.newWeight(1, 0, 0),
          trace.newWeight(1, 1, 0),
          trace.newWeight(0, 0, 0),
          trace.newWeight(0, 0, 1),
          trace.newWeight(0, 1, 0),
          trace.newWeight(0, 1, 1),
          trace.newWeight(0, 2, 0),
          trace.newWeight(0, 2, 1),
          trace.newWeight(1, bias, 0),
          trace.newWeight(0, bias, 1),
          trace.newWeight(0, bias, 0)
        },
        digit);
  }

  @Test
  void theLastOneHasNoErrorLeft() {
    var answers =
        IntStream.range(0, 4)
            .mapToObj(row -> trace(WorkedNetwork.SOLVED_XOR, row).before().prediction(0, 0))
            .toList();
    assertEquals(List.of(0.0, 1.0, 1.0, 0.0), answers);
    assertEquals(0, trace(WorkedNetwork.SOLVED_XOR, 3).gradient(0, 0, 0));
  }
}
