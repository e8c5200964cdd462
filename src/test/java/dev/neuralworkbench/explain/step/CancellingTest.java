package dev.neuralworkbench.explain.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.explain.step.StepPart.Role;
import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.StepRows;
import dev.neuralworkbench.explain.trace.StepSetting;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.formula.MathsText;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import dev.neuralworkbench.train.optimizer.OptimizerState;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Why δ = ŷ − y: softmax and logarithm, with the numbers that src/test/python/backprop.py prints.
 */
class CancellingTest {

  static final BackpropTrace TRACE = trace(0);

  private static BackpropTrace trace(double smoothing) {
    var design =
        Records.with(
            NetworkDesign.of(Loss.CATEGORICAL_CROSS_ENTROPY, DenseDesign.of(3, Activation.TANH)),
            "labelSmoothing",
            smoothing == 0 ? null : smoothing);
    var weights =
        new NetworkWeights(
            List.of(
                new LayerWeights(
                    2,
                    3,
                    new float[] {0.5f, 0.75f, -0.5f, -0.25f, 0.125f, 1},
                    new float[] {0.25f, -0.125f, 0.5f}),
                new LayerWeights(
                    3,
                    3,
                    new float[] {1, 0.5f, -0.25f, -0.5f, 0.75f, 0.5f, 0.25f, -1, 0.125f},
                    new float[] {0.125f, -0.25f, 0})));
    var config = TrainingConfig.of(new Sgd(0.5, 0, false), 1, 1);
    var setting =
        new StepSetting(design, config, weights, new OptimizerState(0, List.of()), 0.5, 0, 0, 0);
    return BackpropTrace.of(
        setting, new StepRows(new double[][] {{0.5, -1}}, new double[][] {{0, 1, 0}}, null));
  }

  private static Step delta(BackpropTrace trace, StepDetail detail, int unit) {
    var walk = Walk.of(trace, 0, detail, null);
    return LongStream.range(0, walk.size())
        .mapToObj(walk::step)
        .filter(it -> it.kind() == StepKind.OUTPUT_DELTA)
        .skip(unit)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void eachClassIsWorkedOutFromTheTrueOnesProbability() {
    var local = new double[] {-0.167050691796621, 0.248755082351592, -0.08170439055497};
    var delta = new double[] {0.359467874395158, -0.535283390545813, 0.175815516150655};
    for (var unit = 0; unit < 3; unit++) {
      var parts = delta(TRACE, StepDetail.UNIT, unit).parts();
      assertEquals(
          List.of(Role.UPSTREAM, Role.LOCAL, Role.PRODUCT, Role.SHORTCUT),
          parts.stream().map(StepPart::role).toList());
      assertArrayEquals(
          new double[] {-2.151849061677627, local[unit], delta[unit], delta[unit]},
          parts.stream().mapToDouble(part -> part.lines().getFirst().value()).toArray(),
          1e-14);
      for (var part : parts) {
        var line = part.lines().getFirst();
        assertEquals(line.value(), line.right().value(), 1e-14, part.role() + "");
      }
    }
  }

  @Test
  void theFormulasNameTheTrueClass() {
    var parts = delta(TRACE, StepDetail.UNIT, 0).parts();
    var texts =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    MathsText.symbols(parts.get(i).left(), Decimals.DEFAULT)
                        + " = "
                        + MathsText.symbols(parts.get(i).formula(), Decimals.DEFAULT))
            .toList();
    assertEquals(
        List.of(
            "∂L / ∂ŷ_2 = −1 / ŷ_2",
            "∂ŷ_2 / ∂z_1^(2) = ŷ_2 · (y_1 − ŷ_1)",
            "δ_1^(2) = ∂L / ∂ŷ_2 · ∂ŷ_2 / ∂z_1^(2)",
            "δ_1^(2) = ŷ_1 − y_1"),
        texts);
  }

  /** Of the whole layer at once, what all classes have in common is told once. */
  @Test
  void theLayerSharesWhatComesFromTheLoss() {
    var parts = delta(TRACE, StepDetail.LAYER, 0).parts();
    assertEquals(List.of(1, 3, 3, 3), parts.stream().map(it -> it.lines().size()).toList());
    assertEquals("ŷ_2 · (y_j − ŷ_j)", MathsText.symbols(parts.get(1).formula(), Decimals.DEFAULT));
  }

  /** A smoothed target has no class alone: the step says what is left. */
  @Test
  void aSmoothedTargetHasTheShortFormAlone() {
    assertEquals(1, delta(trace(0.1), StepDetail.UNIT, 0).parts().size());
  }
}
