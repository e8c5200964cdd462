package dev.neuralworkbench.train;

/**
 * How a watched number has done so far.
 *
 * @param best the best value yet; NaN for none
 * @param waited epochs in a row since without a better one
 */
public record Watch(double best, int waited) {

  /** Nothing watched yet. */
  public static final Watch START = new Watch(Double.NaN, 0);

  /**
   * The watch after one more value.
   *
   * @param minDelta how much lower counts as better
   */
  Watch next(double value, double minDelta) {
    var better = Double.isNaN(best) ? !Double.isNaN(value) : value < best - minDelta;
    return better ? new Watch(value, 0) : new Watch(best, waited + 1);
  }

  /** Whether the last value was the best. */
  boolean improved() {
    return waited == 0 && !Double.isNaN(best);
  }

  /** The same best, with the waiting begun anew. */
  Watch rested() {
    return new Watch(best, 0);
  }
}
