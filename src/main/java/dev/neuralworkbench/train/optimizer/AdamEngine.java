package dev.neuralworkbench.train.optimizer;

import dev.neuralworkbench.nn.Parameter;
import java.util.List;

/**
 * {@link OptimizerConfig.Adam} and {@link OptimizerConfig.AdamW} at work: w ← w − ηλw (AdamW
 * alone), m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², w ← w − η/(1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) +
 * ε).
 */
class AdamEngine extends Optimizer {

  private final double beta1;
  private final double beta2;
  private final double epsilon;
  private final double weightDecay;
  private long steps;
  private double beta1Power = 1; // β₁ᵗ
  private double beta2Power = 1; // β₂ᵗ

  // Of the step under way.
  private float keep; // 1 − ηλ
  float ofMean; // η / (1 − β₁ᵗ)
  float ofGradient; // 0; what follows the gradient itself, beside its mean, is another's
  private float root; // 1 / √(1 − β₂ᵗ)

  /**
   * @param weightDecay AdamW's λ; 0 for Adam
   */
  AdamEngine(
      double beta1, double beta2, double epsilon, double weightDecay, List<Parameter> parameters) {
    super(2, parameters);
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
    this.weightDecay = weightDecay;
  }

  @Override
  public void begin(double learningRate) {
    steps++;
    beta1Power *= beta1;
    beta2Power *= beta2;
    keep = (float) (1 - learningRate * weightDecay);
    ofMean = (float) (learningRate / (1 - beta1Power));
    root = (float) (1 / Math.sqrt(1 - beta2Power));
  }

  @Override
  void update(float[] w, float[] g, float[][] slots, int from, int to) {
    var m = slots[0];
    var v = slots[1];
    var beta1 = (float) this.beta1;
    var fresh1 = (float) (1 - this.beta1);
    var beta2 = (float) this.beta2;
    var fresh2 = (float) (1 - this.beta2);
    var epsilon = (float) this.epsilon;
    var kept = keep;
    var a = ofMean;
    var b = ofGradient;
    var correction = root;
    for (var i = from; i < to; i++) {
      m[i] = flushTiny(beta1 * m[i] + fresh1 * g[i], LEAST_MEAN);
      v[i] = flushTiny(beta2 * v[i] + fresh2 * g[i] * g[i], LEAST_SQUARE);
      var size = (float) Math.sqrt(v[i]) * correction + epsilon;
      w[i] = flushTiny(kept * w[i] - (a * m[i] + b * g[i]) / size, LEAST_WEIGHT);
    }
  }

  @Override
  final long steps() {
    return steps;
  }

  @Override
  public void state(OptimizerState state) {
    super.state(state);
    steps = state.steps();
    beta1Power = power(beta1, steps);
    beta2Power = power(beta2, steps);
  }
}
