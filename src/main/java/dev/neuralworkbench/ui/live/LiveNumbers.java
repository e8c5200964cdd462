package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.train.EpochResult;
import org.jspecify.annotations.Nullable;

/**
 * The numbers at the head of the screen; NaN while there are none.
 *
 * @param learning whether they are means of the epoch, as the curves; else the network's own
 */
record LiveNumbers(EpochResult result, boolean learning, LiveWords.@Nullable Phrase remark) {

  private static final EpochResult NOTHING =
      new EpochResult(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  static final LiveNumbers NONE = new LiveNumbers(NOTHING, false, null);

  /** The numbers of an epoch, counted from 1; none where the run has no such epoch. */
  static LiveNumbers of(LiveRun run, int epoch) {
    var has = epoch >= 1 && epoch <= run.history().epochs();
    return new LiveNumbers(has ? run.history().result(epoch - 1) : NOTHING, true, null);
  }

  static LiveNumbers inUse(LiveRun run) {
    return of(run, run.used());
  }

  /** The numbers of a network that was changed since its last epoch; null where unknown. */
  static LiveNumbers changed(@Nullable EpochResult result, String key) {
    return new LiveNumbers(result == null ? NOTHING : result, false, LiveWords.Phrase.of(key));
  }

  /** With the network's own scores, where it was judged; folds in its place keep their word. */
  LiveNumbers judged(@Nullable EpochResult scores) {
    if (scores == null) {
      return this;
    }
    var own = !Double.isNaN(scores.validationLoss());
    var all =
        new EpochResult(
            scores.trainingLoss(),
            own ? scores.validationLoss() : result.validationLoss(),
            scores.trainingScore(),
            own ? scores.validationScore() : result.validationScore(),
            Double.NaN,
            Double.NaN);
    return new LiveNumbers(all, false, remark);
  }
}
