package dev.neuralworkbench.ui.runs.study;

import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.study.vary.Study;
import dev.neuralworkbench.study.vary.StudyEstimate;
import dev.neuralworkbench.study.vary.StudyException;
import dev.neuralworkbench.study.vary.StudyRun;
import dev.neuralworkbench.study.vary.StudyRun.StudyOutcome;
import dev.neuralworkbench.study.vary.StudyRunner;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.common.form.PropertyChoice;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Job;
import dev.neuralworkbench.ui.common.work.LatestTask;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** A study of the draft, whose runs come into the list as they end; another table ends it. */
public final class StudyViewModel {

  public static final String JOB = "job.study";

  /** The list grows no more often than this, in nanoseconds: comparing many runs takes time. */
  private static final long BETWEEN = 250_000_000;

  public enum Phase {
    IDLE,
    RUNNING,
    PAUSED
  }

  /** What the study would be; its estimate is null with problems, or while it is found out. */
  record Plan(
      int settings, int runs, int known, List<Problem> problems, @Nullable StudyEstimate estimate) {

    static final Plan NONE = new Plan(0, 0, 0, List.of(), null);

    Plan {
      problems = List.copyOf(problems);
    }

    boolean canStart() {
      return problems.isEmpty() && runs > known;
    }
  }

