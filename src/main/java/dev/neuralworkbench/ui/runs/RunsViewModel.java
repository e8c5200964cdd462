package dev.neuralworkbench.ui.runs;

import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.RunLog;
import dev.neuralworkbench.model.RunMark;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.study.runs.RepeatedRun;
import dev.neuralworkbench.study.runs.RunGroup;
import dev.neuralworkbench.study.runs.RunTable;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the screen of the runs shows and does. */
public final class RunsViewModel {

  /** Whether a run's model can be had again. */
  public enum Reach {
    /** It is there. */
    KEPT,
    /** It is trained again. */
    REPEATED,
    /** It was run on other rows than those that are open. */
    OTHER_DATA,
    /** It began with weights that are not kept. */
    WEIGHTS_GONE
  }

  private final Workspace workspace;
  private final Trainer trainer;
  private final BackgroundTasks tasks;
  private final Supplier<Products> products;
  private final ReadOnlyObjectWrapper<RunTable> table =
      new ReadOnlyObjectWrapper<>(this, "table", RunTable.EMPTY);
  private final ReadOnlyObjectWrapper<List<RunRow>> rows =
      new ReadOnlyObjectWrapper<>(this, "rows", List.of());
  private final Set<Integer> unfolded = new HashSet<>();
  private RunLog shown = RunLog.NONE;

  /** A view-model of the runs of a workspace. */
  public RunsViewModel(
      Workspace workspace, Trainer trainer, BackgroundTasks tasks, Supplier<Products> products) {
    this.workspace = workspace;
    this.trainer = trainer;
    this.tasks = tasks;
    this.products = products;
    workspace.document().subscribe(this::follow);
  }

  private void follow(Document document) {
    if (!document.runs().isSame(shown)) {
      shown = document.runs();
      table.set(RunTable.of(shown));
      layOut();
    }
  }

  /** The rows: a group of several, and below it its runs where it is unfolded. */
  private void layOut() {
    var next = new ArrayList<RunRow>();
    for (var group : table.get().groups()) {
      var isUnfolded = unfolded.contains(group.first().number());
      if (group.isSeveral()) {
        next.add(new RunRow.Several(group, isUnfolded));
      }
      if (!group.isSeveral() || isUnfolded) {
        group.runs().forEach(run -> next.add(one(run, group)));
      }
    }
    rows.set(List.copyOf(next));
  }

  private RunRow one(LoggedRun run, RunGroup group) {
    return new RunRow.One(run, shown.mark(run.number()), group.isSeveral());
  }

  // Read-only properties.

  /** The runs side by side. */
  ReadOnlyObjectProperty<RunTable> table() {
    return table.getReadOnlyProperty();
  }

  /** The rows of the list. */
  ReadOnlyObjectProperty<List<RunRow>> rows() {
    return rows.getReadOnlyProperty();
  }

  /** Whether a run's model can be had again, and how. */
  Reach reach(LoggedRun run) {
    var data = workspace.document().get().data();
    if (!run.record().data().equals(data.hash()) || data.table() == null) {
      return Reach.OTHER_DATA;
    } else if (run.model() != null) {
      return Reach.KEPT;
    }
    return run.record().anew() ? Reach.REPEATED : Reach.WEIGHTS_GONE;
  }

  // Commands.

  /** Unfolds a group, or folds it. */
  void toggle(RunGroup group) {
    if (!unfolded.remove(group.first().number())) {
      unfolded.add(group.first().number());
    }
    layOut();
  }

  /** Pins runs, or lets them go. */
  void pin(Collection<Integer> numbers, boolean pinned) {
    mark("runs.pin", numbers, mark -> mark.withPinned(pinned));
  }

  /** Takes runs off the list. */
  void delete(Collection<Integer> numbers) {
    mark("runs.delete", numbers, mark -> mark.withDeleted(true));
  }

  /** Says a few words of a run. */
  void note(int number, String text) {
    var words = text.strip();
    var kept = words.substring(0, Math.min(words.length(), RunMark.LONGEST_NOTE));
    mark("runs.note", List.of(number), mark -> mark.withNote(kept));
  }

  private void mark(String nameKey, Collection<Integer> numbers, UnaryOperator<RunMark> change) {
    workspace.edit(
        nameKey,
        document -> {
          var log = document.runs();
          for (int number : numbers) {
            log = log.with(number, change.apply(log.mark(number)));
          }
          return document.withRuns(log);
        });
  }

  /**
   * Makes a run's choices and its model the document's: one step. A run under way is left; a model
   * that is not kept is trained again first.
   */
  void open(LoggedRun run) {
    var model = run.model();
    switch (reach(run)) {
      case KEPT -> {
        if (model != null) {
          open(run, model);
        }
      }
      case REPEATED -> {
        var data = workspace.document().get().data();
        var rows = data.table();
        if (rows != null) {
          tasks.submit(
              "job.repeatingRun",
              progress -> RepeatedRun.of(run.record(), rows, products.get(), progress),
              again -> open(run, again),
              _ -> tasks.complain());
        }
      }
      case OTHER_DATA, WEIGHTS_GONE -> {}
    }
  }

  private void open(LoggedRun run, Model model) {
    trainer.upToDate(
        () ->
            workspace.edit(
                "runs.open",
                document ->
                    reach(run) == Reach.OTHER_DATA
                        ? document
                        : document.withDraft(run.record().experiment()).withTrained(model)));
  }
}
