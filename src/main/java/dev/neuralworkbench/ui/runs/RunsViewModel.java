package dev.neuralworkbench.ui.runs;

import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.RunLog;
import dev.neuralworkbench.model.RunLog.RunMark;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.study.runs.RepeatedRun;
import dev.neuralworkbench.study.runs.RunGroup;
import dev.neuralworkbench.study.runs.RunListFile;
import dev.neuralworkbench.study.runs.RunTable;
import dev.neuralworkbench.study.runs.TestScores;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Inquiry;
import dev.neuralworkbench.ui.common.work.LatestTask;
import dev.neuralworkbench.ui.workspace.RunState;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

public final class RunsViewModel {

  /** Whether a run can be made the one in use, and the key that says why. */
  public enum Reach {
    KEPT("runs.reach.kept", true),
    IN_USE("runs.reach.inUse", false),
    /** The one in use was made from it, but its own is there. */
    CHANGED("runs.reach.changed", true),
    UNDER_WAY("runs.reach.underWay", false),
    /** Another is being trained. */
    BUSY("runs.reach.busy", false),
    REPEATED("runs.reach.repeated", true),
    /** It was run on other rows than those that are open. */
    OTHER_DATA("runs.reach.otherData", false),
    /** It began with weights that are not kept: its choices alone can be had. */
    WEIGHTS_GONE("runs.reach.weightsGone", true);

    final String key;
    final boolean canOpen;

    Reach(String key, boolean canOpen) {
      this.key = key;
      this.canOpen = canOpen;
    }
  }

  record Comparison(List<LoggedRun> runs, Set<Integer> chosen, String data) {}

  private final Workspace workspace;
  private final Trainer trainer;
  private final BackgroundTasks tasks;
  private final Inquiry<List<LoggedRun>, RunTable> tabling;
  final Inquiry<Comparison, RunComparison> comparing;
  final ReadOnlyObjectWrapper<RunTable> table = new ReadOnlyObjectWrapper<>(RunTable.EMPTY);
  final ReadOnlyObjectWrapper<List<RunRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
  private final Set<Integer> unfolded = new HashSet<>();
  private Document shown; // as it was when the screen was last seen
  private boolean seen;

  public RunsViewModel(Workspace workspace, Trainer trainer, BackgroundTasks tasks) {
    this.workspace = workspace;
    this.trainer = trainer;
    this.tasks = tasks;
    shown = workspace.document().get();
    var lane = tasks.lane("runs compared");
    tabling = RunsViewModel.<List<LoggedRun>, RunTable>inquiry(tasks, lane).telling(this::lay);
    comparing = inquiry(tasks, lane);
    OnAnyChange.all(this::follow, workspace.document(), trainer.state());
  }

  private static <Q, A> Inquiry<Q, A> inquiry(BackgroundTasks tasks, Executor lane) {
    var task = LatestTask.unseen(tasks, lane, "runs compared").lively();
    return new Inquiry<Q, A>(tasks, task).lasting();
  }

  void seen(boolean now) {
    seen = now;
    follow();
  }

  private void follow() {
    if (!seen) {
      return;
    }
    shown = workspace.document().get();
    var present = shown.runs().present();
    tabling.ask(present, _ -> RunTable.of(present));
    if (!tabling.busy().get()) {
      layOut(); // a pin or a note makes no other table
    }
  }

  private void lay(RunTable found) {
    table.set(found);
    layOut();
  }

  /** The rows: a group of several, and below it its runs where it is unfolded. */
  private void layOut() {
    var next = new ArrayList<RunRow>();
    for (var group : pinnedFirst(table.get().groups(), RunGroup::runs)) {
      var isUnfolded = unfolded.contains(group.first().number());
      if (group.isSeveral()) {
        next.add(new RunRow.Several(group, isUnfolded));
      }
      if (!group.isSeveral() || isUnfolded) {
        pinnedFirst(group.runs(), List::of).forEach(run -> next.add(one(run, group)));
      }
    }
    rows.set(List.copyOf(next));
  }

  private <T> List<T> pinnedFirst(List<T> all, Function<T, List<LoggedRun>> runs) {
    return all.stream()
        .sorted(
            Comparator.comparing(
                it -> runs.apply(it).stream().noneMatch(run -> mark(run).pinned())))
        .toList();
  }

  private RunRow.One one(LoggedRun run, RunGroup group) {
    return new RunRow.One(run, mark(run), group.isSeveral(), use(run));
  }

  private RunMark mark(LoggedRun run) {
    return shown.runs().mark(run.number());
  }

  private RunRow.Use use(LoggedRun run) {
    if (trainer.underWay().equals(OptionalInt.of(run.number()))) {
      return RunRow.Use.UNDER_WAY;
    }
    var model = shown.trained();
    if (model == null || !run.beginsWith(model)) {
      return RunRow.Use.NONE;
    } else if (run.owns(model)) {
      return RunRow.Use.IN_USE;
    }
    return changed().filter(it -> it.number() == run.number()).isPresent()
        ? RunRow.Use.CHANGED
        : RunRow.Use.NONE;
  }

  /** The run that the model in use was made from, where its scores are not that model's. */
  Optional<LoggedRun> changed() {
    var model = shown.trained();
    return model == null
        ? Optional.empty()
        : shown.runs().source(model).filter(it -> !it.owns(model));
  }

  // Read-only properties.

