package dev.neuralworkbench.explain.diagnosis;

import dev.neuralworkbench.train.optimizer.Adagrad;
import dev.neuralworkbench.train.optimizer.Adam;
import dev.neuralworkbench.train.optimizer.AdamW;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.optimizer.RmsProp;
import dev.neuralworkbench.train.optimizer.Sgd;

/** Learning rates that an optimizer usually bears on scaled inputs: rules of experience. */
final class UsualRate {

  /** A rate so many times the usual one is blamed for what looks like its doing. */
  private static final double FAR_ABOVE = 10;

  private UsualRate() {}

  /** Adam and its kin move each weight by about the rate; SGD by the rate times the gradient. */
  static double of(OptimizerConfig optimizer) {
    return switch (optimizer) {
      case Adam _, AdamW _, RmsProp _ -> 0.01;
      case Sgd _, Adagrad _ -> 0.1;
    };
  }

  static boolean isFarAbove(double rate, OptimizerConfig optimizer) {
    return rate >= FAR_ABOVE * of(optimizer);
  }

  /** A tenth of a rate that is too high, or the usual one if that is lower still. */
  static double lowered(double rate, OptimizerConfig optimizer) {
    return Math.min(rate / 10, of(optimizer));
  }
}
