package dev.neuralworkbench.train;

import dev.neuralworkbench.nn.Parameter;
import java.util.List;

/** {@link RmsProp} at work: s ← ρs + (1 − ρ)g², w ← w − ηg / (√s + ε). */
final class RmsPropOptimizer implements Optimizer {

  private final List<Parameter> parameters;
  private final float rho;
  private final float fresh; // 1 − ρ
  private final float epsilon;
  private final Slot squares;

  RmsPropOptimizer(RmsProp config, List<Parameter> parameters) {
    this.parameters = parameters;
    rho = (float) config.rho();
    fresh = (float) (1 - config.rho());
    epsilon = (float) config.epsilon();
    squares = new Slot(parameters);
  }

  @Override
  public void step(double learningRate) {
    var rate = (float) learningRate;
    var old = rho;
    var now = fresh;
    var eps = epsilon;
    for (var p = 0; p < parameters.size(); p++) {
      var w = parameters.get(p).value().data;
      var g = parameters.get(p).gradient().data;
      var s = squares.of(p);
      for (var i = 0; i < w.length; i++) {
        s[i] = old * s[i] + now * g[i] * g[i];
        w[i] -= rate * g[i] / ((float) Math.sqrt(s[i]) + eps);
      }
    }
  }

  @Override
  public OptimizerState state() {
    return new OptimizerState(0, List.of(squares.snapshot()));
  }

  @Override
  public void state(OptimizerState state) {
    Slots.restore(List.of(squares), state);
  }
}
