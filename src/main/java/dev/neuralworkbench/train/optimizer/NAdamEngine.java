package dev.neuralworkbench.train.optimizer;

import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.nn.Parameter;
import java.util.List;

/**
 * {@link OptimizerConfig.NAdam} at work, with the moments of Adam: m ← β₁m + (1 − β₁)g, v ← β₂v +
 * (1 − β₂)g², w ← w − (am + bg) / (√v / √(1 − β₂ᵗ) + ε), with a = ημₜ₊₁ / (1 − Pμₜ₊₁) and b = η(1 −
 * μₜ) / (1 − P).
 */
final class NAdamEngine extends AdamEngine {

  /** Base of the power by which μ comes nearer to β₁ with every step. */
  private static final double SHRINK = 0.96;

  private final double beta1;
  private final double momentumDecay;
  private Momentum momentum;

  NAdamEngine(
      double beta1,
      double beta2,
      double epsilon,
      double momentumDecay,
      List<Parameter> parameters) {
    super(beta1, beta2, epsilon, 0, parameters);
    this.beta1 = beta1;
    this.momentumDecay = momentumDecay;
    momentum = new Momentum(beta1, momentumDecay, 0);
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
    Momentum(double beta1, double momentumDecay, long steps) {
      this.beta1 = beta1;
      shrink = StrictMath.pow(SHRINK, momentumDecay);
      var single = Math.min(steps, SINGLE_STEPS);
      for (var i = 0L; i < single; i++) {
        advance();
      }
      product *= StrictMath.pow(now(), (double) (steps - single));
      share *= StrictMath.pow(shrink, (double) (steps - single));
    }

    /** μₜ as a formula. */
    static Expression of(Expression b1, Expression t, Expression psi) {
      var power = Expression.number(SHRINK).power(Expression.product(t, psi));
      return Expression.product(
          b1, Expression.number(1).minus(Expression.product(Expression.number(0.5), power)));
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
    super.begin(learningRate);
    momentum.advance();
    var ahead = momentum.next();
    ofMean = (float) (learningRate * ahead / (1 - momentum.product * ahead));
    ofGradient = (float) (learningRate * (1 - momentum.now()) / (1 - momentum.product));
  }

  @Override
  public void state(OptimizerState state) {
    super.state(state);
    momentum = new Momentum(beta1, momentumDecay, state.steps());
  }
}
