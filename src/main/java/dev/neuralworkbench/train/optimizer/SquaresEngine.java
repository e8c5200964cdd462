package dev.neuralworkbench.train.optimizer;

import dev.neuralworkbench.nn.Parameter;
import java.util.List;

/**
 * {@link OptimizerConfig.RmsProp} at work, s ← ρs + (1 − ρ)g², and {@link OptimizerConfig.Adagrad},
 * s ← s + g²; then w ← w − ηg / (√s + ε).
 */
final class SquaresEngine extends Optimizer {

  private final float old; // ρ, or 1
  private final float fresh; // 1 − ρ, or 1
  private final float least; // of s; what only grows is kept as it is
  private final float epsilon;

  SquaresEngine(OptimizerConfig.RmsProp config, List<Parameter> parameters) {
    super(1, parameters);
    old = (float) config.rho();
    fresh = (float) (1 - config.rho());
    least = LEAST_SQUARE;
    epsilon = (float) config.epsilon();
  }

  SquaresEngine(OptimizerConfig.Adagrad config, List<Parameter> parameters) {
    super(1, parameters);
    old = 1;
    fresh = 1;
    least = 0;
    epsilon = (float) config.epsilon();
  }

  @Override
  void update(float[] w, float[] g, float[][] slots, int from, int to) {
    var s = slots[0];
    var old = this.old;
    var now = fresh;
    var kept = least;
    var eta = rate();
    var eps = epsilon;
    for (var i = from; i < to; i++) {
      s[i] = flushTiny(old * s[i] + now * g[i] * g[i], kept);
      w[i] = flushTiny(w[i] - eta * g[i] / ((float) Math.sqrt(s[i]) + eps), LEAST_WEIGHT);
    }
  }
}
