package dev.neuralworkbench.train.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.nn.Parameter;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adagrad;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.AdamW;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.NAdam;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.RmsProp;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two steps on one weight w = 1 with gradients 0.5 and −1, worked out by hand. */
class OptimizerTest {

  private final Parameter weight =
      new Parameter(new FMatrixRMaj(1, 1), new FMatrixRMaj(1, 1), true);
  private final Parameter bias = new Parameter(new FMatrixRMaj(1, 1), new FMatrixRMaj(1, 1), false);

  @Test
  void sgdStepsDownTheGradient() {
    // 1 − 0.1·0.5 = 0.95; 0.95 − 0.1·(−1) = 1.05.
    assertSteps(new Sgd(0.1, 0, false), 0.95, 1.05);
  }

  @Test
  void momentumCarriesOn() {
    // v = 0.5, w = 1 − 0.1·0.5; v = 0.9·0.5 − 1 = −0.55, w = 0.95 + 0.055.
    assertSteps(new Sgd(0.1, 0.9, false), 0.95, 1.005);
  }

  @Test
  void nesterovLooksAhead() {
    // v = 0.5, step 0.5 + 0.9·0.5 = 0.95; v = −0.55, step −1 + 0.9·(−0.55) = −1.495.
    assertSteps(new Sgd(0.1, 0.9, true), 1 - 0.095, 1 - 0.095 + 0.1495);
  }

  @Test
  void adagradDividesByAllSquaresSoFar() {
    // s = 0.25: 1 − 0.1·0.5/0.5; s = 1.25: 0.9 + 0.1/√1.25.
    assertSteps(new Adagrad(0.1, 1e-10), 0.9, 0.9 + 0.1 / Math.sqrt(1.25));
  }

  @Test
  void rmsPropDividesByRecentSquares() {
    // s = 0.1·0.25 = 0.025; s = 0.9·0.025 + 0.1 = 0.1225, √s = 0.35.
    var first = 1 - 0.01 * 0.5 / Math.sqrt(0.025);
    assertSteps(new RmsProp(0.01, 0.9, 1e-8), first, first + 0.01 / 0.35);
  }

  @Test
  void adamCorrectsTheBiasOfItsStart() {
    // t = 1: m̂ = 0.5, v̂ = 0.25, step 1. t = 2: m = 0.9·0.05 − 0.1 = −0.055,
    // v = 0.999·0.00025 + 0.001 = 0.00124975; m̂ = −0.055/0.19, v̂ = 0.00124975/0.001999.
    var second = -0.055 / 0.19 / Math.sqrt(0.00124975 / 0.001999);
    assertSteps(new Adam(0.01, 0.9, 0.999, 1e-8), 0.99, 0.99 - 0.01 * second);
  }

  @Test
  void adamWFirstShrinksTheWeightAndTheBiasToo() {
    var second = -0.055 / 0.19 / Math.sqrt(0.00124975 / 0.001999);
    var first = 1 - 0.01 * 0.1 - 0.01;
    assertSteps(new AdamW(0.01, 0.9, 0.999, 1e-8, 0.1), first, first * (1 - 0.001) - 0.01 * second);
    // The bias had no gradient, only decay: 1 · (1 − 0.01·0.1)².
    assertEquals(0.999 * 0.999, bias.value().get(0), 1e-6);
  }

  @Test
  void nadamLooksAhead() {
    // No decay of the momentum: μ = 0.9 · 0.5 = 0.45 in every step, P = 0.45, 0.2025.
    // t = 1: m = 0.05, m̂ = 0.45·0.05/(1 − 0.2025) + 0.55·0.5/0.55, √v̂ = 0.5.
    // t = 2: m = −0.055, m̂ = 0.45·(−0.055)/(1 − 0.091125) + 0.55·(−1)/(1 − 0.2025).
    var first = 1 - 0.01 * (0.0225 / 0.7975 + 0.5) / 0.5;
    var mean = -0.02475 / 0.908875 - 0.55 / 0.7975;
    var second = first - 0.01 * mean / Math.sqrt(0.00124975 / 0.001999);
    assertSteps(new NAdam(0.01, 0.9, 0.999, 1e-8, 0), first, second);
  }

