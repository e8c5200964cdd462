package dev.neuralworkbench.explain.step;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.NetworkLocation;
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
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import dev.neuralworkbench.train.optimizer.OptimizerState;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A 2-2-1 network of sigmoids under squared error, worked out with a pocket calculator. σ(z) = 1 /
 * (1 + e⁻ᶻ).
 *
 * <pre>
 * inputs     x = (0.05, 0.10), target y = 1, η = 0.5
 * layer 1    w = (0.15 0.25; 0.20 0.30), one row an input; b = (0.35, 0.35)
 * layer 2    w = (0.40, −0.45), b = 0.60
 *
 * forward    z₁ = 0.15·0.05 + 0.20·0.10 + 0.35 = 0.0075 + 0.02 + 0.35 = 0.3775     a₁ = σ(0.3775) = 0.593270
 *            z₂ = 0.25·0.05 + 0.30·0.10 + 0.35 = 0.0125 + 0.03 + 0.35 = 0.3925     a₂ = σ(0.3925) = 0.596884
 *            z  = 0.40·0.593270 − 0.45·0.596884 + 0.60
 *               = 0.237308 − 0.268598 + 0.60 = 0.568710                            ŷ  = σ(0.568710) = 0.638465
 * loss       L  = (0.638465 − 1)² = 0.361535² = 0.130707
 *
 * output     ∂L/∂ŷ = 2·(0.638465 − 1) = −0.723069
 *            ∂ŷ/∂z = 0.638465·(1 − 0.638465) = 0.230827
 *            δ     = −0.723069·0.230827 = −0.166904
 *            ∂L/∂w₁ = 0.593270·(−0.166904) = −0.099019   ∂L/∂w₂ = 0.596884·(−0.166904) = −0.099622   ∂L/∂b = −0.166904
 * hidden     ∂L/∂a₁ = 0.40·(−0.166904) = −0.066762       ∂L/∂a₂ = −0.45·(−0.166904) = 0.075107
 *            ∂a₁/∂z₁ = 0.593270·0.406730 = 0.241301      ∂a₂/∂z₂ = 0.596884·0.403116 = 0.240613
 *            δ₁ = −0.066762·0.241301 = −0.016110         δ₂ = 0.075107·0.240613 = 0.018072
 *            ∂L/∂w₁₁ = 0.05·(−0.016110) = −0.000805      ∂L/∂w₁₂ = 0.05·0.018072 = 0.000904
 *            ∂L/∂w₂₁ = 0.10·(−0.016110) = −0.001611      ∂L/∂w₂₂ = 0.10·0.018072 = 0.001807
 *
 * update     w₁ = 0.40 − 0.5·(−0.099019) = 0.449510      w₂ = −0.45 − 0.5·(−0.099622) = −0.400189
 *            b  = 0.60 − 0.5·(−0.166904) = 0.683452
 *            w₁₁ = 0.15 + 0.5·0.000805 = 0.150403        w₁₂ = 0.25 − 0.5·0.000904 = 0.249548
 *            w₂₁ = 0.20 + 0.5·0.001611 = 0.200805        w₂₂ = 0.30 − 0.5·0.001807 = 0.299096
 *            b₁  = 0.35 + 0.5·0.016110 = 0.358055        b₂  = 0.35 − 0.5·0.018072 = 0.340964
 *
 * after      z₁ = 0.150403·0.05 + 0.200805·0.10 + 0.358055 = 0.385656              a₁ = 0.595236
 *            z₂ = 0.249548·0.05 + 0.299096·0.10 + 0.340964 = 0.383351              a₂ = 0.594681
 *            z  = 0.449510·0.595236 − 0.400189·0.594681 + 0.683452 = 0.713032      ŷ  = 0.671071
 *            L  = (0.671071 − 1)² = 0.108194
 * </pre>
 */
class HandWorkedTest {

  private static final double LAST_DIGIT = 6e-7;

  private static final BackpropTrace TRACE = trace();

  static BackpropTrace trace() {
    var hidden = DenseDesign.of(2, Activation.SIGMOID);
    var design =
        NetworkDesign.of(Loss.MEAN_SQUARED_ERROR, hidden).withOutputActivation(Activation.SIGMOID);
    var weights =
        new NetworkWeights(
            List.of(
                new LayerWeights(
                    2, 2, new float[] {0.15f, 0.25f, 0.20f, 0.30f}, new float[] {0.35f, 0.35f}),
                new LayerWeights(2, 1, new float[] {0.40f, -0.45f}, new float[] {0.60f})));
    var config = TrainingConfig.of(new Sgd(0.5, 0, false), 1, 1);
    var setting =
        new StepSetting(design, config, weights, new OptimizerState(0, List.of()), 0.5, 0, 0, 0);
    return BackpropTrace.of(
        setting, new StepRows(new double[][] {{0.05, 0.10}}, new double[][] {{1}}, null));
  }

