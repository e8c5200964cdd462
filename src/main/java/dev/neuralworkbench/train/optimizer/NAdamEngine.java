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

  private final double momentumDecay;
  private Momentum momentum;

  // Of the step under way.
  private float ofMean; // a
  private float ofGradient; // b

  NAdamEngine(
      double beta1,
      double beta2,
      double epsilon,
      double momentumDecay,
      List<Parameter> parameters) {
    super(beta1, beta2, epsilon, 0, parameters);
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
  void update(float[] w, float[] g, float[][] slots, int from, int to) {
    var m = slots[0];
    var v = slots[1];
    var beta1 = (float) this.beta1;
    var fresh1 = (float) (1 - this.beta1);
    var beta2 = (float) this.beta2;
    var fresh2 = (float) (1 - this.beta2);
    var epsilon = (float) this.epsilon;
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
  public void state(OptimizerState state) {
    super.state(state);
    momentum = new Momentum(beta1, momentumDecay, state.steps());
  }
}
