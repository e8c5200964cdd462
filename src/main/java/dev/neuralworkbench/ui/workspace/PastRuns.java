package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.train.TrainingHistory;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The last run, and earlier ones as far as they are small: undo may lead back to their models, and
 * from there into their past.
 */
final class PastRuns {

  /** Memory of rows and checkpoints that earlier runs may take in all, in bytes. */
  private static final long LIMIT = 64L << 20;

  private static final int MOST = 8;

  private final Deque<Run> runs = new ArrayDeque<>();

  void add(Run run) {
    runs.addFirst(run);
    while (runs.size() > MOST || (runs.size() > 1 && earlierBytes() > LIMIT)) {
      runs.removeLast();
    }
  }

  /** The run that a model's history is of, or the beginning of; null if it is not remembered. */
  @Nullable Run of(TrainingHistory history) {
    return runs.stream().filter(run -> run.history().beginsWith(history)).findFirst().orElse(null);
  }

  private long earlierBytes() {
    return runs.stream().skip(1).mapToLong(Run::bytes).sum();
  }
}
