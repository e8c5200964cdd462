package dev.neuralworkbench.train.optimizer;

import static dev.neuralworkbench.formula.Assignment.GRADIENT;
import static dev.neuralworkbench.formula.Assignment.RATE;
import static dev.neuralworkbench.formula.Assignment.WEIGHT;

import dev.neuralworkbench.formula.Assignment;
import dev.neuralworkbench.formula.Maths;
import dev.neuralworkbench.formula.Maths.Letter;
import dev.neuralworkbench.formula.Maths.Quantity;
import dev.neuralworkbench.formula.Maths.Root;
import dev.neuralworkbench.nn.Parameter;
import dev.neuralworkbench.problem.Hyperparameter;
import java.util.List;
import java.util.stream.Stream;

/**
 * Adam (Kingma, Ba 2015, algorithm 1): m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g² (both start at 0),
 * w ← w − η m̂ / (√v̂ + ε), with m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ) after t steps.
 *
 * @param learningRate η, in {@link OptimizerConfig#LEARNING_RATE}; default 0.001
 * @param beta1 β₁, in {@link OptimizerConfig#DECAY}; default 0.9
 * @param beta2 β₂, in {@link OptimizerConfig#DECAY}; default 0.999
 * @param epsilon ε, in {@link OptimizerConfig#EPSILON}; default 1e-8
 */
public record Adam(double learningRate, double beta1, double beta2, double epsilon)
    implements OptimizerConfig {

  /** η = 0.001, β₁ = 0.9, β₂ = 0.999, ε = 1e-8. */
  public static final Adam DEFAULT = new Adam(0.001, 0.9, 0.999, 1e-8);

  @Override
  public String id() {
    return "adam";
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.seldom("beta1", DECAY),
        Hyperparameter.seldom("beta2", DECAY),
        Hyperparameter.seldom("epsilon", EPSILON));
  }

  @Override
  public List<Assignment> update(long step) {
    return update(step, List.of(), WEIGHT);
  }

  /**
   * The rule after other lines.
   *
   * @param before lines that come first
   * @param weight the weight that they leave
   */
  List<Assignment> update(long step, List<Assignment> before, Letter weight) {
    var b1 = Quantity.chosen("β₁", beta1);
    var b2 = Quantity.chosen("β₂", beta2);
    var t = Quantity.chosen("t", (double) step);
    var one = Maths.number(1);
    var square = GRADIENT.power(Maths.number(2));
    var m = Assignment.memory("first_moment", "m", Assignment.average(b1, "m", GRADIENT));
    var v = Assignment.squares("second_moment", "v", Assignment.average(b2, "v", square));
    var mean = Assignment.part("first_corrected", "m̂", m.left().over(one.minus(b1.power(t))));
    var size = Assignment.part("second_corrected", "v̂", v.left().over(one.minus(b2.power(t))));
    var root = Maths.sum(new Root(size.left()), Quantity.chosen("ε", epsilon));
    var next = weight.minus(Maths.product(RATE, mean.left().over(root)));
    return Stream.concat(before.stream(), Stream.of(m, v, mean, size, Assignment.newWeight(next)))
        .toList();
  }

  @Override
  public Optimizer create(List<Parameter> parameters) {
    return new AdamOptimizer(this, 0, parameters);
  }
}
