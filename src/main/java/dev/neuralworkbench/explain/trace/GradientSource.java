package dev.neuralworkbench.explain.trace;

/** Gives ∂L/∂w; a seam, so that a check can be shown to find a wrong one. */
@FunctionalInterface
public interface GradientSource {

  /** The gradient of a weight or, with {@link NetworkLocation#BIAS}, of a bias. */
  double gradient(int layer, int input, int unit);
}
