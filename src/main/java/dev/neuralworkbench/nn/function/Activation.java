package dev.neuralworkbench.nn.function;

import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.Expression.Cases;
import dev.neuralworkbench.formula.Expression.Letter;
import dev.neuralworkbench.formula.Expression.Negative;
import dev.neuralworkbench.formula.Expression.Quantity;
import dev.neuralworkbench.formula.Expression.Root;
import dev.neuralworkbench.formula.NamedFunction;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * The function f of a dense layer, Y = f(XW + b), applied to each element. Its derivative is taken
 * from the output y = f(z) wherever y says enough; otherwise it is worked out with y. What is known
 * of an activation is declared here; its words are in the bundles.
 *
 * <p>The loops have no branches (a step is made of {@code signum}) and are short, so that the
 * compiler can run them on vector registers: it does not unroll long ones.
 */
@SuppressWarnings("ImmutableEnumChecker") // Functions of expressions have no state.
public enum Activation implements ActivationFunction {
  /** f(z) = z. f′ = 1. */
  IDENTITY(z -> z, (_, _) -> Expression.number(1)) {
    @Override
    public void apply(float[] values, float[] slopes, int from, int to) {}

    @Override
    public void multiplyByDerivative(float[] outputs, float[] gradient, int from, int to) {}
  },

  /** f(z) = 1 / (1 + e⁻ᶻ). f′ = y(1 − y). */
  SIGMOID(
      z -> Expression.number(1).over(Expression.sum(Expression.number(1), exp(new Negative(z)))),
      (_, y) -> Expression.product(y, Expression.number(1).minus(y))) {
    @Override
    public void apply(float[] values, float[] slopes, int from, int to) {
      for (var i = from; i < to; i++) {
        values[i] = (float) Elementary.sigmoid(values[i]);
      }
    }

    @Override
    public void multiplyByDerivative(float[] outputs, float[] gradient, int from, int to) {
      for (var i = from; i < to; i++) {
        gradient[i] *= outputs[i] * (1 - outputs[i]);
      }
    }
  },

  /** f(z) = tanh z. f′ = 1 − y². */
  TANH(
      z -> Expression.call(NamedFunction.TANH, z),
      (_, y) -> Expression.number(1).minus(y.power(Expression.number(2)))) {
    @Override
    public void apply(float[] values, float[] slopes, int from, int to) {
      for (var i = from; i < to; i++) {
        values[i] = (float) Elementary.tanh(values[i]);
      }
    }

    @Override
    public void multiplyByDerivative(float[] outputs, float[] gradient, int from, int to) {
      for (var i = from; i < to; i++) {
        gradient[i] *= 1 - outputs[i] * outputs[i];
      }
    }
  },

  /** f(z) = max(0, z). f′ = 1 for y > 0, otherwise 0 (at z = 0 too). */
  RELU(
      z -> Expression.call(NamedFunction.MAX, Expression.number(0), z),
      (z, _) -> cases(z, Expression.number(1), Expression.number(0))) {
    @Override
    public void apply(float[] values, float[] slopes, int from, int to) {
      for (var i = from; i < to; i++) {
        values[i] = Math.max(0, values[i]);
      }
    }

    @Override
    public void multiplyByDerivative(float[] outputs, float[] gradient, int from, int to) {
      for (var i = from; i < to; i++) {
        gradient[i] *= Math.signum(outputs[i]);
      }
    }
  },

  /** f(z) = z for z > 0, otherwise 0.01 z. f′ = 1 for y > 0, otherwise 0.01. */
  LEAKY_RELU(
      z -> cases(z, z, Expression.product(Expression.number(0.01), z)),
      (z, _) -> cases(z, Expression.number(1), Expression.number(0.01))) {
    @Override
    public void apply(float[] values, float[] slopes, int from, int to) {
      for (var i = from; i < to; i++) {
        values[i] = Math.max(values[i], LEAK * values[i]);
      }
    }

    @Override
    public void multiplyByDerivative(float[] outputs, float[] gradient, int from, int to) {
      for (var i = from; i < to; i++) {
        gradient[i] *= Math.max(Math.signum(outputs[i]), LEAK);
      }
    }
  },

