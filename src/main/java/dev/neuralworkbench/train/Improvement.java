package dev.neuralworkbench.train;

import org.jspecify.annotations.Nullable;

/**
 * How a watched number has done so far.
 *
 * @param best the best value yet; null for none
 * @param waited epochs in a row since without a better one
 */
public record Improvement(@Nullable Double best, int waited) {

  /** Nothing watched yet. */
  public static final Improvement START = new Improvement(null, 0);

  /**
   * The watch after one more value.
   *
   * @param minDelta how much lower counts as better
   */
  Improvement next(double value, double minDelta) {
    var better = best == null ? !Double.isNaN(value) : value < best - minDelta;
    return better ? new Improvement(value, 0) : new Improvement(best, waited + 1);
  }

  boolean improved() {
    return waited == 0 && best != null;
  }

  /** The same best, with the waiting begun anew. */
  Improvement rested() {
    return new Improvement(best, 0);
  }
}
