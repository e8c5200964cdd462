package dev.neuralworkbench.train;

import dev.neuralworkbench.data.encode.Dataset;

/** Which fold judges which row of a run, for tests outside of this room. */
public final class DealtFolds {

  private DealtFolds() {}

  /** The fold of every training row. */
  public static int[] of(Dataset training, TrainingConfig config) {
    return FoldNetworks.deal(training, config.foldCount(), config.seed());
  }
}
