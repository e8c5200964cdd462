package dev.neuralworkbench.nn.function;

/** What a dense layer asks of its activation f; a seam, so that a test can plant a wrong f′. */
public interface ActivationFunction {

  /**
   * Y = f(Z).
   *
   * @param values Z, elements from … to. Modified: becomes Y.
   * @param slopes becomes f′(Z), elements from … to, unless {@link #derivativeFromOutput}; then it
   *     is not looked at.
   */
  void apply(float[] values, float[] slopes, int from, int to);

  /** Whether the derivative is taken from Y, so that nothing else need be kept. */
  boolean derivativeFromOutput();

  /**
   * dL/dZ = dL/dY ⊙ f′(Z), from what is kept; of its own where that is Y.
   *
   * @param kept Y where {@link #derivativeFromOutput}, otherwise f′(Z). Not modified.
   * @param gradient dL/dY, elements from … to. Modified: becomes dL/dZ.
   */
  default void multiplyByDerivative(float[] kept, float[] gradient, int from, int to) {
    for (var i = from; i < to; i++) {
      gradient[i] *= kept[i];
    }
  }
}