  /** f(z) = z for z > 0, otherwise eᶻ − 1. f′ = 1 for y > 0, otherwise y + 1. */
  ELU(
      z -> cases(z, z, exp(z).minus(Expression.number(1))),
      (z, y) -> cases(z, Expression.number(1), Expression.sum(y, Expression.number(1)))) {
    @Override
    public void apply(float[] values, float[] slopes, int from, int to) {
      for (var i = from; i < to; i++) {
        var z = values[i];
        values[i] = Math.max(z, 0) + (float) Elementary.expMinus1(Math.min(z, 0));
      }
    }

    @Override
    public void multiplyByDerivative(float[] outputs, float[] gradient, int from, int to) {
      for (var i = from; i < to; i++) {
        gradient[i] *= 1 + Math.min(outputs[i], 0);
      }
    }
  },

  /**
   * f(z) = z Φ(z) in the exact form, Φ and φ the normal distribution and its density. f′ = Φ(z) + z
   * φ(z); it is worked out from z, for f is not monotonic. With M(z) = Φ(−z) / φ(z), f(z) = max(z,
   * 0) − |z| φ(z) M(|z|) holds on both sides of 0 and loses no digit far out on the left. Within 4
   * ulp.
   */
  GELU(
      z -> Expression.product(z, Expression.number(0.5), twiceBelow(z)),
      (z, _) ->
          Expression.sum(
              Expression.product(Expression.number(0.5), twiceBelow(z)),
              Expression.product(z, density(z)))) {
    @Override
    public void apply(float[] values, float[] slopes, int from, int to) {
      ratios(values, slopes, from, to);
      tails(values, slopes, from, to);
      outputs(values, slopes, from, to);
      slopes(values, slopes, from, to);
    }

    // Each loop is as long as the compiler still runs on vector registers: φ is worked out twice.
    private static void ratios(float[] z, float[] ratios, int from, int to) {
      for (var i = from; i < to; i++) {
        ratios[i] = (float) Elementary.millsRatio(Math.abs(z[i]));
      }
    }

    // Makes M(|z|) to Φ(−|z|).
    private static void tails(float[] z, float[] ratios, int from, int to) {
      for (var i = from; i < to; i++) {
        ratios[i] = (float) (Elementary.normalDensity(z[i]) * ratios[i]);
      }
    }

    // Makes z to y, and Φ(−|z|) to Φ(−|z|) − |z| φ(z).
    private static void outputs(float[] values, float[] slopes, int from, int to) {
      for (var i = from; i < to; i++) {
        var z = values[i];
        var size = Math.abs(z);
        var tail = slopes[i];
        values[i] = Math.max(z, 0) - size * tail;
        slopes[i] = tail - size * (float) Elementary.normalDensity(z);
      }
    }

    // The derivative left of 0 is that already, right of it 1 less it; y has the sign of z.
    private static void slopes(float[] y, float[] slopes, int from, int to) {
      for (var i = from; i < to; i++) {
        var step = Math.max(Math.signum(y[i]), 0);
        slopes[i] = step + (1 - 2 * step) * slopes[i];
      }
    }
  },

  /** f(z) = log(1 + eᶻ). f′ = σ(z). */
  SOFTPLUS(
      z -> Expression.call(NamedFunction.LN, Expression.sum(Expression.number(1), exp(z))),
      (z, _) -> SIGMOID.formula(z)) {
    @Override
    public void apply(float[] values, float[] slopes, int from, int to) {
      for (var i = from; i < to; i++) {
        slopes[i] = (float) Elementary.exp(-Math.abs(values[i]));
      }
      for (var i = from; i < to; i++) {
        values[i] = (float) (Math.max(values[i], 0) + Elementary.log1p(slopes[i]));
      }
      // σ(z) = 1 / (1 + e) for z > 0, otherwise e / (1 + e), e = e^−|z|; y > log 2 where z > 0.
      for (var i = from; i < to; i++) {
        var step = 0.5f + 0.5f * Math.signum(values[i] - LOG_2);
        slopes[i] = (step + (1 - step) * slopes[i]) / (1 + slopes[i]);
      }
    }
  },

  /**
   * f(z) = z tanh(log(1 + eᶻ)), Misra 2019. With e = eᶻ and n = e(e + 2) it is z n / (n + 2), and
   * f′ = n / (n + 2) + 4z e(1 + e) / (n + 2)².
   */
  MISH(
      z -> Expression.product(z, bent(z)),
      (z, _) -> {
        var steep = Expression.number(1).minus(bent(z).power(Expression.number(2)));
        return Expression.sum(bent(z), Expression.product(z, steep, SIGMOID.formula(z)));
      }) {
    @Override
    public void apply(float[] values, float[] slopes, int from, int to) {
      for (var i = from; i < to; i++) {
        var z = values[i];
        var e = Elementary.exp(z);
        var n = e * (e + 2);
        slopes[i] = (float) ((n + 4 * z * e * (1 + e) / (n + 2)) / (n + 2));
      }
      for (var i = from; i < to; i++) {
        var z = Math.max(values[i], LEAST);
        var e = Elementary.exp(z);
        var n = e * (e + 2);
        values[i] = (float) (z * n / (n + 2));
      }
    }
  };

