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
    var one = Expression.number(1);
    var square = GRADIENT.power(Expression.number(2));
    var now = Assignment.shared("momentum_now", Letter.of("μ"), momentum(b1, t));
    var next =
        Assignment.shared(
            "momentum_next", Assignment.after("μ"), momentum(b1, Expression.sum(t, one)));
    var before = Quantity.of(Letter.of("P"), new Engine.Momentum(this, step - 1).product);
    var all =
        Assignment.shared(
            "momentum_product", Assignment.after("P"), Expression.product(before, now.left()));
    var m = Assignment.memory("first_moment", "m", Assignment.average(b1, "m", GRADIENT));
    var v = Assignment.squares("second_moment", "v", Assignment.average(b2, "v", square));
    var ahead =
        Expression.product(next.left(), m.left())
            .over(one.minus(Expression.product(all.left(), next.left())));
    var fresh = Expression.product(one.minus(now.left()), GRADIENT).over(one.minus(all.left()));
    var mean = Assignment.part("first_ahead", "m̂", Expression.sum(ahead, fresh));
    var size = Assignment.part("second_corrected", "v̂", v.left().over(one.minus(b2.power(t))));
    var root = Expression.sum(new Root(size.left()), Quantity.chosen("ε", epsilon));
    return List.of(
        now,
        next,
        all,
        m,
        v,
        mean,
        size,
        Assignment.newWeight(WEIGHT.minus(Expression.product(RATE, mean.left().over(root)))));
  }

  /** β₁(1 − ½ · 0.96^(tψ)). */
  private Expression momentum(Expression b1, Expression t) {
    var power =
        Expression.number(SHRINK).power(Expression.product(t, Quantity.chosen("ψ", momentumDecay)));
    return Expression.product(
        b1, Expression.number(1).minus(Expression.product(Expression.number(0.5), power)));
  }

  @Override
  public Optimizer create(List<Parameter> parameters) {
    return new Engine(this, parameters);
  }

  /**
   * {@link NAdam} at work: m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², w ← w − (am + bg) / (√v / √(1
   * − β₂ᵗ) + ε), with a = ημₜ₊₁ / (1 − Pμₜ₊₁) and b = η(1 − μₜ) / (1 − P).
   */
  static final class Engine extends SlotOptimizer {

    private final NAdam config;
    private Momentum momentum;
    private long steps;
    private double beta2Power = 1; // β₂ᵗ

    // Of the step under way.
    private float ofMean; // a
    private float ofGradient; // b
    private float root; // 1 / √(1 − β₂ᵗ)

    Engine(NAdam config, List<Parameter> parameters) {
      super(config, parameters);
      this.config = config;
      momentum = new Momentum(config, 0);
    }

    /** μₜ = β₁(1 − ½ · 0.96^(tψ)) from step to step, and the product of all so far. */
    static final class Momentum {

      private final double beta1;
      private final double shrink; // 0.96^ψ
      private double share = 0.5; // ½ · 0.96^(tψ)
      double product = 1; // P

      /**
       * After so many steps, with the rounding of single steps; beyond a thousand million, of one.
       */
      Momentum(NAdam config, long steps) {
        beta1 = config.beta1();
        shrink = StrictMath.pow(NAdam.SHRINK, config.momentumDecay());
        var single = Math.min(steps, SINGLE_STEPS);
        for (var i = 0L; i < single; i++) {
          advance();
        }
        product *= StrictMath.pow(now(), (double) (steps - single));
        share *= StrictMath.pow(shrink, (double) (steps - single));
      }

      void advance() {
        share *= shrink;
        product *= now();
      }

      double now() {
        return beta1 * (1 - share);
      }

      double next() {
        return beta1 * (1 - share * shrink);
      }
    }

    @Override
    public void begin(double learningRate) {
      steps++;
      beta2Power *= config.beta2();
      momentum.advance();
      var ahead = momentum.next();
      ofMean = (float) (learningRate * ahead / (1 - momentum.product * ahead));
      ofGradient = (float) (learningRate * (1 - momentum.now()) / (1 - momentum.product));
      root = (float) (1 / Math.sqrt(1 - beta2Power));
    }

    @Override
    void update(float[] w, float[] g, float[][] slots, int from, int to) {
      var m = slots[0];
      var v = slots[1];
      var beta1 = (float) config.beta1();
      var fresh1 = (float) (1 - config.beta1());
      var beta2 = (float) config.beta2();
      var fresh2 = (float) (1 - config.beta2());
      var epsilon = (float) config.epsilon();
      var a = ofMean;
      var b = ofGradient;
      var correction = root;
      for (var i = from; i < to; i++) {
        m[i] = flushTiny(beta1 * m[i] + fresh1 * g[i], LEAST_MEAN);
        v[i] = flushTiny(beta2 * v[i] + fresh2 * g[i] * g[i], LEAST_SQUARE);
        var size = (float) Math.sqrt(v[i]) * correction + epsilon;
        w[i] = flushTiny(w[i] - (a * m[i] + b * g[i]) / size, LEAST_WEIGHT);
      }
    }

    @Override
    long steps() {
      return steps;
    }

    @Override
    public void state(OptimizerState state) {
      super.state(state);
      steps = state.steps();
      momentum = new Momentum(config, steps);
      beta2Power = power(config.beta2(), steps);
    }
  }
}
