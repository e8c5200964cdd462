package dev.neuralworkbench.train.optimizer;

import dev.neuralworkbench.nn.Parameter;
import java.util.List;

/**
 * {@link Adam} and {@link AdamW} at work: w ← w − ηλw (AdamW alone), m ← β₁m + (1 − β₁)g, v ← β₂v +
 * (1 − β₂)g², w ← w − η/(1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + ε).
 */
final class AdamOptimizer implements Optimizer {

  private static final long SINGLE_STEPS = 1_000_000_000;

  private final List<Parameter> parameters;
  private final Adam config;
  private final double weightDecay;
  private final Slot mean;
  private final Slot squares;

  private long steps;
  private double beta1Power = 1; // β₁ᵗ
  private double beta2Power = 1; // β₂ᵗ

  // Of the step under way.
  private float keep; // 1 − ηλ
  private float rate; // η / (1 − β₁ᵗ)
  private float root; // 1 / √(1 − β₂ᵗ)

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
  public void begin(double learningRate) {
    steps++;
    beta1Power *= config.beta1();
    beta2Power *= config.beta2();
    keep = (float) (1 - learningRate * weightDecay);
    rate = (float) (learningRate / (1 - beta1Power));
    root = (float) (1 / Math.sqrt(1 - beta2Power));
  }

  @Override
  public void update(int parameter, int from, int to) {
    var of = parameters.get(parameter);
    update(
        of.value().data, of.gradient().data, mean.of(parameter), squares.of(parameter), from, to);
  }

  private void update(float[] w, float[] g, float[] m, float[] v, int from, int to) {
    var beta1 = (float) config.beta1();
    var fresh1 = (float) (1 - config.beta1());
    var beta2 = (float) config.beta2();
    var fresh2 = (float) (1 - config.beta2());
    var epsilon = (float) config.epsilon();
    var kept = keep;
    var eta = rate;
    var correction = root;
    for (var i = from; i < to; i++) {
      m[i] = beta1 * m[i] + fresh1 * g[i];
      v[i] = beta2 * v[i] + fresh2 * g[i] * g[i];
      w[i] = kept * w[i] - eta * m[i] / ((float) Math.sqrt(v[i]) * correction + epsilon);
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

  /**
   * βᵗ with the rounding of t single multiplications, as the steps themselves had it. Beyond a
   * thousand million, which take a second, the rest is a power.
   */
  private static double power(double beta, long steps) {
    var single = Math.min(steps, SINGLE_STEPS);
    var power = 1.0;
    for (var i = 0L; i < single && power > 0; i++) {
      power *= beta;
    }
    return power * StrictMath.pow(beta, (double) (steps - single));
  }
}
