package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.file.FileStamp;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.ui.common.Same;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.workspace.TimeTravel.ViewedMoment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectPropertyBase;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * What the screens show, and the only way to change it: one immutable {@link WorkspaceState},
 * replaced as a whole. Every change of the document is a step that can be undone. Belongs to the
 * thread that made it, the FX thread.
 */
public final class Workspace {

  private final Thread owner = Thread.currentThread();
  private final FactsFinder finder;
  private final KeptPreset preset = new KeptPreset();
  private final List<StateProperty<?>> parts = new ArrayList<>();
  private WorkspaceState now;

  final StateProperty<WorkspaceState> state;
  final StateProperty<RunState> runState;
  final StateProperty<@Nullable Run> run;
  private final StateProperty<Document> document;
  private final StateProperty<DataFacts> facts;
  private final StateProperty<List<Problem>> problems;
  public final ReadOnlyObjectProperty<@Nullable Path> file;

  /** Whether closing would lose a model, or typed rows, that are not as they are in a file. */
  public final ReadOnlyObjectProperty<Boolean> unsaved;

  public final ReadOnlyObjectProperty<@Nullable ViewedMoment> moment;

  /** The model that screens show: the document's, or that of the moment that is looked at. */
  public final ReadOnlyObjectProperty<@Nullable Model> model;

  public final ReadOnlyObjectProperty<@Nullable String> undoName;
  public final ReadOnlyObjectProperty<@Nullable String> redoName;

  /** Counts undo, redo and openings: fields then forget what was typed and could not be read. */
  public final ReadOnlyObjectProperty<Integer> jumps;

  /** Which of all that was opened or made here the open document is, or was made of. */
  public final ReadOnlyObjectProperty<Integer> stretch;

  public Workspace(Document first, BackgroundTasks tasks) {
    finder = new FactsFinder(tasks, this::found);
    now = checked(WorkspaceState.of(first));
    state = part(() -> now);
    runState = part(() -> now.training().state());
    run = part(() -> now.training().run());
    document = part(() -> now.document());
    facts = part(() -> now.facts());
    problems = part(() -> now.problems());
    file = value(() -> now.file());
    unsaved = value(() -> now.unsaved());
    moment = part(() -> now.moment());
    model = part(() -> now.model());
    undoName = value(() -> now.timeline().undoName());
    redoName = value(() -> now.timeline().redoName());
    jumps = value(() -> now.jumps());
    stretch = value(() -> now.stretch());
  }

  // Read-only properties: all read the one present state.

  public ReadOnlyObjectProperty<Document> document() {
    return document;
  }

  public ObservableValue<Experiment> draft() {
    return document.map(Document::draft);
  }

  /** Everything that keeps the draft from being trained; empty if it can start. */
  public ReadOnlyObjectProperty<List<Problem>> problems() {
    return problems;
  }

  public ObservableValue<List<Problem>> problemsUnder(String component) {
    return problems.map(
        all -> all.stream().filter(it -> it.component().startsWith(component)).toList());
  }

  public ReadOnlyObjectProperty<DataFacts> facts() {
    return facts;
  }

  public Timeline.Entry entry() {
    return now.timeline().present();
  }

  /** Whether a file that looks so now is as this window last read or wrote it, or is gone. */
  public boolean isAsKnown(Path file, FileStamp present) {
    return now.files().isAsKnown(file, present);
  }

  /** Whether closing would lose work, where the file, if there is one, looks so now. */
  public boolean wouldLoseWork(FileStamp present) {
    var isThere = now.file() == null || present.equals(fileStamp());
    return now.unsaved() || (now.document().trained() != null && !isThere);
  }

  /** Whether closing would lose more than runs that came into the list since it was saved. */
  public boolean wouldLoseMoreThanRuns() {
    return now.lacksMoreThanRuns();
  }

  public long unsavedRuns() {
    return now.files().runsLacking(now.document(), now.stretch());
  }

  public @Nullable FileStamp fileStamp() {
    var at = now.file();
    var content = at == null ? null : now.files().contentOf(at);
    return content == null ? null : content.stamp();
  }

  public boolean hasUnreadable() {
    return !now.unreadable().isEmpty();
  }

  // Commands: each is one transition of the state.

  /** Changes the document, as one step; the key names it in the menu, as in {@code Undo: Units}. */
  public void edit(String nameKey, UnaryOperator<Document> change) {
    publish(now.settled().edited(nameKey, null, changed(change)));
  }

  public void editDraft(String nameKey, UnaryOperator<Experiment> change) {
    edit(nameKey, it -> it.withDraft(change.apply(it.draft())));
  }

  void type(String component, String nameKey, UnaryOperator<Experiment> change) {
    typeDocument(component, nameKey, it -> it.withDraft(change.apply(it.draft())));
  }

  /** Calls for the same component with no {@link #settle()} between them are one step. */
  public void typeDocument(String component, String nameKey, UnaryOperator<Document> change) {
    publish(now.readable(component).edited(nameKey, component, changed(change)));
  }

