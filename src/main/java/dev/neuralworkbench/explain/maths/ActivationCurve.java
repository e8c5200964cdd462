package dev.neuralworkbench.explain.maths;

import dev.neuralworkbench.formula.NormalDistribution;
import dev.neuralworkbench.nn.function.Activation;

/** An activation and its derivative in double; a seam, so that a test can plant a wrong one. */
public interface ActivationCurve {

  /** f(z). */
  double value(double z);

  /**
   * f′(z).
   *
   * @param y f(z)
   */
  double slope(double z, double y);

  /** Whether f′ jumps at z = 0. */
  boolean hasKink();

  /** The curve of an activation. */
  static ActivationCurve of(Activation activation) {
    return new Plain(activation);
  }

  /** The curve as it is. */
  record Plain(Activation activation) implements ActivationCurve {

    @Override
    public double value(double z) {
      return switch (activation) {
        case IDENTITY -> z;
        case SIGMOID -> 1 / (1 + StrictMath.exp(-z));
        case TANH -> StrictMath.tanh(z);
        case RELU -> StrictMath.max(0, z);
        case LEAKY_RELU -> z > 0 ? z : ActivationMaths.LEAK * z;
        case ELU -> z > 0 ? z : StrictMath.expm1(z);
        case GELU -> z * NormalDistribution.distribution(z);
        case SOFTPLUS ->
            StrictMath.max(z, 0) + StrictMath.log1p(StrictMath.exp(-StrictMath.abs(z)));
      };
    }

    @Override
    public double slope(double z, double y) {
      return switch (activation) {
        case IDENTITY -> 1;
        case SIGMOID -> y * (1 - y);
        case TANH -> 1 - y * y;
        case RELU -> z > 0 ? 1 : 0;
        case LEAKY_RELU -> z > 0 ? 1 : ActivationMaths.LEAK;
        case ELU -> z > 0 ? 1 : y + 1;
        case GELU -> NormalDistribution.distribution(z) + z * NormalDistribution.density(z);
        case SOFTPLUS -> 1 / (1 + StrictMath.exp(-z));
      };
    }

    @Override
    public boolean hasKink() {
      return switch (activation) {
        case RELU, LEAKY_RELU -> true;
        case IDENTITY, SIGMOID, TANH, ELU, GELU, SOFTPLUS -> false;
      };
    }
  }
}
