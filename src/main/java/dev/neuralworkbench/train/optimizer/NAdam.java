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
import dev.neuralworkbench.problem.Range;
import java.util.List;

/**
 * NAdam (Dozat 2016, "Incorporating Nesterov Momentum into Adam"), PyTorch's {@code NAdam} without
 * weight decay: m and v as in {@link Adam}, μₜ = β₁(1 − ½ · 0.96^(tψ)), P ← Pμₜ (P starts at 1), m̂
 * = μₜ₊₁m / (1 − Pμₜ₊₁) + (1 − μₜ)g / (1 − P), w ← w − η m̂ / (√v̂ + ε).
 *
 * @param learningRate η, in {@link OptimizerConfig#LEARNING_RATE}; default 0.002
 * @param beta1 β₁, in {@link OptimizerConfig#DECAY}; default 0.9
 * @param beta2 β₂, in {@link OptimizerConfig#DECAY}; default 0.999
 * @param epsilon ε, in {@link OptimizerConfig#EPSILON}; default 1e-8
 * @param momentumDecay ψ, in {@link #MOMENTUM_DECAY}; default 0.004
 */
public record NAdam(
    double learningRate, double beta1, double beta2, double epsilon, double momentumDecay)
    implements OptimizerConfig {

  /** Allowed decays of the momentum. */
  public static final Range MOMENTUM_DECAY = Range.closed(0, 1);

  /** η = 0.002, β₁ = 0.9, β₂ = 0.999, ε = 1e-8, ψ = 0.004. */
  public static final NAdam DEFAULT = new NAdam(0.002, 0.9, 0.999, 1e-8, 0.004);

  /** Base of the power by which μ comes nearer to β₁ with every step. */
  static final double SHRINK = 0.96;

  @Override
  public String id() {
    return "nadam";
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.seldom("beta1", DECAY),
        Hyperparameter.seldom("beta2", DECAY),
        Hyperparameter.seldom("epsilon", EPSILON),
        Hyperparameter.seldom("momentumDecay", MOMENTUM_DECAY));
  }

  @Override
  public List<Assignment> update(long step) {
    var b1 = Quantity.chosen("β₁", beta1);
    var b2 = Quantity.chosen("β₂", beta2);
    var t = Quantity.chosen("t", (double) step);
    var one = Maths.number(1);
    var square = GRADIENT.power(Maths.number(2));
    var now = Assignment.shared("momentum_now", Letter.of("μ"), momentum(b1, t));
    var next =
        Assignment.shared("momentum_next", Assignment.after("μ"), momentum(b1, Maths.sum(t, one)));
    var before = Quantity.of(Letter.of("P"), new NAdamOptimizer.Momentum(this, step - 1).product);
    var all =
        Assignment.shared(
            "momentum_product", Assignment.after("P"), Maths.product(before, now.left()));
    var m = Assignment.memory("first_moment", "m", Assignment.average(b1, "m", GRADIENT));
    var v = Assignment.squares("second_moment", "v", Assignment.average(b2, "v", square));
    var ahead =
        Maths.product(next.left(), m.left())
            .over(one.minus(Maths.product(all.left(), next.left())));
    var fresh = Maths.product(one.minus(now.left()), GRADIENT).over(one.minus(all.left()));
    var mean = Assignment.part("first_ahead", "m̂", Maths.sum(ahead, fresh));
    var size = Assignment.part("second_corrected", "v̂", v.left().over(one.minus(b2.power(t))));
    var root = Maths.sum(new Root(size.left()), Quantity.chosen("ε", epsilon));
    return List.of(
        now,
        next,
        all,
        m,
        v,
        mean,
        size,
        Assignment.newWeight(WEIGHT.minus(Maths.product(RATE, mean.left().over(root)))));
  }

  /** β₁(1 − ½ · 0.96^(tψ)). */
  private Maths momentum(Maths b1, Maths t) {
    var power = Maths.number(SHRINK).power(Maths.product(t, Quantity.chosen("ψ", momentumDecay)));
    return Maths.product(b1, Maths.number(1).minus(Maths.product(Maths.number(0.5), power)));
  }

  @Override
  public Optimizer create(List<Parameter> parameters) {
    return new NAdamOptimizer(this, parameters);
  }
}
