package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.data.Preparation;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.ui.common.BackgroundTasks;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * The open document: what the screens show, and the only way to change it. Every change is a step
 * that can be undone. Belongs to the thread that made it, the FX thread.
 */
public final class Workspace {

  private final Thread owner = Thread.currentThread();
  private final ReadOnlyObjectWrapper<Document> document;
  private final ReadOnlyObjectWrapper<@Nullable String> undoName =
      new ReadOnlyObjectWrapper<>(this, "undoName");
  private final ReadOnlyObjectWrapper<@Nullable String> redoName =
      new ReadOnlyObjectWrapper<>(this, "redoName");
  private final ReadOnlyObjectWrapper<@Nullable Moment> moment =
      new ReadOnlyObjectWrapper<>(this, "moment");
  private final ObservableValue<@Nullable Model> model;
  private final ReadOnlyObjectWrapper<Integer> jumps =
      new ReadOnlyObjectWrapper<>(this, "jumps", 0);

  private final DraftChecks checks;
  private final UndoList undo;
  private final SavedWork work;
  private @Nullable String typing;

  /** A workspace with a document that is not in a file. */
  public Workspace(Document first, BackgroundTasks tasks) {
    checks = new DraftChecks(first, tasks);
    undo = new UndoList(first);
    work = new SavedWork(first);
    document = new ReadOnlyObjectWrapper<>(this, "document", first);
    model = Bindings.createObjectBinding(this::shown, document, moment);
    show();
  }

  // Read-only properties.

  /** The open document. */
  public ReadOnlyObjectProperty<Document> document() {
    return document.getReadOnlyProperty();
  }

  /** The moment of the run that is looked at; null for the present. */
  public ReadOnlyObjectProperty<@Nullable Moment> moment() {
    return moment.getReadOnlyProperty();
  }

  /** The model that screens show: the document's, or that of the moment that is looked at. */
  public ObservableValue<@Nullable Model> model() {
    return model;
  }

  /** The experiment as it is being edited. */
  public ObservableValue<Experiment> draft() {
    return document.map(Document::draft);
  }

  /** Everything that keeps the draft from being trained; empty if it can start. */
  public ReadOnlyObjectProperty<List<Problem>> problems() {
    return checks.problems();
  }

  /** What is wrong with a part of the draft: a component and all within it. */
  public ObservableValue<List<Problem>> problemsUnder(String component) {
    return problems()
        .map(all -> all.stream().filter(it -> it.component().startsWith(component)).toList());
  }

  /** What the draft's preparation makes of the table. */
  public ReadOnlyObjectProperty<DataFacts> facts() {
    return checks.facts();
  }

  /** The model file that the document was opened from or saved to; null while there is none. */
  public ReadOnlyObjectProperty<@Nullable Path> file() {
    return work.file();
  }

  /**
   * Whether there is work that closing would lose: a model that is not as it is in its file, or
   * rows that were typed and are in none.
   */
  public ReadOnlyBooleanProperty unsaved() {
    return work.unsaved();
  }

  /** Whether a field holds what cannot be read: undo takes that back before any step. */
  public boolean hasUnreadable() {
    return checks.hasUnreadable();
  }

  /** Key of what undo takes back; null where there is nothing. */
  public ReadOnlyObjectProperty<@Nullable String> undoName() {
    return undoName.getReadOnlyProperty();
  }

  /** Key of what redo does again; null where there is nothing. */
  public ReadOnlyObjectProperty<@Nullable String> redoName() {
    return redoName.getReadOnlyProperty();
  }

  /** Counts undo, redo and openings: fields then forget what was typed and could not be read. */
  public ReadOnlyObjectProperty<Integer> jumps() {
    return jumps.getReadOnlyProperty();
  }

  // Commands.

  /**
   * Changes the document, as one step.
   *
   * @param nameKey key of what is changed, for the menu: {@code Undo: Units}
   */
  public void edit(String nameKey, UnaryOperator<Document> change) {
    settle();
    change(nameKey, null, change);
  }

  /** Changes the draft, as one step; see {@link #edit}. */
  public void editDraft(String nameKey, UnaryOperator<Experiment> change) {
    edit(nameKey, it -> it.withDraft(change.apply(it.draft())));
  }

  /**
   * Changes the draft while the user types. Calls for the same component with no {@link #settle()}
   * between them are one step.
   */
  void type(String component, String nameKey, UnaryOperator<Experiment> change) {
    checks.readable(component);
    change(nameKey, component, it -> it.withDraft(change.apply(it.draft())));
  }

  /**
   * Changes the document while the user types. Calls for the same component with no {@link
   * #settle()} between them are one step.
   */
  public void typeDocument(String component, String nameKey, UnaryOperator<Document> change) {
    checks.readable(component);
    change(nameKey, component, change);
  }