  private static final double SQRT_2 = 1.4142135623730951;

  private static final float LOG_2 = 0.6931472f;

  /** Below, {@link #MISH} is 0 as a {@code float}. */
  private static final float LEAST = -110;

  /** Slope of {@link #LEAKY_RELU} left of 0. */
  public static final float LEAK = 0.01f;

  private final UnaryOperator<Expression> formula;

  private final BinaryOperator<Expression> derivative;

  Activation(UnaryOperator<Expression> formula, BinaryOperator<Expression> derivative) {
    this.formula = formula;
    this.derivative = derivative;
  }

  /** f(z) as a formula, from which all but the engine follows. */
  public Expression formula(Expression z) {
    return formula.apply(z);
  }

  /**
   * Replaces each z by f(z) in double, for what is predicted; as the formula, but fast. Within
   * 1e-12.
   *
   * @param isExact otherwise {@link #GELU} is within 2e-9, in a fourth of the time
   */
  public void apply(double[] z, boolean isExact) {
    switch (this) {
      case IDENTITY -> {}
      case RELU -> {
        for (var i = 0; i < z.length; i++) {
          z[i] = Math.max(z[i], 0);
        }
      }
      default -> {
        for (var i = 0; i < z.length; i++) {
          z[i] = value(z[i], isExact);
        }
      }
    }
  }

  private double value(double z, boolean isExact) {
    return switch (this) {
      case IDENTITY -> z;
      case RELU -> Math.max(z, 0);
      case LEAKY_RELU -> Math.max(z, 0.01 * z);
      case SIGMOID -> Elementary.sigmoid(z);
      case TANH -> Elementary.tanh(z);
      case ELU -> Math.max(z, 0) + Elementary.expMinus1(Math.min(z, 0));
      case GELU ->
          isExact
              ? 0.5 * z * (1 + NamedFunction.ERF.value(z / SQRT_2))
              : Math.max(z, 0)
                  - Math.abs(z) * Elementary.normalDensity(z) * Elementary.millsRatio(Math.abs(z));
      case SOFTPLUS -> Math.max(z, 0) + Elementary.log1p(Elementary.exp(-Math.abs(z)));
      case MISH -> z * Elementary.tanh(SOFTPLUS.value(z, isExact));
    };
  }

  /** f′(z) as a formula, by z or by y = f(z); by y alone where f {@link #squashes}. */
  public Expression derivative(Expression z, Expression y) {
    return derivative.apply(z, y);
  }

  /** Whether f′ jumps at z = 0. */
  public boolean hasKink() {
    return this == RELU || this == LEAKY_RELU;
  }

  /** Whether f flattens out on both sides, so that a unit can be saturated. */
  public boolean squashes() {
    return this == SIGMOID || this == TANH;
  }

  /** The initializer that keeps the variance of the signal: Glorot where f bends little at 0. */
  public Initializer suited() {
    return squashes() || this == IDENTITY ? Initializer.GLOROT_UNIFORM : Initializer.HE_UNIFORM;
  }

  @Override
  public boolean derivativeFromOutput() {
    return this != GELU && this != SOFTPLUS && this != MISH;
  }

  /** 1 + erf(z / √2), twice the share of a normal distribution that lies below z. */
  private static Expression twiceBelow(Expression z) {
    return Expression.sum(
        Expression.number(1),
        Expression.call(NamedFunction.ERF, z.over(new Root(Expression.number(2)))));
  }

  /** e^(−z²/2) / √(2π), the density of a normal distribution. */
  private static Expression density(Expression z) {
    var two = Expression.number(2);
    var pi = Quantity.of(Letter.of("π"), StrictMath.PI);
    return exp(new Negative(z.power(two).over(two))).over(new Root(Expression.product(two, pi)));
  }

  /** tanh(log(1 + eᶻ)). */
  private static Expression bent(Expression z) {
    return Expression.call(NamedFunction.TANH, SOFTPLUS.formula(z));
  }

  private static Expression exp(Expression x) {
    return Expression.call(NamedFunction.EXP, x);
  }

  private static Expression cases(Expression z, Expression above, Expression below) {
    return new Cases(above, "z > 0", below, "z ≤ 0", z);
  }
}