  private final Workspace workspace;
  private final Trainer trainer;
  private final BackgroundTasks tasks;
  private final LatestTask estimating;
  private final Runnable whenEnded;
  final ObjectProperty<StudyChoices> choices = new SimpleObjectProperty<>(StudyChoices.START);
  final ReadOnlyObjectWrapper<Plan> plan = new ReadOnlyObjectWrapper<>(Plan.NONE);
  public final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.IDLE);
  final ReadOnlyObjectWrapper<@Nullable Job> job = new ReadOnlyObjectWrapper<>();
  private final ConcurrentLinkedQueue<StudyOutcome> news = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean told = new AtomicBoolean();
  private long lastTold;
  private @Nullable StudyRunner runner;
  private String data = "";
  private boolean seen;
  private String varied = "";

  /** Studies of a workspace; {@code whenEnded} tells that other data ended one. */
  public StudyViewModel(
      Workspace workspace, Trainer trainer, BackgroundTasks tasks, Runnable whenEnded) {
    this.whenEnded = whenEnded;
    this.workspace = workspace;
    this.trainer = trainer;
    this.tasks = tasks;
    estimating = LatestTask.unseen(tasks, tasks.lane("study estimate"), "study estimate");
    OnAnyChange.all(this::follow, workspace.document(), workspace.problems(), choices, phase);
  }

  // Read-only properties.

  /** Key of what the last study varies first; empty where seeds alone differ. */
  public String varied() {
    return varied;
  }

  List<String> ids() {
    return StudyChoices.ids(workspace.draft().getValue());
  }

  // Choices.

  /** The number of that name, within a range. */
  Choice<Double> number(String name, ToDoubleFunction<StudyChoices> get, Range range) {
    var component = "study." + name;
    var choice =
        PropertyChoice.keepingWrong(
            component, get.applyAsDouble(choices.get()), value -> range.problems(component, value));
    choice.value().subscribe(now -> choices.set(Records.with(choices.get(), name, now)));
    return choice;
  }

  void vary(int index, String id) {
    var varied = StudyChoices.Varied.of(id, workspace.draft().getValue());
    choices.set(choices.get().withVaried(index, varied));
  }

  public void seen(boolean now) {
    seen = now;
    follow();
  }

  private void follow() {
    var document = workspace.document().get();
    if (phase.get() != Phase.IDLE) {
      if (!document.data().hash().equals(data)) {
        endForOtherData();
      }
    } else if (seen) {
      plan(document, workspace.problems().get());
    }
  }

  private void plan(Document document, List<Problem> problems) {
    var table = document.data().table();
    if (table == null || !problems.isEmpty()) {
      cannot(problems);
      return;
    }
    try {
      look(choices.get().of(document.draft()), known(document), table);
    } catch (StudyException e) {
      cannot(List.of(e.problem()));
    }
  }

  private void cannot(List<Problem> problems) {
    estimating.forget();
    plan.set(new Plan(0, 0, 0, problems, null));
  }

  private void look(Study study, Set<Experiment> known, Table table) {
    var runs = study.settings().size() * study.seeds();
    var processors = Runtime.getRuntime().availableProcessors();
    var threads = trainer.computing().get().trainingThreads(processors, false);
    var products = trainer.products();
    estimating.ask(
        _ -> {
          var problems = study.problems(table);
          return problems.isEmpty()
              ? new Plan(
                  study.settings().size(),
                  runs,
                  runs - missing(study, known).size(),
                  problems,
                  StudyEstimate.of(study, table, products, threads))
              : new Plan(0, runs, 0, problems, null);
        },
        plan::set);
  }

  /** What was trained already: from new weights on the same rows, to its end, and left alone. */
  private static Set<Experiment> known(Document document) {
    return document.runs().present().stream()
        .map(LoggedRun::record)
        .filter(it -> it.data().equals(document.data().hash()))
        .filter(it -> it.anew() && it.from() == null && it.interventions().isEmpty())
        .filter(it -> it.result().stopReason() != null)
        .map(RunRecord::experiment)
        .collect(Collectors.toSet());
  }

  private static List<StudyRun> missing(Study study, Set<Experiment> known) {
    return study.runs().stream().filter(run -> !known.contains(run.experiment())).toList();
  }

  // Commands.

  void start() {
    var document = workspace.document().get();
    var table = document.data().table();
    if (phase.get() != Phase.IDLE || table == null || !plan.get().canStart()) {
      return;
    }
    try {
      data = document.data().hash();
      begin(missing(choices.get().of(document.draft()), known(document)), table);
    } catch (StudyException e) {
      cannot(List.of(e.problem()));
    }
  }

  private void begin(List<StudyRun> runs, Table table) {
    varied =
        plan.get().settings() < 2
            ? ""
            : runs.getFirst().setting().levels().getFirst().setting().component();
    var estimate = plan.get().estimate();
    var made =
        new StudyRunner(table, trainer.products(), estimate == null ? 1 : estimate.threads());
    runner = made;
    phase.set(Phase.RUNNING);
    var started =
        tasks
            .submit(
                JOB,
                progress -> {
                  made.run(runs, this::ended, progress);
                  return runs.size();
                },
                _ -> over(),
                tasks.complainAfter(this::over))
            .whenCancelled(this::over);
    if (phase.get() != Phase.IDLE) {
      job.set(started);
    }
  }

  private void ended(StudyOutcome outcome) {
    news.add(outcome);
    var now = System.nanoTime();
    if (now - lastTold > BETWEEN && told.compareAndSet(false, true)) {
      lastTold = now;
      tasks.later(this::take);
    }
  }

  /** Brings what has ended into the list, unless another table is open. */
  private void take() {
    told.set(false);
    var taken = new ArrayList<LoggedRun>();
    for (var next = news.poll(); next != null; next = news.poll()) {
      taken.add(logged(next));
    }
    if (!taken.isEmpty() && workspace.document().get().data().hash().equals(data)) {
      workspace.logged(taken);
    }
  }

  private LoggedRun logged(StudyOutcome outcome) {
    return new LoggedRun(
        new RunRecord(
            1,
            data,
            outcome.run().experiment(),
            true,
            null,
            outcome.result(),
            outcome.curve(),
            List.of(),
            null,
            null),
        outcome.model());
  }

  private void over() {
    take();
    runner = null;
    job.set(null);
    phase.set(Phase.IDLE);
  }

  private void endForOtherData() {
    var present = job.get();
    if (present != null && !present.cancelled()) {
      present.cancel();
      whenEnded.run();
    }
  }

  void pauseOrResume() {
    var present = runner;
    if (present != null && phase.get() == Phase.RUNNING) {
      present.pause();
      phase.set(Phase.PAUSED);
    } else if (present != null) {
      present.resume();
      phase.set(Phase.RUNNING);
    }
  }

  /** Ends the study; the runs that have ended stay in the list. */
  void cancel() {
    var present = job.get();
    if (present != null) {
      present.cancel();
    }
  }
}