  /** Changes the preparation, as one step; the loss follows a new kind of target. */
  public void prepare(String nameKey, UnaryOperator<Preparation> change) {
    editDraft(nameKey, draft -> prepared(draft, change.apply(draft.preparation())));
  }

  public Experiment prepared(Experiment draft, Preparation preparation) {
    var table = now.document().data().table();
    return table == null
        ? draft.withPreparation(preparation)
        : FittingLoss.follow(draft, preparation, table);
  }

  /** Ends a step: the next change is one of its own. */
  public void settle() {
    publish(now.settled());
  }

  public void undo() {
    publish(now.undone());
  }

  public void redo() {
    publish(now.redone());
  }

  /** Opens a document that is in no file in the place of the present one; undo leads back. */
  public void open(String nameKey, Document next) {
    publish(now.opened(nameKey, next));
  }

  /** Opens a document from a file as it was just before it was read; undo leads back to both. */
  public void open(String nameKey, Document next, Path from, FileStamp stamp) {
    publish(now.opened(nameKey, next, from, stamp));
  }

  /** Opens what a crash kept from being saved; the stamp is of the file when it was last in it. */
  public void restore(Document next, @Nullable Path lastIn, @Nullable FileStamp stamp) {
    publish(now.restored(next, lastIn, stamp));
  }

  /** Puts the rows to a document that was opened without them, if they are its rows. No step. */
  public boolean bring(DataReference read) {
    var data = now.document().data();
    if (data.table() != null || !data.hash().equals(read.hash())) {
      return false;
    }
    publish(now.completed(now.document().withData(data.sameWith(read))));
    return true;
  }

  public void saved(Timeline.Entry written, Path to, FileStamp stamp) {
    publish(now.saved(written, to, stamp));
  }

  /** Adds runs that were trained beside the document's own to its log. No step. */
  public void logged(List<LoggedRun> runs) {
    publish(now.logged(runs));
  }

  /** Tells that somebody looked at test scores, by number of the run: they count. No step. */
  public void looked(Map<Integer, Double> scores) {
    publish(now.looked(scores));
  }

  public void rowsSaved(Document written) {
    publish(now.rowsSaved(written));
  }

  public void unreadable(String component, Problem problem) {
    publish(now.unreadable(component, problem));
  }

  public void branch(ViewedMoment from) {
    edit("command.branch", it -> TrainingPlan.goneBack(it, from.model()));
  }

  void show(@Nullable ViewedMoment past) {
    publish(now.looking(past));
  }

  void change(UnaryOperator<WorkspaceState> transition) {
    publish(transition.apply(now));
  }

  private Document changed(UnaryOperator<Document> change) {
    var before = now.document();
    return preset.follow(before, now.facts(), change.apply(before), finder::follow);
  }

  /** Facts of a large table, found in the background; of the document's, or they are not told. */
  private void found(DataFacts late) {
    publish(now.completing(preset.late(now.document(), late)).checked(late));
  }

  private WorkspaceState checked(WorkspaceState next) {
    return next.checked(finder.follow(next.document()));
  }

  /** The one place where the state changes: as a whole, and then all who look are told. */
  private void publish(WorkspaceState next) {
    checkThread();
    // Problems are those of document and fields: a run's state or a file changes none.
    var isJudged =
        Same.is(next.document(), now.document()) && next.unreadable().equals(now.unreadable());
    now = isJudged ? next : checked(next);
    parts.forEach(StateProperty::tell);
  }

  private <T extends @Nullable Object> StateProperty<T> part(Supplier<T> read) {
    return add(new StateProperty<>(read, Same::is));
  }

  private <T extends @Nullable Object> StateProperty<T> value(Supplier<T> read) {
    return add(new StateProperty<>(read, Objects::equals));
  }

  private <T extends @Nullable Object> StateProperty<T> add(StateProperty<T> part) {
    parts.add(part);
    return part;
  }

  private void checkThread() {
    if (!owner.equals(Thread.currentThread())) {
      throw new IllegalStateException(
          "expected " + owner.getName() + ", called on " + Thread.currentThread().getName());
    }
  }

  /**
   * A part of the state as a property. It keeps no value of its own: whoever reads it, from
   * whatever listener, reads the present state, so no two parts are ever of different states.
   */
  static final class StateProperty<T extends @Nullable Object>
      extends ReadOnlyObjectPropertyBase<T> {

    private final Supplier<T> read;
    private final BiPredicate<T, T> same;
    private T told;

    StateProperty(Supplier<T> read, BiPredicate<T, T> same) {
      this.read = read;
      this.same = same;
      told = read.get();
    }

    @Override
    public @Nullable Object getBean() {
      return null;
    }

    @Override
    public String getName() {
      return "";
    }

    @Override
    public T get() {
      return read.get();
    }

    void tell() {
      var now = read.get();
      if (!same.test(told, now)) {
        told = now;
        fireValueChangedEvent();
      }
    }
  }
}
