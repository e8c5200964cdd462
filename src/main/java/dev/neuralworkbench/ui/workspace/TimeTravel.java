package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.LatestTask;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Goes back to any epoch of the last run, under way or over: the workspace then shows the model as
 * it was, and training can be continued from there. Belongs to the FX thread; the run is repeated
 * off it, and the last wish counts.
 */
public final class TimeTravel {

  /** A moment of a run, after so many epochs; training can go on from its model. */
  public record ViewedMoment(int epochs, Model model, Run run) {

    boolean isBefore(Run it, Model come) {
      return run.equals(it) && epochs < come.history().epochs();
    }
  }

  /**
   * The moments of a run that can be gone back to, as numbers of epochs done.
   *
   * @param best the best yet; 0 where there is none
   * @param present the one that shows when none is chosen: the last, or after a run that has
   *     restored its best weights their epoch
   */
  public record ReachableEpochs(int first, int last, int best, int present) {

    public static final ReachableEpochs NONE = new ReachableEpochs(0, 0, 0, 0);

    static ReachableEpochs of(Run run, TrainingHistory history) {
      var first = run.trail.first();
      var best = run.trail.bestEpoch();
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

  /** A repetition that nobody waits for any more is finished if it takes no longer. */
  private static final long SHORT_NANOS = 150_000_000;

  private final Workspace workspace;
  private final Trainer trainer;
  private final BackgroundTasks tasks;
  private final LatestTask wish;
  public final ReadOnlyObjectProperty<@Nullable ViewedMoment> moment;
  public final ReadOnlyObjectWrapper<ReachableEpochs> reachable =
      new ReadOnlyObjectWrapper<>(ReachableEpochs.NONE);

  /** The moment that is on its way; null while none is. */
  public final ReadOnlyObjectWrapper<@Nullable Integer> wanted = new ReadOnlyObjectWrapper<>();

  /** Follows a workspace; {@code executor} repeats one run after another, off the FX thread. */
  public TimeTravel(
      Workspace workspace, Trainer trainer, BackgroundTasks tasks, Executor executor) {
    this.workspace = workspace;
    this.trainer = trainer;
    this.tasks = tasks;
    moment = workspace.moment;
    wish = LatestTask.unseen(tasks, executor, "past").lively();
    OnAnyChange.all(this::follow, workspace.document(), trainer.run());
    trainer.state().subscribe(this::leavePast);
  }

  // Commands.

  /** Looks how far the run has come; called once a frame while somebody looks. */
  public void pull() {
    var run = presentRun();
    reachable.set(run == null ? ReachableEpochs.NONE : ReachableEpochs.of(run, history(run)));
  }

  /** Shows the model as it was after so many epochs; those of the present are it. */
  public void show(int epochs) {
    pull();
    var run = presentRun();
    if (run == null || reachable.get().isPresent(epochs)) {
      back();
      return;
    }
    var epoch = Math.clamp(epochs, reachable.get().first(), reachable.get().last());
    wanted.set(epoch);
    wish.ask(
        progress -> repeat(run, epoch, progress),
        model -> arrive(run, epoch, model.orElse(null)),
        tasks.complainAfter(this::arrived));
  }

  public void back() {
    wish.forget();
    wanted.set(null);
    workspace.show(null);
  }

  /** Makes the moment that is shown the document's model, as a step; a run under way is left. */
  public void branch() {
    var moment = workspace.moment.get();
    if (moment != null) {
      trainer.upToDate(
          () -> {
            workspace.branch(moment);
            back();
          });
    }
  }

  private static Optional<Model> repeat(Run run, int epochs, Progress progress) {
    var start = System.nanoTime();
    return run.at(epochs, () -> progress.cancelled() && System.nanoTime() - start > SHORT_NANOS);
  }

  /** While the next moment is on its way, the one before shows: a slow drag stays alive. */
  private void arrive(Run run, int epochs, @Nullable Model model) {
    if (model != null && run.equals(presentRun())) {
      workspace.show(new ViewedMoment(epochs, model, run));
    }
    arrived();
  }

  private void arrived() {
    if (!wish.busy().get()) {
      wanted.set(null);
    }
  }

  private void leavePast(RunState state) {
    if (state == RunState.PREPARING) {
      back();
    }
    follow();
  }

  private void follow() {
    pull();
    var moment = workspace.moment.get();
    var run = presentRun();
    if (moment != null
        && (!moment.run().equals(run) || reachable.get().isPresent(moment.epochs()))) {
      back();
    }
  }

  /** The run that the document shows; null if there is none, or it is not remembered. */
  public @Nullable Run presentRun() {
    var shown = trainer.shownRun();
    var model = workspace.document().get().trained();
    return shown != null || model == null ? shown : trainer.runOf(model);
  }

  private TrainingHistory history(Run run) {
    var model = workspace.document().get().trained();
    return trainer.shownRun() != null || model == null ? run.history() : model.history();
  }
}
