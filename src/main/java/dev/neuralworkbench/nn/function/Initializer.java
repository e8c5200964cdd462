package dev.neuralworkbench.nn.function;

import dev.neuralworkbench.random.RandomSource;
import java.util.Arrays;

/** How the weights of a dense layer start; biases always start at 0. */
public enum Initializer {
  /** All 0. */
  ZEROS,
  /** Uniform in [−0.05, 0.05). */
  UNIFORM,
  /** Normal, mean 0, standard deviation 0.05. */
  NORMAL,
  /** Uniform in [−a, a), a = √(6 / (inputs + units)). Glorot and Bengio 2010, equation 16. */
  GLOROT_UNIFORM,
  /** Normal, mean 0, variance 2 / (inputs + units). Glorot and Bengio 2010, equation 12. */
  GLOROT_NORMAL,
  /** Uniform in [−a, a), a = √(6 / inputs): the variance of {@link #HE_NORMAL}. */
  HE_UNIFORM,
  /** Normal, mean 0, variance 2 / inputs. He et al. 2015, equation 10. */
  HE_NORMAL;

  private static final double SPREAD = 0.05;

  /**
   * Draws the starting weights of a layer.
   *
   * @param weights (inputs × units), row by row. Modified.
   */
  public void fill(float[] weights, int inputs, int units, RandomSource random) {
    switch (this) {
      case ZEROS -> Arrays.fill(weights, 0);
      case UNIFORM -> uniform(weights, SPREAD, random);
      case NORMAL -> normal(weights, SPREAD, random);
      case GLOROT_UNIFORM -> uniform(weights, Math.sqrt(6.0 / (inputs + units)), random);
      case GLOROT_NORMAL -> normal(weights, Math.sqrt(2.0 / (inputs + units)), random);
      case HE_UNIFORM -> uniform(weights, Math.sqrt(6.0 / inputs), random);
      case HE_NORMAL -> normal(weights, Math.sqrt(2.0 / inputs), random);
    }
  }

  private static void uniform(float[] weights, double limit, RandomSource random) {
    for (var i = 0; i < weights.length; i++) {
      weights[i] = (float) (limit * (2 * random.nextDouble() - 1));
    }
  }

  private static void normal(float[] weights, double deviation, RandomSource random) {
    for (var i = 0; i < weights.length; i++) {
      weights[i] = (float) (deviation * random.nextGaussian());
    }
  }
}
