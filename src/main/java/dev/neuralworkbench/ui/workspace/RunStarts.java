package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.model.TrainingPlan.TrainingStart;
import dev.neuralworkbench.train.CheckpointTrail;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.LatestTask;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes runs ready in the background; one that goes on takes over the way back of the former. */
final class RunStarts {

  /** Memory of rows and checkpoints that earlier runs may take in all, in bytes. */
  private static final long LIMIT = 64L << 20;

  private static final int MOST = 8;

  final LatestTask preparing;

  /** The last run, and earlier ones while they are small: undo may lead back to their models. */
  private final Deque<Run> pastRuns = new ArrayDeque<>();

  RunStarts(BackgroundTasks tasks, Runnable cancelled) {
    preparing = LatestTask.seen(tasks, "job.preparing").whenCancelled(cancelled);
  }

  /** Prepares rows and a session; nothing is told of a run that is not wanted any more. */
  void prepare(
      TrainingPlan plan,
      DataReference data,
      Engine computes,
      Consumer<Run> ready,
      Consumer<Exception> failed) {
    var trail = trail(plan, computes);
    preparing.ask(
        _ -> new Run(plan, data, computes, trail),
        run -> {
          add(run);
          ready.accept(run);
        },
        failed);
  }

  @Nullable Run runOf(TrainingHistory history) {
    return pastRuns.stream()
        .filter(run -> run.history().beginsWith(history))
        .findFirst()
        .orElse(null);
  }

  private void add(Run run) {
    pastRuns.addFirst(run);
    while (pastRuns.size() > MOST
        || (pastRuns.size() > 1 && pastRuns.stream().skip(1).mapToLong(Run::bytes).sum() > LIMIT)) {
      pastRuns.removeLast();
    }
  }

  /** The way back for a run: it goes on with that of the run which it continues, or begins. */
  private CheckpointTrail trail(TrainingPlan plan, Engine computes) {
    if (plan.start() instanceof TrainingStart.Continued continued) {
      var continues = runOf(continued.past());
      if (continues != null && continues.engine == computes) {
        return continues.trail.until(continued.checkpoint());
      }
    }
    return new CheckpointTrail();
  }
}