  String noteOf(LoggedRun run) {
    return mark(run).note();
  }

  RunListFile file(List<LoggedRun> runs) {
    return new RunListFile(runs, shown.runs().marks());
  }

  /** Compares runs in the background. */
  void compare(Collection<Integer> numbers) {
    var asked = new Comparison(shown.runs().present(), Set.copyOf(numbers), shown.data().hash());
    comparing.ask(asked, _ -> RunComparison.of(asked.runs, asked.chosen, asked.data));
  }

  Reach reach(LoggedRun run) {
    var use = use(run);
    if (use == RunRow.Use.UNDER_WAY) {
      return Reach.UNDER_WAY;
    } else if (trainer.state().get().isActive()) {
      return Reach.BUSY;
    } else if (use == RunRow.Use.IN_USE) {
      return Reach.IN_USE;
    }
    if (!isOn(shown.data(), run)) {
      return Reach.OTHER_DATA;
    } else if (run.model() != null) {
      return use == RunRow.Use.CHANGED ? Reach.CHANGED : Reach.KEPT;
    }
    return run.record().anew() ? Reach.REPEATED : Reach.WEIGHTS_GONE;
  }

  private static boolean isOn(DataReference data, LoggedRun run) {
    return data.table() != null && run.record().data().equals(data.hash());
  }

  /** Whether a run cannot be started, as one is under way. */
  ObservableValue<Boolean> busy() {
    return trainer.state().map(RunState::isActive);
  }

  // Commands.

  void train() {
    trainer.train();
  }

  void toggle(RunGroup group) {
    if (!unfolded.remove(group.first().number())) {
      unfolded.add(group.first().number());
    }
    layOut();
  }

  void pin(Collection<Integer> numbers, boolean pinned) {
    mark("runs.pin", numbers, mark -> new RunMark(pinned, mark.deleted(), mark.note()));
  }

  /** Whether runs can be taken off the list: not while one of them is trained. */
  boolean canDelete(Collection<Integer> numbers) {
    return !numbers.isEmpty()
        && numbers.stream().noneMatch(it -> trainer.underWay().equals(OptionalInt.of(it)));
  }

  void delete(Collection<Integer> numbers) {
    mark("runs.delete", numbers, mark -> new RunMark(mark.pinned(), true, mark.note()));
  }

  void note(int number, String text) {
    var words = text.strip();
    var kept = words.substring(0, Math.min(words.length(), RunMark.LONGEST_NOTE));
    mark("runs.note", List.of(number), mark -> new RunMark(mark.pinned(), mark.deleted(), kept));
  }

  /** The same for a table that is laying its cells out, and may not be changed meanwhile. */
  void noteLater(int number, String text) {
    tasks.later(() -> note(number, text));
  }

  private void mark(String nameKey, Collection<Integer> numbers, UnaryOperator<RunMark> change) {
    workspace.edit(nameKey, document -> document.withRuns(document.runs().with(numbers, change)));
  }

  boolean canTest(Collection<Integer> numbers) {
    return !untested(numbers).isEmpty();
  }

  private List<LoggedRun> untested(Collection<Integer> numbers) {
    var chosen = Set.copyOf(numbers);
    return shown.runs().runs().stream()
        .filter(run -> chosen.contains(run.number()) && run.model() != null)
        .filter(run -> run.record().testScore() == null && isOn(shown.data(), run))
        .filter(run -> run.record().experiment().preparation().split().mayTest())
        .toList();
  }

  /** Judges the models of runs on their test rows, and shows the scores: they are counted. */
  void test(Collection<Integer> numbers) {
    var table = shown.data().table();
    var runs = untested(numbers);
    if (table != null) {
      tasks.submit(
          "job.testing",
          progress -> TestScores.of(runs, table, trainer.products(), progress),
          workspace::looked,
          _ -> tasks.complain());
    }
  }

  /** Makes a run's choices and its model, trained again where it is not kept, the document's. */
  void open(LoggedRun run) {
    switch (reach(run)) {
      case KEPT, CHANGED, WEIGHTS_GONE -> open(run, run.model());
      case REPEATED -> {
        var rows = shown.data().table();
        if (rows != null) {
          tasks.submit(
              "job.repeatingRun",
              progress -> again(run.record(), rows, progress),
              again -> open(run, again.orElse(null)),
              _ -> tasks.complain());
        }
      }
      case IN_USE, UNDER_WAY, BUSY, OTHER_DATA -> {}
    }
  }

  /** Empty for choices that cannot be trained, of a file that was changed: the forms say why. */
  private Optional<Model> again(RunRecord run, Table rows, Progress progress) {
    return run.experiment().problems(rows).isEmpty()
        ? Optional.of(RepeatedRun.of(run, rows, trainer.products(), progress))
        : Optional.empty();
  }

  private void open(LoggedRun run, @Nullable Model model) {
    trainer.upToDate(
        () ->
            workspace.edit(
                "runs.open",
                document ->
                    isOn(document.data(), run)
                        ? document
                            .withRuns(knowing(document.runs(), run, model))
                            .withDraft(
                                model == null ? run.record().experiment() : model.lastChoices())
                            .withTrained(model)
                        : document));
  }

  private static RunLog knowing(RunLog runs, LoggedRun run, @Nullable Model model) {
    return model == null || run.model() != null
        ? runs
        : runs.with(new LoggedRun(run.record(), model));
  }
}
