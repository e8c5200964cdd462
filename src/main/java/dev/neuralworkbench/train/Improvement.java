package dev.neuralworkbench.train;

/**
 * How a watched number has done so far.
 *
 * @param best the best value yet; NaN for none
 * @param waited epochs in a row since without a better one
 */
public record Improvement(double best, int waited) {

  /** Nothing watched yet. */
  public static final Improvement START = new Improvement(Double.NaN, 0);

  /**
   * The watch after one more value.
   *
   * @param minDelta how much lower counts as better
   */
  Improvement next(double value, double minDelta) {
    var better = Double.isNaN(best) ? !Double.isNaN(value) : value < best - minDelta;
    return better ? new Improvement(value, 0) : new Improvement(best, waited + 1);
  }

  /** Whether the last value was the best. */
  boolean improved() {
    return waited == 0 && !Double.isNaN(best);
  }

  /** The same best, with the waiting begun anew. */
  Improvement rested() {
    return new Improvement(best, 0);
  }
}
