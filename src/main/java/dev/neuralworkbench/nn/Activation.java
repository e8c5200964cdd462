package dev.neuralworkbench.nn;

import java.util.Optional;

/** The function f of a dense layer, Y = f(XW + b), applied to each element. */
public enum Activation {
  /** f(z) = z. */
  IDENTITY,
  /** f(z) = 1 / (1 + e⁻ᶻ). */
  SIGMOID,
  /** f(z) = tanh z. */
  TANH,
  /** f(z) = max(0, z). */
  RELU,
  /** f(z) = z for z > 0, otherwise 0.01 z. */
  LEAKY_RELU,
  /** f(z) = z for z > 0, otherwise eᶻ − 1. */
  ELU,
  /** f(z) = z Φ(z), Φ the normal distribution function (the exact form). */
  GELU,
  /** f(z) = log(1 + eᶻ). */
  SOFTPLUS;

  /** Name in files and on the command line: {@code leaky_relu}. */
  public String id() {
    return Ids.of(this);
  }

  /** The activation of that name; empty if there is none. */
  public static Optional<Activation> ofId(String id) {
    return Ids.find(Activation.class, id);
  }
}
