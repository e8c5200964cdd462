package dev.neuralworkbench.train.optimizer;

import static dev.neuralworkbench.formula.Assignment.GRADIENT;
import static dev.neuralworkbench.formula.Assignment.RATE;
import static dev.neuralworkbench.formula.Assignment.WEIGHT;

import dev.neuralworkbench.formula.Assignment;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.Expression.Letter;
import dev.neuralworkbench.formula.Expression.Quantity;
import dev.neuralworkbench.formula.Expression.Root;
import dev.neuralworkbench.nn.Parameter;
import dev.neuralworkbench.problem.Hyperparameter;
import java.util.List;

/**
 * Adagrad (Duchi, Hazan, Singer 2011), PyTorch's {@code Adagrad} without decay: s ← s + g² (s
 * starts at 0), w ← w − ηg / (√s + ε).
 *
 * @param learningRate η, in {@link OptimizerConfig#LEARNING_RATE}; default 0.01
 * @param epsilon ε, in {@link OptimizerConfig#EPSILON}; default 1e-10
 */
public record Adagrad(double learningRate, double epsilon) implements OptimizerConfig {

  /** η = 0.01, ε = 1e-10. */
  public static final Adagrad DEFAULT = new Adagrad(0.01, 1e-10);

  @Override
  public String id() {
    return "adagrad";
  }

  @Override
  public double usualRate() {
    return 0.1;
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(Hyperparameter.seldom("epsilon", EPSILON));
  }

  @Override
  public List<Assignment> update(long step) {
    var s =
        Assignment.squares(
            "second_moment",
            "s",
            Expression.sum(Letter.of("s"), GRADIENT.power(Expression.number(2))));
    var root = Expression.sum(new Root(s.left()), Quantity.chosen("ε", epsilon));
    return List.of(
        s, Assignment.newWeight(WEIGHT.minus(Expression.product(RATE, GRADIENT.over(root)))));
  }

  @Override
  public Optimizer create(List<Parameter> parameters) {
    return new Engine(this, parameters);
  }

  /** {@link Adagrad} at work: s ← s + g², w ← w − ηg / (√s + ε). */
  static final class Engine extends SlotOptimizer {

    private final float epsilon;

    Engine(Adagrad config, List<Parameter> parameters) {
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
        w[i] = flushTiny(w[i] - eta * g[i] / ((float) Math.sqrt(s[i]) + eps), LEAST_WEIGHT);
      }
    }
  }
}
