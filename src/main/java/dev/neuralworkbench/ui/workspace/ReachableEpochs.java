package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.train.TrainingHistory;

/**
 * The moments of a run that can be gone back to, as numbers of epochs done.
 *
 * @param first the earliest
 * @param last the end, or the last epoch yet
 * @param best the best yet; 0 where there is none
 * @param present the one that shows when none is chosen: the last, or after a run that has restored
 *     its best weights their epoch
 */
public record ReachableEpochs(int first, int last, int best, int present) {

  public static final ReachableEpochs NONE = new ReachableEpochs(0, 0, 0, 0);

  /** Those of a run, as far as the document's model has come. */
  static ReachableEpochs of(Run run, TrainingHistory history) {
    var first = run.trail().first();
    var best = run.trail().bestEpoch();
    var last = history.epochs();
    var present = Math.min(last, RunResult.used(run.experiment(), history));
    return first < 0 || first >= last
        ? NONE
        : new ReachableEpochs(first, last, best > last ? 0 : best, present);
  }

  /** Whether the present shows what is asked for; beyond the last epoch there is only that. */
  boolean isPresent(int epochs) {
    return epochs == present || (epochs >= last && present == last);
  }

  public boolean isAny() {
    return last > first;
  }
}
