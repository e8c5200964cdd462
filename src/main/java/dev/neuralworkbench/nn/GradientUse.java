package dev.neuralworkbench.nn;

/** What is done with gradients as soon as they are complete, while they lie in the cache. */
@FunctionalInterface
public interface GradientUse {

  /** Leaves them where they are. */
  GradientUse NONE = (_, _, _) -> {};

  /**
   * Some elements of a parameter's gradient are complete. Called from several threads at once, for
   * other elements.
   *
   * @param parameter index in {@link Network#parameters}
   * @param from first element
   * @param to element after the last
   */
  void complete(int parameter, int from, int to);
}
