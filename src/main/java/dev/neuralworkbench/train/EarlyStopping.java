package dev.neuralworkbench.train;

import dev.neuralworkbench.problem.Hyperparameter;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * Stop when a number stops getting better: after {@code patience} epochs in a row without an
 * improvement of more than {@code minDelta} over the best.
 *
 * @param monitor the number watched; default validation loss
 * @param minDelta how much better counts as better, in {@link #MIN_DELTA}; default 0
 * @param patience epochs in vain after which the run stops, in {@link #PATIENCE}; default 20
 * @param restoreBest whether the run ends with the weights of its best epoch; default yes
 */
public record EarlyStopping(Monitor monitor, double minDelta, int patience, boolean restoreBest) {

  public static final Range MIN_DELTA = Range.closed(0, 1000);

  /** Allowed patience in epochs. */
  public static final Range PATIENCE = Range.whole(1, 1_000_000);

  /** What its components start with in problems and forms. */
  public static final String COMPONENT = "training.stopping.earlyStopping.";

  /** Its choices but the number watched, in the order of a form. */
  public static final List<Hyperparameter> HYPERPARAMETERS =
      List.of(
          Hyperparameter.of("patience", PATIENCE),
          Hyperparameter.of("minDelta", MIN_DELTA),
          Hyperparameter.flag("restoreBest"));

  /** Validation loss, 20 epochs, best weights restored. */
  public static final EarlyStopping DEFAULT =
      new EarlyStopping(Monitor.VALIDATION_LOSS, 0, 20, true);

  /**
   * The epoch of a history, counted from 0, that is the best by this rule; −1 where none counts.
   */
  public int best(TrainingHistory history) {
    var best = -1;
    var watch = Improvement.START;
    for (var epoch = 0; epoch < history.epochs(); epoch++) {
      watch = watch.next(monitor.cost(history, epoch), minDelta);
      best = watch.improved() ? epoch : best;
    }
    return best;
  }

  /**
   * What is wrong with these choices.
   *
   * @param validated whether validation rows or folds judge the run
   */
  List<Problem> problems(boolean validated) {
    var problems = new ArrayList<Problem>();
    HYPERPARAMETERS.forEach(it -> problems.addAll(it.problems(COMPONENT, this)));
    if (monitor.needsValidation() && !validated) {
      problems.add(
          Problem.of(
              "training.problem.monitorNeedsValidation",
              COMPONENT + "monitor",
              null,
              Ids.of(monitor)));
    }
    return problems;
  }
}
