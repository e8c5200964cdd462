package dev.neuralworkbench.train;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.problem.Records;
import java.time.Duration;

/** Choices changed that the program itself changes by their settings alone. */
public final class Chosen {

  private Chosen() {}

  public static TrainingConfig withClipNorm(TrainingConfig config, double norm) {
    return Records.with(config, "clipNorm", norm);
  }

  public static TrainingConfig withShuffle(TrainingConfig config, boolean shuffle) {
    return Records.with(config, "shuffle", shuffle);
  }

  /** 0 for no limit. */
  public static TrainingConfig withMaxNorm(TrainingConfig config, double longest) {
    return Records.with(config, "maxNorm", longest);
  }

  public static Stopping withLossThreshold(Stopping stopping, double loss) {
    return Records.with(stopping, "lossThreshold", loss);
  }

  public static Stopping withTimeLimit(Stopping stopping, Duration limit) {
    return Records.with(stopping, "timeLimit", limit);
  }

  /** 1 for any. */
  public static Preparation withRare(Preparation preparation, int rare) {
    return Records.with(preparation, "rare", rare);
  }

  /** Without effect where nothing is balanced. */
  public static Preparation withPriorCorrected(Preparation preparation, boolean corrected) {
    return Records.with(preparation, "priorCorrected", corrected);
  }

  /** 0 for none. */
  public static NetworkDesign withLabelSmoothing(NetworkDesign design, double share) {
    return Records.with(design, "labelSmoothing", share);
  }
}
