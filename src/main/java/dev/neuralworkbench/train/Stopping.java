package dev.neuralworkbench.train;

import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a run ends, whichever comes first.
 *
 * @param epochs passes over the training rows, in {@link #EPOCHS}
 * @param lossThreshold the run ends after the first epoch whose training loss is below, in {@link
 *     #LOSS_THRESHOLD}; null for none
 * @param earlyStopping end when a number stops getting better; null for never
 * @param timeLimit the run ends at the first batch after so much training time, pauses left out;
 *     null for none
 */
public record Stopping(
    int epochs,
    @Nullable Double lossThreshold,
    @Nullable EarlyStopping earlyStopping,
    @Nullable Duration timeLimit) {

  public static final Range EPOCHS = Range.whole(1, 5_000_000);

  public static final Range LOSS_THRESHOLD = Range.above(0, 1e9);

  /** Allowed time limits in seconds. */
  public static final Range SECONDS = Range.above(0, 1e9);

  /** After so many epochs and not before. */
  public static Stopping after(int epochs) {
    return new Stopping(epochs, null, null, null);
  }

  /** The number that early stopping watches; null without. */
  @Nullable Monitor monitor() {
    return earlyStopping == null ? null : earlyStopping.monitor();
  }

  public Stopping withEpochs(int epochs) {
    return new Stopping(epochs, lossThreshold, earlyStopping, timeLimit);
  }

  /** The same with other early stopping; null for none. */
  public Stopping withEarlyStopping(@Nullable EarlyStopping earlyStopping) {
    return new Stopping(epochs, lossThreshold, earlyStopping, timeLimit);
  }

  /**
   * What is wrong with these choices.
   *
   * @param validated whether validation rows or folds judge the run
   */
  List<Problem> problems(boolean validated) {
    var problems = new ArrayList<>(EPOCHS.problems("training.stopping.epochs", epochs));
    if (lossThreshold != null) {
      problems.addAll(LOSS_THRESHOLD.problems("training.stopping.lossThreshold", lossThreshold));
    }
    if (earlyStopping != null) {
      problems.addAll(earlyStopping.problems(validated));
    }
    if (timeLimit != null) {
      var seconds = timeLimit.toNanos() * 1e-9;
      problems.addAll(SECONDS.problems("training.stopping.timeLimit", seconds));
    }
    return problems;
  }
}
