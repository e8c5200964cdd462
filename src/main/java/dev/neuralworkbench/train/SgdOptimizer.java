package dev.neuralworkbench.train;

import dev.neuralworkbench.nn.Parameter;
import java.util.List;

/** {@link Sgd} at work: v ← μv + g, w ← w − ηv; Nesterov w ← w − η(g + μv). */
final class SgdOptimizer implements Optimizer {

  private final List<Parameter> parameters;
  private final float momentum;
  private final boolean nesterov;
  private final List<Slot> velocity; // one, or none without momentum

  SgdOptimizer(Sgd config, List<Parameter> parameters) {
    this.parameters = parameters;
    momentum = (float) config.momentum();
    nesterov = config.nesterov();
    velocity = momentum == 0 ? List.of() : List.of(new Slot(parameters));
  }

  @Override
  public void step(double learningRate) {
    var rate = (float) learningRate;
    for (var i = 0; i < parameters.size(); i++) {
      var w = parameters.get(i).value().data;
      var g = parameters.get(i).gradient().data;
      if (velocity.isEmpty()) {
        descend(w, g, rate);
      } else if (nesterov) {
        descendAhead(w, g, velocity.getFirst().of(i), rate);
      } else {
        descendWithMomentum(w, g, velocity.getFirst().of(i), rate);
      }
    }
  }

  private static void descend(float[] w, float[] g, float rate) {
    for (var i = 0; i < w.length; i++) {
      w[i] -= rate * g[i];
    }
  }

  private void descendWithMomentum(float[] w, float[] g, float[] v, float rate) {
    var mu = momentum;
    for (var i = 0; i < w.length; i++) {
      v[i] = mu * v[i] + g[i];
      w[i] -= rate * v[i];
    }
  }

  private void descendAhead(float[] w, float[] g, float[] v, float rate) {
    var mu = momentum;
    for (var i = 0; i < w.length; i++) {
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