  @Test
  void forward() {
    assertEquals(0.3775, TRACE.before().z(0, 0, 0), LAST_DIGIT);
    assertEquals(0.3925, TRACE.before().z(0, 0, 1), LAST_DIGIT);
    assertEquals(0.593270, TRACE.before().value(0, 0, 0), LAST_DIGIT);
    assertEquals(0.596884, TRACE.before().value(0, 0, 1), LAST_DIGIT);
    assertEquals(0.568710, TRACE.before().z(1, 0, 0), LAST_DIGIT);
    assertEquals(0.638465, TRACE.before().prediction(0, 0), LAST_DIGIT);
    assertEquals(0.130707, TRACE.before().loss(), LAST_DIGIT);
  }

  @Test
  void backwardThroughTheOutput() {
    assertEquals(-0.723069, TRACE.upstream(1, 0, 0), LAST_DIGIT);
    assertEquals(0.230827, TRACE.slope(1, 0, 0), LAST_DIGIT);
    assertEquals(-0.166904, TRACE.delta(1, 0, 0), LAST_DIGIT);
    assertEquals(-0.099019, TRACE.gradient(1, 0, 0), LAST_DIGIT);
    assertEquals(-0.099622, TRACE.gradient(1, 1, 0), LAST_DIGIT);
    assertEquals(-0.166904, TRACE.gradient(1, NetworkLocation.BIAS, 0), LAST_DIGIT);
  }

  @Test
  void backwardThroughTheHiddenLayer() {
    assertEquals(-0.066762, TRACE.upstream(0, 0, 0), LAST_DIGIT);
    assertEquals(0.075107, TRACE.upstream(0, 0, 1), LAST_DIGIT);
    assertEquals(0.241301, TRACE.slope(0, 0, 0), LAST_DIGIT);
    assertEquals(0.240613, TRACE.slope(0, 0, 1), LAST_DIGIT);
    assertEquals(-0.016110, TRACE.delta(0, 0, 0), LAST_DIGIT);
    assertEquals(0.018072, TRACE.delta(0, 0, 1), LAST_DIGIT);
    assertEquals(-0.000805, TRACE.gradient(0, 0, 0), LAST_DIGIT);
    assertEquals(0.000904, TRACE.gradient(0, 0, 1), LAST_DIGIT);
    assertEquals(-0.001611, TRACE.gradient(0, 1, 0), LAST_DIGIT);
    assertEquals(0.001807, TRACE.gradient(0, 1, 1), LAST_DIGIT);
  }

  @Test
  void newWeights() {
    assertEquals(0.449510, TRACE.newWeight(1, 0, 0), LAST_DIGIT);
    assertEquals(-0.400189, TRACE.newWeight(1, 1, 0), LAST_DIGIT);
    assertEquals(0.683452, TRACE.newWeight(1, NetworkLocation.BIAS, 0), LAST_DIGIT);
    assertEquals(0.150403, TRACE.newWeight(0, 0, 0), LAST_DIGIT);
    assertEquals(0.249548, TRACE.newWeight(0, 0, 1), LAST_DIGIT);
    assertEquals(0.200805, TRACE.newWeight(0, 1, 0), LAST_DIGIT);
    assertEquals(0.299096, TRACE.newWeight(0, 1, 1), LAST_DIGIT);
    assertEquals(0.358055, TRACE.newWeight(0, NetworkLocation.BIAS, 0), LAST_DIGIT);
    assertEquals(0.340964, TRACE.newWeight(0, NetworkLocation.BIAS, 1), LAST_DIGIT);
  }

  @Test
  void lossAfter() {
    assertEquals(0.713032, TRACE.after().z(TRACE.layers() - 1, 0, 0), LAST_DIGIT);
    assertEquals(0.671071, TRACE.after().prediction(0, 0), LAST_DIGIT);
    assertEquals(0.108194, TRACE.after().loss(), LAST_DIGIT);
  }

  /** The numbers of “after” above, one after the other, as the steps show them. */
  @Test
  void theNewAnswerCanBeFollowedFromTheNewWeights() {
    var walk = Walk.of(TRACE, 0, StepDetail.UNIT, null);
    var values =
        new double[] {0.385656, 0.383351, 0.595236, 0.594681, 0.713032, 0.671071, 0.108194};
    var at = walk.first(Phase.AFTER);
    for (var value : values) {
      assertEquals(value, walk.step(at++).result().value(), LAST_DIGIT);
    }
    var sum = walk.step(walk.first(Phase.AFTER)).result();
    assertEquals(
        "w_1,1^(1)′ · x_1 + w_2,1^(1)′ · x_2 + b_1^(1)′",
        MathsText.symbols(sum.right(), Decimals.DEFAULT));
    var loss = walk.step(at - 1).result();
    assertEquals("(ŷ^′ − y)^2", MathsText.symbols(loss.right(), Decimals.DEFAULT));
  }

  @Test
  void theTextIsTheCalculatorsOwn() {
    var walk = Walk.of(TRACE, 0, StepDetail.UNIT, null);
    var first = walk.step(0).result();
    assertEquals(
        "w_1,1^(1) · x_1 + w_2,1^(1) · x_2 + b_1^(1)",
        MathsText.symbols(first.right(), Decimals.DEFAULT));
    assertEquals(
        "0.1500 · 0.0500 + 0.2000 · 0.1000 + 0.3500",
        MathsText.numbers(first.right(), new Decimals(4, false)).replace("0.05000", "0.0500"));
    assertEquals("0.3775", Decimals.DEFAULT.text(first.value()));
  }
}
