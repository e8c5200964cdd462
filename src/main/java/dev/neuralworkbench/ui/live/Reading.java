package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.train.EpochResult;
import org.jspecify.annotations.Nullable;

/**
 * The numbers at the head of the screen: those of the network that shows.
 *
 * @param epoch whose numbers they are, counted from 1; 0 before the first
 * @param result losses and scores; null while there are none
 * @param learning whether they are means over the epoch while the weights changed, as the curves
 *     have them; otherwise the network's own
 * @param remark says of a changed network that it is; null for that of an epoch
 */
record Reading(
    ProblemType problem,
    int epoch,
    @Nullable EpochResult result,
    boolean learning,
    @Nullable Phrase remark) {

  /** Nothing yet. */
  static Reading none(ProblemType problem) {
    return new Reading(problem, 0, null, false, null);
  }

  /** The numbers of an epoch, counted from 1; none where the run has no such epoch. */
  static Reading of(LiveRun run, int epoch) {
    var has = epoch >= 1 && epoch <= run.history().epochs();
    return new Reading(
        run.problem(), epoch, has ? run.history().result(epoch - 1) : null, true, null);
  }

  /** The numbers of the network that predicts: the last epoch's, or the one's restored. */
  static Reading inUse(LiveRun run) {
    return of(run, run.used());
  }

  /** The numbers of a network that was changed since its last epoch; null where unknown. */
  static Reading changed(LiveRun run, @Nullable EpochResult result, String key) {
    return new Reading(run.problem(), run.history().epochs(), result, false, Phrase.of(key));
  }

  /**
   * The same with what the network itself scores, where it was judged; folds, which judge in its
   * place, keep their word.
   */
  Reading judged(@Nullable EpochResult scores) {
    if (scores == null) {
      return this;
    }
    var own = !Double.isNaN(scores.validationLoss());
    var all =
        new EpochResult(
            scores.trainingLoss(),
            own ? scores.validationLoss() : validationLoss(),
            scores.trainingScore(),
            own ? scores.validationScore() : validationScore(),
            Double.NaN,
            Double.NaN);
    return new Reading(problem, epoch, all, false, remark);
  }

  double trainingLoss() {
    return result == null ? Double.NaN : result.trainingLoss();
  }

  double validationLoss() {
    return result == null ? Double.NaN : result.validationLoss();
  }

  double trainingScore() {
    return result == null ? Double.NaN : result.trainingScore();
  }

  double validationScore() {
    return result == null ? Double.NaN : result.validationScore();
  }
}
