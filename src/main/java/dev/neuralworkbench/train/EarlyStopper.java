package dev.neuralworkbench.train;

import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.Parameter;
import dev.neuralworkbench.train.optimizer.WeightBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Early stopping at work: the best epoch so far, its weights, and how long ago it was. Without a
 * rule there is none.
 */
final class EarlyStopper {

  private final @Nullable EarlyStopping rule;
  private final @Nullable WeightBuffer
      weights; // those of the best epoch, if they are to be restored
  private Improvement watch = Improvement.START;
  private boolean found;
  private @Nullable NetworkWeights snapshot; // of the weights, until there are better ones

  EarlyStopper(@Nullable EarlyStopping rule, List<Parameter> parameters) {
    this.rule = rule;
    weights = rule != null && rule.restoreBest() ? new WeightBuffer(parameters) : null;
  }

  /**
   * Judges the last epoch of the history; the network has the weights of its end. Where patience
   * had run out and the run went on all the same, waiting begins anew.
   *
   * @return whether it is the best so far, and its weights are kept
   */
  boolean epochEnded(TrainingHistory history) {
    if (rule == null) {
      return false;
    }
    var cost = rule.monitor().cost(history, history.epochs() - 1);
    if (exhausted()) {
      watch = watch.rested();
    }
    watch = watch.next(cost, rule.minDelta());
    if (!watch.improved() || weights == null) {
      return false;
    }
    weights.copyValues();
    found = true;
    snapshot = null;
    return true;
  }

  boolean exhausted() {
    return rule != null && watch.waited() >= rule.patience();
  }

  /** The weights of the best epoch; null if they are not kept, or there is none yet. */
  @Nullable NetworkWeights weights() {
    if (snapshot == null && weights != null && found) {
      snapshot = weights.snapshot();
    }
    return snapshot;
  }

  /** How the number has done; a score is watched with the sign changed. */
  Improvement watch() {
    return watch;
  }

  void restore(Improvement watch, @Nullable NetworkWeights best) {
    this.watch = rule == null ? Improvement.START : watch;
    found = best != null;
    snapshot = weights == null ? null : best;
    if (weights != null && best != null) {
      weights.restore(best);
    }
  }
}
