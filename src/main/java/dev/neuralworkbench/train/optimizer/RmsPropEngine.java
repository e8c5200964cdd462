package dev.neuralworkbench.train.optimizer;

import dev.neuralworkbench.nn.Parameter;
import java.util.List;

/** {@link OptimizerConfig.RmsProp} at work: s ← ρs + (1 − ρ)g², w ← w − ηg / (√s + ε). */
final class RmsPropEngine extends Optimizer {

  private final float rho;
  private final float fresh; // 1 − ρ
  private final float epsilon;

  RmsPropEngine(double rho, double epsilon, List<Parameter> parameters) {
    super(1, parameters);
    this.rho = (float) rho;
    fresh = (float) (1 - rho);
    this.epsilon = (float) epsilon;
  }

  @Override
  void update(float[] w, float[] g, float[][] slots, int from, int to) {
    var s = slots[0];
    var old = rho;
    var now = fresh;
    var eta = rate();
    var eps = epsilon;
    for (var i = from; i < to; i++) {
      s[i] = flushTiny(old * s[i] + now * g[i] * g[i], LEAST_SQUARE);
      w[i] = flushTiny(w[i] - eta * g[i] / ((float) Math.sqrt(s[i]) + eps), LEAST_WEIGHT);
    }
  }
}
