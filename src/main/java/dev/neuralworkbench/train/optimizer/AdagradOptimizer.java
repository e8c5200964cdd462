package dev.neuralworkbench.train.optimizer;

import dev.neuralworkbench.nn.Parameter;
import java.util.List;

/** {@link Adagrad} at work: s ← s + g², w ← w − ηg / (√s + ε). */
final class AdagradOptimizer implements Optimizer {

  private final List<Parameter> parameters;
  private final float epsilon;
  private final Slot squares;
  private float rate;

  AdagradOptimizer(Adagrad config, List<Parameter> parameters) {
    this.parameters = parameters;
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
    update(of.value().data, of.gradient().data, squares.of(parameter), rate, epsilon, from, to);
  }

  private static void update(
      float[] w, float[] g, float[] s, float rate, float epsilon, int from, int to) {
    for (var i = from; i < to; i++) {
      s[i] += g[i] * g[i];
      w[i] -= rate * g[i] / ((float) Math.sqrt(s[i]) + epsilon);
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
