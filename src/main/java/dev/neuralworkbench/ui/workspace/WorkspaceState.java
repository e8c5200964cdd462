package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.file.FileStamp;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.RunLog;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.ui.common.Same;
import dev.neuralworkbench.ui.workspace.TimeTravel.ViewedMoment;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the screens see, as one value: whoever looks finds document, file, facts, problems,
 * moment and run that belong together. Each command of the {@link Workspace} is a transition here,
 * from one state to the next, with nothing else changed.
 *
 * @param jumps undo, redo and openings so far
 * @param typing the component whose field is being typed into; null while none is
 */
record WorkspaceState(
    Timeline timeline,
    SavedFiles files,
    DataFacts facts,
    Map<String, Problem> unreadable,
    List<Problem> problems,
    @Nullable ViewedMoment moment,
    TrainingStatus training,
    int jumps,
    @Nullable String typing) {

  WorkspaceState {
    unreadable = Collections.unmodifiableMap(unreadable);
    problems = List.copyOf(problems);
  }

  static WorkspaceState of(Document first) {
    return new WorkspaceState(
        Timeline.of(first),
        SavedFiles.NONE,
        DataFacts.unknown(first.draft().preparation()),
        Map.of(),
        List.of(),
        null,
        TrainingStatus.none(first),
        0,
        null);
  }

  // What screens ask.

  Document document() {
    return timeline.document();
  }

  int stretch() {
    return timeline.present().stretch();
  }

  @Nullable Path file() {
    return files.of(stretch());
  }

  boolean unsaved() {
    return files.lacks(document(), stretch());
  }

  boolean lacksMoreThanRuns() {
    return files.lacksMoreThanRuns(document(), stretch());
  }

  @Nullable Model model() {
    return moment == null ? document().trained() : moment.model();
  }

  // Changes of the document.

  /** A step of its own, or one with the last where the same field is still being typed into. */
  WorkspaceState edited(String nameKey, @Nullable String component, Document next) {
    if (same(document(), next)) {
      return this;
    }
    return component != null && component.equals(typing)
        ? at(timeline.replace(next))
        : at(timeline.push(nameKey, next)).typing(component);
  }

  WorkspaceState settled() {
    return typing(null);
  }

  /** The last step is taken back; what cannot be read goes first. */
  WorkspaceState undone() {
    return (unreadable.isEmpty() ? at(withRuns(timeline.undo())) : this).jumped();
  }

  WorkspaceState redone() {
    return at(withRuns(timeline.redo())).jumped();
  }

  /** The log of runs grows beside the steps: another step of the same stretch has all of it. */
  private Timeline withRuns(Timeline moved) {
    var there = moved.document();
    var runs = new RunLog(document().runs().runs(), there.runs().marks());
    return moved.present().stretch() != stretch() || runs.isSame(there.runs())
        ? moved
        : moved.replace(there.withRuns(runs));
  }

  /** Another document is opened, from no file; a run under way is left as it is. */
  WorkspaceState opened(String nameKey, Document next) {
    return at(left(timeline).open(nameKey, next)).jumped();
  }

  private Timeline left(Timeline with) {
    var there = with.document();
    return training.state().isActive()
        ? with.replace(there.withRuns(training.leftIn(there.runs())))
        : with;
  }

  WorkspaceState opened(String nameKey, Document next, Path from, FileStamp stamp) {
    var opened = opened(nameKey, next);
    return opened.saved(opened.timeline.present(), from, stamp);
  }

  /** A crash kept it from being saved to its file, which had that stamp when it was last in it. */
  WorkspaceState restored(Document next, @Nullable Path lastIn, @Nullable FileStamp stamp) {
    var opened = opened("command.restore", next);
    if (lastIn == null) {
      return opened;
    }
    var files = opened.files;
    return opened.with(
        stamp == null
            ? files.bind(opened.stretch(), lastIn)
            : files.bind(
                opened.stretch(), lastIn, new SavedFiles.Content(next.withTrained(null), stamp)));
  }

  WorkspaceState completed(Document complete) {
    return settled().at(timeline.replace(complete)).jumped();
  }

  /** The last step is completed by what was not known when it was made; a run is left alone. */
  WorkspaceState completing(Document complete) {
    return same(document(), complete) || training.state().isActive()
        ? this
        : at(timeline.replace(complete));
  }

  // Files.

  /** A document was written, which may not be the open one any more: its stretch has that file. */
  WorkspaceState saved(Timeline.Entry written, Path to, FileStamp stamp) {
    var content = new SavedFiles.Content(written.document(), stamp);
    return with(files.bind(written.stretch(), to, content).withRows(written.document()));
  }

  WorkspaceState rowsSaved(Document written) {
    return with(files.withRows(written));
  }

  // Fields that cannot be read.

  WorkspaceState unreadable(String component, Problem problem) {
    var all = new LinkedHashMap<>(unreadable);
    all.put(component, problem);
    return withUnreadable(all);
  }

  WorkspaceState readable(String component) {
    if (!unreadable.containsKey(component)) {
      return this;
    }
    var all = new LinkedHashMap<>(unreadable);
    all.remove(component);
    return withUnreadable(all);
  }

  // Training.

  WorkspaceState preparing() {
    return settled().with(training.preparing(document())).looking(null);
  }

  WorkspaceState begun(Run ready, RunState as) {
    if (training.state() != RunState.PREPARING) {
      return this;
    }
    var run = ready.logged(document().runs(), document().trained());
    return with(training.begun(ready, as, run.number()))
        .at(timeline.replace(document().withRuns(document().runs().with(run))));
  }

  WorkspaceState logged(List<LoggedRun> more) {
    return withLog(document().runs().withNew(more));
  }

  /** Somebody looked at the test scores of runs. No step: they cannot be unseen. */
  WorkspaceState looked(Map<Integer, Double> scores) {
    var log = document().runs().looked(scores);
    return log.isSame(document().runs()) ? this : withLog(log);
  }

  private WorkspaceState withLog(RunLog log) {
    var next = document().withRuns(log);
    var status = Same.is(document(), training.into()) ? training.into(next) : training;
    return with(status).at(timeline.replace(next));
  }

  private Document withModel(Model model) {
    var runs = document().runs();
    return document()
        .withTrained(model.decidedAs(document().trained()))
        .withRuns(
            runs.run(training.number()).map(it -> runs.with(it.withModel(model))).orElse(runs));
  }

  WorkspaceState running(Run it, RunState as) {
    return training.isUnderWay(it) ? with(training.as(as)) : this;
  }

  /** The run under way has come to a model: one step, until something is changed between. */
  WorkspaceState trained(Run it, Model model, RunState as) {
    if (!training.isUnderWay(it)) {
      return this;
    }
    var next = withModel(model);
    var onward =
        Same.is(document(), training.into())
            ? timeline.replace(next)
            : timeline.push("command.train", next);
    var shown = moment != null && moment.isBefore(it, model) ? moment : null;
    return settled().with(training.as(as).withModel(model, next)).at(onward).looking(shown);
  }

  WorkspaceState weightChanged(Run it, Model model) {
    return training.isUnderWay(it)
        ? settled()
            .with(training.withModel(model, null))
            .at(timeline.push("command.changeWeight", withModel(model)))
        : this;
  }

  WorkspaceState dropped() {
    return at(left(timeline)).with(training.dropped());
  }

  WorkspaceState looking(@Nullable ViewedMoment at) {
    return Records.with(this, "moment", at);
  }

  // Facts follow the document, problems follow both.

  WorkspaceState checked(DataFacts found) {
    var wrong = found.problemsOf(document(), unreadable);
    return new WorkspaceState(
        timeline, files, found, unreadable, wrong, moment, training, jumps, typing);
  }

  /** The run and the moment follow the document; both end with another model or other data. */
  private WorkspaceState at(Timeline next) {
    var kept = sameModel(document(), next.document()) ? moment : null;
    var followed = training.following(next.document());
    var isLeft = training.state().isActive() && !followed.state().isActive();
    return new WorkspaceState(
        isLeft && next.present().stretch() == stretch() ? left(next) : next,
        files.keep(next.stretches()),
        facts,
        unreadable,
        problems,
        kept,
        followed,
        jumps,
        typing);
  }

  private WorkspaceState with(SavedFiles next) {
    return Records.with(this, "files", next);
  }

  private WorkspaceState with(TrainingStatus next) {
    return Records.with(this, "training", next);
  }

  private WorkspaceState withUnreadable(Map<String, Problem> next) {
    return Records.with(this, "unreadable", next);
  }

  private WorkspaceState typing(@Nullable String next) {
    return Records.with(this, "typing", next);
  }

  private WorkspaceState jumped() {
    return new WorkspaceState(
        timeline, files, facts, Map.of(), problems, moment, training, jumps + 1, null);
  }

  /** Models and data are compared by identity: comparing weights would take time. */
  private static boolean same(Document one, Document other) {
    return sameModel(one, other)
        && one.draft().equals(other.draft())
        && one.runs().isSame(other.runs());
  }

  private static boolean sameModel(Document one, Document other) {
    return Same.is(one.trained(), other.trained()) && Same.is(one.data(), other.data());
  }
}
