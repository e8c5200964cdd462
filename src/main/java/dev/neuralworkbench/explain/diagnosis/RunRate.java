package dev.neuralworkbench.explain.diagnosis;

/**
 * The learning rate of a run, beside those that its optimizer usually bears on scaled inputs: rules
 * of experience.
 */
final class RunRate {

  /** A rate so many times the usual one is blamed for what looks like its doing. */
  private static final double FAR_ABOVE = 10;

  private RunRate() {}

  /** The rate of the moment: one changed by hand is the one to blame. */
  static double of(Observation run) {
    var epochs = run.history().epochs();
    return epochs == 0
        ? run.config().optimizer().learningRate()
        : run.history().learningRate(epochs - 1);
  }

  static boolean isFarAboveUsual(Observation run) {
    return of(run) >= FAR_ABOVE * usual(run);
  }

  /** A tenth of a rate that is too high, or the usual one if that is lower still. */
  static double lowered(Observation run) {
    return Math.min(of(run) / 10, usual(run));
  }

  /** Ten times a rate that is too low, or a tenth of the usual one if that is higher still. */
  static double raised(Observation run) {
    return Math.max(10 * of(run), usual(run) / 10);
  }

  static double usual(Observation run) {
    return run.config().optimizer().usualRate();
  }
}
