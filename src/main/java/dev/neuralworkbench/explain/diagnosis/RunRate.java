package dev.neuralworkbench.explain.diagnosis;

import dev.neuralworkbench.train.optimizer.OptimizerConfig;

/** Learning rates that an optimizer usually bears on scaled inputs: rules of experience. */
final class UsualRate {

  /** A rate so many times the usual one is blamed for what looks like its doing. */
  private static final double FAR_ABOVE = 10;

  private UsualRate() {}

  static boolean isFarAbove(double rate, OptimizerConfig optimizer) {
    return rate >= FAR_ABOVE * optimizer.usualRate();
  }

  /** A tenth of a rate that is too high, or the usual one if that is lower still. */
  static double lowered(double rate, OptimizerConfig optimizer) {
    return Math.min(rate / 10, optimizer.usualRate());
  }
}
