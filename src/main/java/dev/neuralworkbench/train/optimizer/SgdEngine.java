package dev.neuralworkbench.train.optimizer;

import dev.neuralworkbench.nn.Parameter;
import java.util.List;

/** {@link OptimizerConfig.Sgd} at work: v ← μv + g, w ← w − ηv; Nesterov w ← w − η(g + μv). */
final class SgdEngine extends Optimizer {

  private final float momentum;
  private final boolean nesterov;

  SgdEngine(double momentum, boolean nesterov, List<Parameter> parameters) {
    super(momentum == 0 ? 0 : 1, parameters);
    this.momentum = (float) momentum;
    this.nesterov = nesterov;
  }

  @Override
  void update(float[] w, float[] g, float[][] slots, int from, int to) {
    if (slots.length == 0) {
      descend(w, g, rate(), from, to);
    } else if (nesterov) {
      descendAhead(w, g, slots[0], momentum, rate(), from, to);
    } else {
      descendWithMomentum(w, g, slots[0], momentum, rate(), from, to);
    }
  }

  private static void descend(float[] w, float[] g, float rate, int from, int to) {
    for (var i = from; i < to; i++) {
      w[i] = flushTiny(w[i] - rate * g[i], LEAST_WEIGHT);
    }
  }

  private static void descendWithMomentum(
      float[] w, float[] g, float[] v, float mu, float rate, int from, int to) {
    for (var i = from; i < to; i++) {
      v[i] = flushTiny(mu * v[i] + g[i], LEAST_MEAN);
      w[i] = flushTiny(w[i] - rate * v[i], LEAST_WEIGHT);
    }
  }

  private static void descendAhead(
      float[] w, float[] g, float[] v, float mu, float rate, int from, int to) {
    for (var i = from; i < to; i++) {
      v[i] = flushTiny(mu * v[i] + g[i], LEAST_MEAN);
      w[i] = flushTiny(w[i] - rate * (g[i] + mu * v[i]), LEAST_WEIGHT);
    }
  }
}