  /** Processors work with subnormal numbers twenty times more slowly. */
  @ParameterizedTest
  @MethodSource("optimizers")
  void weightThatOnlyAPenaltyPullsEndsAsZeroAndNotAsASubnormalNumber(OptimizerConfig config) {
    weight.value().set(0, 1);
    var optimizer = config.withLearningRate(0.01).create(List.of(weight, bias));
    for (var step = 0; step < 30_000; step++) {
      weight.gradient().set(0, 0.5F * weight.value().get(0));
      optimizer.begin(0.01);
      optimizer.update(0, 0, 1);
    }
    assertTrue(isZeroOrNormal(weight.value().get(0)), "weight " + weight.value().get(0));
    for (var slot : optimizer.state().slots()) {
      var number = slot.layers().getFirst().weight(0, 0);
      assertTrue(isZeroOrNormal(number), "remembered " + number);
    }
  }

  private static List<OptimizerConfig> optimizers() {
    return List.of(
        new Sgd(0.01, 0, false),
        new Sgd(0.01, 0.9, false),
        new Sgd(0.01, 0.9, true),
        Adagrad.DEFAULT,
        RmsProp.DEFAULT,
        Adam.DEFAULT,
        NAdam.DEFAULT);
  }

  private static boolean isZeroOrNormal(float number) {
    return number == 0 || Math.abs(number) >= Float.MIN_NORMAL;
  }

  /** A weight without a gradient has 0 / (0 + ε), which needs an ε above 0 in single precision. */
  @Test
  void leastEpsilonKeepsAWeightWithoutGradient() {
    var least = leastAllowed(OptimizerConfig.EPSILON);
    for (var config :
        List.of(
            new Adagrad(0.1, least),
            new RmsProp(0.1, 0.9, least),
            new Adam(0.1, 0.9, 0.999, least),
            new AdamW(0.1, 0.9, 0.999, least, 0),
            new NAdam(0.1, 0.9, 0.999, least, 0.004))) {
      bias.value().set(0, 1);
      step(config.create(parameters()), config, 0.5f);
      assertEquals(1, bias.value().get(0), config.id());
    }
  }

  private static double leastAllowed(Range range) {
    return range.leastIncluded() ? range.least() : Math.nextUp(range.least());
  }

  @Test
  void asManyNumbersAreRememberedAsTold() {
    for (var momentum : new double[] {0, Double.MIN_VALUE, 1e-46, 1e-45, 1e-30, 0.9}) {
      var config = new Sgd(0.1, momentum, false);
      assertEquals(config.slots(), config.create(parameters()).state().slots().size());
    }
    for (var config : OptimizerConfig.kinds()) {
      assertEquals(config.slots(), config.create(parameters()).state().slots().size());
    }
  }

  @Test
  void stateTakenOverGivesTheSameBits() {
    for (var config : OptimizerConfig.kinds()) {
      assertStateCarriesOver(config);
    }
    assertStateCarriesOver(new Sgd(0.1, 0.9, true));
  }

  @Test
  void stateOfAnotherKindIsRefused() {
    var adam = Adam.DEFAULT.create(parameters());
    var sgd = Sgd.DEFAULT.create(parameters());
    assertThrows(IllegalArgumentException.class, () -> sgd.state(adam.state()));
  }

  private void assertSteps(OptimizerConfig config, double first, double second) {
    weight.value().set(0, 1);
    bias.value().set(0, 1);
    var optimizer = config.create(parameters());
    step(optimizer, config, 0.5f);
    assertEquals(first, weight.value().get(0), 1e-6);
    step(optimizer, config, -1);
    assertEquals(second, weight.value().get(0), 1e-6);
  }

  private void assertStateCarriesOver(OptimizerConfig config) {
    weight.value().set(0, 1);
    var optimizer = config.create(parameters());
    for (var i = 0; i < 50; i++) {
      step(optimizer, config, 0.1f * i - 2);
    }
    var kept = weight.value().get(0);
    var state = optimizer.state();
    step(optimizer, config, 0.3f);
    var expected = weight.value().get(0);

    weight.value().set(0, kept);
    var other = config.create(parameters());
    other.state(state);
    step(other, config, 0.3f);
    assertEquals(expected, weight.value().get(0), config.id());
    assertEquals(optimizer.state(), other.state());
  }

  private void step(Optimizer optimizer, OptimizerConfig config, float gradient) {
    weight.gradient().set(0, gradient);
    bias.gradient().set(0, 0);
    optimizer.begin(config.learningRate());
    optimizer.update(0, 0, 1);
    optimizer.update(1, 0, 1);
  }

  private List<Parameter> parameters() {
    return List.of(weight, bias);
  }
}
