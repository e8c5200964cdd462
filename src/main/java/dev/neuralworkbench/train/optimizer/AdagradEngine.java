package dev.neuralworkbench.train.optimizer;

import dev.neuralworkbench.nn.Parameter;
import java.util.List;

/** {@link OptimizerConfig.Adagrad} at work: s ← s + g², w ← w − ηg / (√s + ε). */
final class AdagradEngine extends Optimizer {

  private final float epsilon;

  AdagradEngine(double epsilon, List<Parameter> parameters) {
    super(1, parameters);
    this.epsilon = (float) epsilon;
  }

  @Override
  void update(float[] w, float[] g, float[][] slots, int from, int to) {
    var s = slots[0];
    var eta = rate();
    var eps = epsilon;
    for (var i = from; i < to; i++) {
      s[i] += g[i] * g[i];
      w[i] = flushTiny(w[i] - eta * g[i] / ((float) Math.sqrt(s[i]) + eps), LEAST_WEIGHT);
    }
  }
}
