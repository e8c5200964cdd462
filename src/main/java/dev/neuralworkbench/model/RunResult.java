package dev.neuralworkbench.model;

import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.train.StopReason;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingHistory;
import org.jspecify.annotations.Nullable;

/**
 * What a run came to: the numbers of the epoch whose weights are in use.
 *
 * @param epochs epochs done
 * @param used the epoch whose weights are in use, counted from 1: the best one where early stopping
 *     restored it, otherwise the last; 0 before the first
 * @param trainingLoss training loss in that epoch, as trained; null where it does not exist
 * @param validationLoss validation loss after it; null where no rows judge
 * @param trainingScore accuracy or R² of the training rows in it; null where it does not exist
 * @param validationScore accuracy or R² of the validation rows after it; null where there is none
 * @param seconds training time in all
 * @param stopReason why it ended; null while it can go on
 */
public record RunResult(
    int epochs,
    int used,
    @Nullable Double trainingLoss,
    @Nullable Double validationLoss,
    @Nullable Double trainingScore,
    @Nullable Double validationScore,
    double seconds,
    @Nullable StopReason stopReason) {

  /** Epochs of a run so far. */
  public static final Range EPOCHS = Range.whole(0, (long) Stopping.EPOCHS.most());

  public static final Range FROM_0 = new Range(0, true, Double.POSITIVE_INFINITY, true, false);

  /** What is nearer to 0 may be a loss below it by rounding. */
  public static final double ROUNDING = 1e-6;

  public static final RunResult NONE = new RunResult(0, 0, null, null, null, null, 0, null);

  /** What a score may be: accuracy or R². */
  public static Range score(ProblemType type) {
    return Range.closed(type == ProblemType.CLASSIFICATION ? 0 : Double.NEGATIVE_INFINITY, 1);
  }

  /** Which epoch's weights may be in use after so many. */
  public static Range used(int epochs) {
    return Range.whole(Math.min(1, epochs), epochs);
  }

  public static RunResult of(Model model) {
    return of(model.history(), used(model.experiment(), model.history()));
  }

  /** The epoch whose weights a run leaves, counted from 1: the last, or the best one restored. */
  public static int used(Experiment experiment, TrainingHistory history) {
    var rule = experiment.training().stopping().earlyStopping();
    var best = rule == null || !rule.restoreBest() ? -1 : rule.best(history);
    return best < 0 || history.stopReason() == null ? history.epochs() : best + 1;
  }

  /** What a run came to whose model was not kept. */
  public static RunResult of(TrainingHistory history) {
    return of(history, history.epochs());
  }

  private static RunResult of(TrainingHistory history, int used) {
    if (used == 0) {
      return new RunResult(0, 0, null, null, null, null, 0, history.stopReason());
    }
    var epochs = history.epochs();
    var result = history.result(used - 1);
    return new RunResult(
        epochs,
        used,
        number(result.trainingLoss()),
        number(result.validationLoss()),
        number(result.trainingScore()),
        number(result.validationScore()),
        history.result(epochs - 1).seconds(),
        history.stopReason());
  }

  private static @Nullable Double number(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
