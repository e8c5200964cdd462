package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.model.TrainingStart;
import dev.neuralworkbench.train.CheckpointTrail;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.workspace.settings.Engine;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes runs ready in the background. A run that goes on with an earlier one takes over its way
 * back.
 */
final class RunStarts {

  private final BackgroundTasks tasks;
  private final PastRuns pastRuns = new PastRuns();
  private int latest;

  RunStarts(BackgroundTasks tasks) {
    this.tasks = tasks;
  }

  /**
   * Prepares the rows of a document's draft and a session on them. Nothing is told of a run that is
   * not wanted any more.
   */
  void prepare(
      TrainingPlan plan,
      DataReference data,
      Engine computes,
      Consumer<Run> ready,
      Runnable failed,
      Runnable cancelled) {
    var number = ++latest;
    var trail = trail(plan, computes);
    tasks
        .submit(
            "job.preparing",
            _ -> new Run(plan, data, computes, trail),
            (Run run) ->
                ifLatest(
                    number,
                    () -> {
                      pastRuns.add(run);
                      ready.accept(run);
                    }),
            _ -> ifLatest(number, failed))
        .whenCancelled(() -> ifLatest(number, cancelled));
  }

  private void ifLatest(int number, Runnable told) {
    if (number == latest) {
      told.run();
    }
  }

  void forget() {
    latest++;
  }

  @Nullable Run runOf(Model model) {
    return pastRuns.of(model.history());
  }

  /** The way back for a run: it goes on with that of the run which it continues, or begins. */
  private CheckpointTrail trail(TrainingPlan plan, Engine computes) {
    if (plan.start() instanceof TrainingStart.Continued continued) {
      var continues = pastRuns.of(continued.past());
      if (continues != null && continues.isComputedBy(computes)) {
        return continues.trail().until(continued.checkpoint());
      }
    }
    return new CheckpointTrail();
  }
}
