package dev.neuralworkbench.train.optimizer;

import dev.neuralworkbench.nn.Parameter;
import java.util.List;

/** {@link Adagrad} at work: s ← s + g², w ← w − ηg / (√s + ε). */
final class AdagradOptimizer extends SlotOptimizer {

  private final float epsilon;

  AdagradOptimizer(Adagrad config, List<Parameter> parameters) {
    super(config, parameters);
    epsilon = (float) config.epsilon();
  }

  @Override
  void update(float[] w, float[] g, float[][] slots, int from, int to) {
    var s = slots[0];
    var eta = rate();
    var eps = epsilon;
    for (var i = from; i < to; i++) {
      s[i] += g[i] * g[i];
      w[i] = settled(w[i] - eta * g[i] / ((float) Math.sqrt(s[i]) + eps), LEAST_WEIGHT);
    }
  }
}
