package dev.neuralworkbench.explain.diagnosis;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.TrainingHistory;
import java.util.List;

/**
 * What is known of a run, under way or over.
 *
 * @param vitals how its layers fare, as far as it was measured; may be empty
 * @param products used by the calling thread, to try what may help
 */
public record Observation(
    Preparation preparation,
    NetworkDesign design,
    TrainingConfig config,
    TrainingHistory history,
    Dataset training,
    List<Vitals> vitals,
    Products products) {

  /** A rate so many times the usual one is blamed for what looks like its doing. */
  private static final double FAR_ABOVE = 10;

  public Observation {
    vitals = List.copyOf(vitals);
  }

  int outputs() {
    return training.targets() instanceof ClassTargets targets
        ? design.loss().outputs(ProblemType.CLASSIFICATION, targets.classCount())
        : design.loss().outputs(ProblemType.REGRESSION, 0);
  }

  /** The largest share dropped; 0 without dropout. */
  double dropout() {
    return design.hidden().stream()
        .mapToDouble(layer -> layer instanceof DropoutDesign(var rate) ? rate : 0)
        .max()
        .orElse(0);
  }

  /** The rate of the moment: one changed by hand is the one to blame. */
  double rate() {
    var epochs = history.epochs();
    return epochs == 0 ? config.optimizer().learningRate() : history.learningRate(epochs - 1);
  }

  boolean isRateFarAboveUsual() {
    return rate() >= FAR_ABOVE * usualRate();
  }

  /** A tenth of a rate that is too high, or the usual one if that is lower still. */
  double loweredRate() {
    return Math.min(rate() / 10, usualRate());
  }

  /** Ten times a rate that is too low, or a tenth of the usual one if that is higher still. */
  double raisedRate() {
    return Math.max(10 * rate(), usualRate() / 10);
  }

  double usualRate() {
    return config.optimizer().usualRate();
  }
}
