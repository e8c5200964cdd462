package dev.neuralworkbench.nn;

import java.util.Optional;

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

  /** Name in files and on the command line: {@code he_normal}. */
  public String id() {
    return Ids.of(this);
  }

  /** The initializer of that name; empty if there is none. */
  public static Optional<Initializer> ofId(String id) {
    return Ids.find(Initializer.class, id);
  }
}
