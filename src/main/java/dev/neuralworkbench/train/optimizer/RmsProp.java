package dev.neuralworkbench.train.optimizer;

import static dev.neuralworkbench.formula.Assignment.GRADIENT;
import static dev.neuralworkbench.formula.Assignment.RATE;
import static dev.neuralworkbench.formula.Assignment.WEIGHT;

import dev.neuralworkbench.formula.Assignment;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.Expression.Quantity;
import dev.neuralworkbench.formula.Expression.Root;
import dev.neuralworkbench.nn.Parameter;
import dev.neuralworkbench.problem.Hyperparameter;
import java.util.List;

/**
 * RMSprop (Hinton, lecture 6e of 2012), PyTorch's {@code RMSprop}: s ← ρs + (1 − ρ)g² (s starts at
 * 0), w ← w − ηg / (√s + ε).
 *
 * @param learningRate η, in {@link OptimizerConfig#LEARNING_RATE}; default 0.01
 * @param rho ρ, in {@link OptimizerConfig#DECAY}; default 0.99
 * @param epsilon ε, in {@link OptimizerConfig#EPSILON}; default 1e-8
 */
public record RmsProp(double learningRate, double rho, double epsilon) implements OptimizerConfig {

  /** η = 0.01, ρ = 0.99, ε = 1e-8. */
  public static final RmsProp DEFAULT = new RmsProp(0.01, 0.99, 1e-8);

  @Override
  public String id() {
    return "rmsprop";
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(Hyperparameter.seldom("rho", DECAY), Hyperparameter.seldom("epsilon", EPSILON));
  }

  @Override
  public List<Assignment> update(long step) {
    var square = GRADIENT.power(Expression.number(2));
    var s =
        Assignment.squares(
            "second_moment", "s", Assignment.average(Quantity.chosen("ρ", rho), "s", square));
    var root = Expression.sum(new Root(s.left()), Quantity.chosen("ε", epsilon));
    return List.of(
        s, Assignment.newWeight(WEIGHT.minus(Expression.product(RATE, GRADIENT.over(root)))));
  }

  @Override
  public Optimizer create(List<Parameter> parameters) {
    return new Engine(this, parameters);
  }

  /** {@link RmsProp} at work: s ← ρs + (1 − ρ)g², w ← w − ηg / (√s + ε). */
  static final class Engine extends SlotOptimizer {

    private final float rho;
    private final float fresh; // 1 − ρ
    private final float epsilon;

    Engine(RmsProp config, List<Parameter> parameters) {
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
        s[i] = flushTiny(old * s[i] + now * g[i] * g[i], LEAST_SQUARE);
        w[i] = flushTiny(w[i] - eta * g[i] / ((float) Math.sqrt(s[i]) + eps), LEAST_WEIGHT);
      }
    }
  }
}
