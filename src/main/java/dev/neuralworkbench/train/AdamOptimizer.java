package dev.neuralworkbench.train;

import dev.neuralworkbench.nn.Parameter;
import java.util.List;

/**
 * {@link Adam} and {@link AdamW} at work: w ← w − ηλw (AdamW alone), m ← β₁m + (1 − β₁)g, v ← β₂v +
 * (1 − β₂)g², w ← w − η/(1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + ε).
 */
final class AdamOptimizer implements Optimizer {

  private final List<Parameter> parameters;
  private final Adam config;
  private final double weightDecay;
  private final Slot mean;
  private final Slot squares;

  private long steps;
  private double beta1Power = 1; // β₁ᵗ
  private double beta2Power = 1; // β₂ᵗ

  /**
   * @param weightDecay AdamW's λ; 0 for Adam
   */
  AdamOptimizer(Adam config, double weightDecay, List<Parameter> parameters) {
    this.parameters = parameters;
    this.config = config;
    this.weightDecay = weightDecay;
    mean = new Slot(parameters);
    squares = new Slot(parameters);
  }

  @Override
  public void step(double learningRate) {
    steps++;
    beta1Power *= config.beta1();
    beta2Power *= config.beta2();
    var keep = (float) (1 - learningRate * weightDecay);
    var beta1 = (float) config.beta1();
    var fresh1 = (float) (1 - config.beta1());
    var beta2 = (float) config.beta2();
    var fresh2 = (float) (1 - config.beta2());
    var rate = (float) (learningRate / (1 - beta1Power));
    var root = (float) (1 / Math.sqrt(1 - beta2Power));
    var epsilon = (float) config.epsilon();
    for (var p = 0; p < parameters.size(); p++) {
      var w = parameters.get(p).value().data;
      var g = parameters.get(p).gradient().data;
      var m = mean.of(p);
      var v = squares.of(p);
      for (var i = 0; i < w.length; i++) {
        m[i] = beta1 * m[i] + fresh1 * g[i];
        v[i] = beta2 * v[i] + fresh2 * g[i] * g[i];
        w[i] = keep * w[i] - rate * m[i] / ((float) Math.sqrt(v[i]) * root + epsilon);
      }
    }
  }

  @Override
  public OptimizerState state() {
    return new OptimizerState(steps, List.of(mean.snapshot(), squares.snapshot()));
  }

  @Override
  public void state(OptimizerState state) {
    Slots.restore(List.of(mean, squares), state);
    steps = state.steps();
    beta1Power = power(config.beta1(), steps);
    beta2Power = power(config.beta2(), steps);
  }

  /** βᵗ with the rounding of t single multiplications, as the steps themselves had it. */
  private static double power(double beta, long steps) {
    var power = 1.0;
    for (var i = 0L; i < steps && power > 0; i++) {
      power *= beta;
    }
    return power;
  }
}