  /**
   * Changes the preparation, as one step; the loss follows a new kind of target.
   *
   * @param nameKey key of what is changed
   */
  public void prepare(String nameKey, UnaryOperator<Preparation> change) {
    editDraft(nameKey, draft -> prepared(draft, change.apply(draft.preparation())));
  }

  /** The draft with another preparation; the loss follows a new kind of target. */
  public Experiment prepared(Experiment draft, Preparation preparation) {
    var table = undo.present().data().table();
    return table == null
        ? draft.withPreparation(preparation)
        : FittingLoss.follow(draft, preparation, table);
  }

  /** Ends a step: the next change is one of its own. */
  public void settle() {
    typing = null;
  }

  /** Takes the last step back. Does nothing where there is none. */
  public void undo() {
    checkThread();
    if (!checks.hasUnreadable() && undo.undoName().isPresent()) {
      undo.undo();
    }
    jump();
  }

  /** Does the step again that was taken back. Does nothing where there is none. */
  public void redo() {
    checkThread();
    if (undo.redoName().isPresent()) {
      undo.redo();
    }
    jump();
  }

  /**
   * Puts a run's model into the document: a step of its own, or in the place of the model that the
   * same run brought before, if nothing was changed since.
   *
   * @param broughtBefore the document that the run made last; null if it made none
   */
  @SuppressWarnings("ReferenceEquality")
  void trained(@Nullable Document broughtBefore, Model model) {
    checkThread();
    settle();
    var present = undo.present();
    if (present == broughtBefore) {
      undo.replace(present.withTrained(model));
    } else {
      undo.push("command.train", present.withTrained(model));
    }
    show();
  }

  /** Opens a document in the place of the present one; undo leads back. */
  public void open(String nameKey, Document next, @Nullable Path from) {
    checkThread();
    settle();
    undo.push(nameKey, next);
    work.isSaved(next, from);
    jump();
  }

  /** Opens a document that a crash kept from being saved; undo leads back, and it is not saved. */
  public void restore(Document next, @Nullable Path from) {
    open("command.restore", next, from);
    work.lacksModel(next);
    show();
  }

  /**
   * Puts the rows to a document that was opened without them. No step: nothing was chosen.
   *
   * @param read data just read
   * @return whether they are the document's rows; otherwise nothing is changed
   */
  public boolean bring(DataReference read) {
    checkThread();
    var present = undo.present();
    var data = present.data();
    if (data.table() != null || !data.hash().equals(read.hash())) {
      return false;
    }
    settle();
    var complete = present.withData(data.sameWith(read));
    work.completed(present, complete);
    undo.replace(complete);
    jump();
    return true;
  }

  /** Tells that the document was written to a file. */
  public void saved(Document written, Path to) {
    checkThread();
    work.isSaved(written, to);
    show();
  }

  /** Tells that the rows of a document were written to a file of their own. */
  void rowsSaved(Document written) {
    checkThread();
    work.rowsAreKept(written);
    show();
  }

  /** Tells of a field's content that cannot be read; until the component is changed. */
  public void unreadable(String component, Problem problem) {
    checks.unreadable(component, problem);
  }

  /**
   * A choice of the draft, for a form field.
   *
   * @param component its name in problems
   * @param nameKey key of its name in the window
   * @param get reads it from an experiment
   * @param set an experiment with another value
   */
  public <T> DraftChoice<T> choice(
      String component,
      String nameKey,
      Function<Experiment, T> get,
      BiFunction<Experiment, T, Experiment> set) {
    return new DraftChoice<>(this, component, nameKey, get, set);
  }

  private void change(String nameKey, @Nullable String component, UnaryOperator<Document> change) {
    checkThread();
    var present = undo.present();
    var next = change.apply(present);
    if (!same(present, next)) {
      if (component != null && component.equals(typing)) {
        undo.replace(next);
      } else {
        undo.push(nameKey, next);
        typing = component;
      }
    }
    show();
  }

  /** Shows a moment of the run, or with null the present. No step: nothing is changed. */
  void show(@Nullable Moment past) {
    checkThread();
    moment.set(past);
  }

  private @Nullable Model shown() {
    var past = moment.get();
    return past == null ? document.get().trained() : past.model();
  }

  private void jump() {
    settle();
    checks.forgetUnreadable();
    show();
    jumps.set(jumps.get() + 1);
  }

  private void show() {
    var present = undo.present();
    checks.check(present);
    document.set(present);
    undoName.set(undo.undoName().orElse(null));
    redoName.set(undo.redoName().orElse(null));
    work.look(present);
  }

  /** Models and data are compared by identity: comparing weights would take time. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean same(Document one, Document other) {
    return one.trained() == other.trained()
        && one.data() == other.data()
        && Objects.equals(one.draft(), other.draft());
  }

  private void checkThread() {
    if (!owner.equals(Thread.currentThread())) {
      throw new IllegalStateException(
          "expected " + owner.getName() + ", called on " + Thread.currentThread().getName());
    }
  }
}
