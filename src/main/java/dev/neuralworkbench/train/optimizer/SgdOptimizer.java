package dev.neuralworkbench.train.optimizer;

import dev.neuralworkbench.nn.Parameter;
import java.util.List;

/** {@link Sgd} at work: v ← μv + g, w ← w − ηv; Nesterov w ← w − η(g + μv). */
final class SgdOptimizer implements Optimizer {

  private final List<Parameter> parameters;
  private final float momentum;
  private final boolean nesterov;
  private final List<Slot> velocity; // one, or none without momentum
  private float rate;

  SgdOptimizer(Sgd config, List<Parameter> parameters) {
    this.parameters = parameters;
    momentum = (float) config.momentum();
    nesterov = config.nesterov();
    velocity = momentum == 0 ? List.of() : List.of(new Slot(parameters));
  }

  @Override
  public void begin(double learningRate) {
    rate = (float) learningRate;
  }

  @Override
  public void update(int parameter, int from, int to) {
    var w = parameters.get(parameter).value().data;
    var g = parameters.get(parameter).gradient().data;
    if (velocity.isEmpty()) {
      descend(w, g, rate, from, to);
    } else if (nesterov) {
      descendAhead(w, g, velocity.getFirst().of(parameter), momentum, rate, from, to);
    } else {
      descendWithMomentum(w, g, velocity.getFirst().of(parameter), momentum, rate, from, to);
    }
  }

  private static void descend(float[] w, float[] g, float rate, int from, int to) {
    for (var i = from; i < to; i++) {
      w[i] -= rate * g[i];
    }
  }

  private static void descendWithMomentum(
      float[] w, float[] g, float[] v, float mu, float rate, int from, int to) {
    for (var i = from; i < to; i++) {
      v[i] = mu * v[i] + g[i];
      w[i] -= rate * v[i];
    }
  }

  private static void descendAhead(
      float[] w, float[] g, float[] v, float mu, float rate, int from, int to) {
    for (var i = from; i < to; i++) {
      v[i] = mu * v[i] + g[i];
      w[i] -= rate * (g[i] + mu * v[i]);
    }
  }

  @Override
  public OptimizerState state() {
    return new OptimizerState(0, velocity.stream().map(Slot::snapshot).toList());
  }

  @Override
  public void state(OptimizerState state) {
    Slots.restore(velocity, state);
  }
}
