package dev.neuralworkbench.train.optimizer;

import dev.neuralworkbench.nn.Parameter;
import java.util.List;

/** {@link RmsProp} at work: s ← ρs + (1 − ρ)g², w ← w − ηg / (√s + ε). */
final class RmsPropOptimizer extends SlotOptimizer {

  private final float rho;
  private final float fresh; // 1 − ρ
  private final float epsilon;

  RmsPropOptimizer(RmsProp config, List<Parameter> parameters) {
    super(config, parameters);
    rho = (float) config.rho();
    fresh = (float) (1 - config.rho());
    epsilon = (float) config.epsilon();
  }

  @Override
  void update(float[] w, float[] g, float[][] slots, int from, int to) {
    var s = slots[0];
    var old = rho;
    var now = fresh;
    var eta = rate();
    var eps = epsilon;
    for (var i = from; i < to; i++) {
      s[i] = settled(old * s[i] + now * g[i] * g[i], LEAST_SQUARE);
      w[i] = settled(w[i] - eta * g[i] / ((float) Math.sqrt(s[i]) + eps), LEAST_WEIGHT);
    }
  }
}
