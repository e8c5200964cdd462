package dev.neuralworkbench.train.optimizer;

import dev.neuralworkbench.nn.Parameter;
import java.util.List;

/** {@link RmsProp} at work: s ← ρs + (1 − ρ)g², w ← w − ηg / (√s + ε). */
final class RmsPropOptimizer implements Optimizer {

  private final List<Parameter> parameters;
  private final float rho;
  private final float fresh; // 1 − ρ
  private final float epsilon;
  private final Slot squares;
  private float rate;

  RmsPropOptimizer(RmsProp config, List<Parameter> parameters) {
    this.parameters = parameters;
    rho = (float) config.rho();
    fresh = (float) (1 - config.rho());
    epsilon = (float) config.epsilon();
    squares = new Slot(parameters);
  }

  @Override
  public void begin(double learningRate) {
    rate = (float) learningRate;
  }

  @Override
  public void update(int parameter, int from, int to) {
    var of = parameters.get(parameter);
    update(of.value().data, of.gradient().data, squares.of(parameter), from, to);
  }

  private void update(float[] w, float[] g, float[] s, int from, int to) {
    var old = rho;
    var now = fresh;
    var eta = rate;
    var eps = epsilon;
    for (var i = from; i < to; i++) {
      s[i] = old * s[i] + now * g[i] * g[i];
      w[i] -= eta * g[i] / ((float) Math.sqrt(s[i]) + eps);
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
