package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.explain.Decimals;
import dev.neuralworkbench.explain.Grain;
import dev.neuralworkbench.explain.Phase;
import dev.neuralworkbench.explain.Step;
import dev.neuralworkbench.explain.Walk;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.ui.common.BackgroundTasks;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The next step of training, taken apart and followed one small step at a time. */
public final class BackpropViewModel {

  /** Key of the job that works the step out. */
  static final String JOB = "job.backprop";

  private final Workspace workspace;
  private final Trainer trainer;
  private final BackgroundTasks tasks;
  private final Supplier<Products> products;
  private final ReadOnlyObjectWrapper<BackpropState> state =
      new ReadOnlyObjectWrapper<>(this, "state", BackpropState.WORKING);
  private final ReadOnlyObjectWrapper<@Nullable Subject> subject =
      new ReadOnlyObjectWrapper<>(this, "subject");
  private final ReadOnlyObjectWrapper<@Nullable Walk> walk =
      new ReadOnlyObjectWrapper<>(this, "walk");
  private final ReadOnlyObjectWrapper<Long> index = new ReadOnlyObjectWrapper<>(this, "index", 0L);
  private final ReadOnlyObjectWrapper<Quiz> quiz =
      new ReadOnlyObjectWrapper<>(this, "quiz", Quiz.START);
  private final ObjectProperty<Source> source =
      new SimpleObjectProperty<>(this, "source", Source.ROW);
  private final ObjectProperty<Integer> row = new SimpleObjectProperty<>(this, "row", 0);
  private final ObjectProperty<Integer> focus = new SimpleObjectProperty<>(this, "focus", 0);
  private final ObjectProperty<Grain> grain = new SimpleObjectProperty<>(this, "grain", Grain.UNIT);
  private final ObjectProperty<Decimals> decimals =
      new SimpleObjectProperty<>(this, "decimals", Decimals.DEFAULT);
  private final ObjectProperty<Aspect> aspect =
      new SimpleObjectProperty<>(this, "aspect", Aspect.STEPS);
  private final BooleanProperty asks = new SimpleBooleanProperty(this, "asks");
  private final Checks checks;
  private @Nullable Basis basis;
  private @Nullable Document followed;
  private boolean seen;
  private int wishes;

  /**
   * Follows a workspace and its training.
   *
   * @param products makes the matrix products for the background
   */
  public BackpropViewModel(
      Workspace workspace, Trainer trainer, BackgroundTasks tasks, Supplier<Products> products) {
    this.workspace = workspace;
    this.trainer = trainer;
    this.tasks = tasks;
    this.products = products;
    checks = new Checks(tasks, subject.getReadOnlyProperty());
    workspace.document().subscribe(_ -> follow());
    workspace.model().subscribe(_ -> follow());
    workspace.problems().subscribe(_ -> follow());
    source.addListener((_, _, _) -> choose());
    row.addListener((_, _, _) -> choose());
    focus.addListener((_, _, _) -> rewalk());
    grain.addListener((_, _, _) -> rewalk());
    asks.addListener((_, _, _) -> quiz.set(Quiz.START));
  }

  // Read-only properties.

  /** What the screen can show. */
  ReadOnlyObjectProperty<BackpropState> state() {
    return state.getReadOnlyProperty();
  }

  /** What is taken apart; null while there is nothing. */
  ReadOnlyObjectProperty<@Nullable Subject> subject() {
    return subject.getReadOnlyProperty();
  }

  /** Its steps; null while there are none. */
  ReadOnlyObjectProperty<@Nullable Walk> walk() {
    return walk.getReadOnlyProperty();
  }

  /** Which step shows, from 0 on. */
  ReadOnlyObjectProperty<Long> index() {
    return index.getReadOnlyProperty();
  }

  /** The question asked, in quiz mode. */
  ReadOnlyObjectProperty<Quiz> quiz() {
    return quiz.getReadOnlyProperty();
  }

  /** Checks of the gradients. */
  Checks checks() {
    return checks;
  }

  /** The step that shows; null while there is none. */
  @Nullable Step step() {
    var steps = walk.get();
    return steps == null ? null : steps.step(index.get());
  }

  /** What keeps the step from being applied; empty if nothing does. */
  String whyNotApply() {
    return switch (trainer.state().get()) {
      case PREPARING, RUNNING -> "backprop.apply.running";
      case IDLE, PAUSED, FINISHED -> "";
    };
  }

  Trainer trainer() {
    return trainer;
  }

  Workspace workspace() {
    return workspace;
  }

  // Choices.

  /** Which rows go through. */
  ObjectProperty<Source> source() {
    return source;
  }

  /** The row of the table that goes through, counted from 1; 0 before one is chosen. */
  ObjectProperty<Integer> row() {
    return row;
  }

  /** The row of the mini-batch that is followed, from 0 on. */
  ObjectProperty<Integer> focus() {
    return focus;
  }

  /** How much a step tells. */
  ObjectProperty<Grain> grain() {
    return grain;
  }

  /** How numbers are written. */
  ObjectProperty<Decimals> decimals() {
    return decimals;
  }

  /** What is told of the step. */
  ObjectProperty<Aspect> aspect() {
    return aspect;
  }

  /** Whether each number is asked before it is shown. */
  BooleanProperty asks() {
    return asks;
  }

  // Commands.

  /** Tells whether the screen is seen; nothing is computed while it is not. */
  public void seen(boolean now) {
    seen = now;
    follow();
  }

  /** Goes on; in quiz mode shows the number first. */
  void next() {
    if (asks.get() && !quiz.get().reveals()) {
      quiz.set(quiz.get().shown());
    } else {
      go(index.get() + 1);
    }
  }

  /** Goes back. */
  void back() {
    go(index.get() - 1);
  }

  /** Goes to the first step. */
  void first() {
    go(0);
  }

  /** Goes to the last step. */
  void last() {
    var steps = walk.get();
    go(steps == null ? 0 : steps.size() - 1);
  }

  /** Goes to the first step of a phase. */
  void go(Phase phase) {
    var steps = walk.get();
    var first = steps == null ? -1 : steps.first(phase);
    if (first >= 0) {
      go(first);
    }
  }

  private void go(long wanted) {
    var steps = walk.get();
    if (steps != null && wanted >= 0 && wanted < steps.size() && wanted != index.get()) {
      quiz.set(quiz.get().next());
      index.set(wanted);
    }
  }

  /** Answers the question by a number. */
  void answer(double value) {
    var shown = step();
    if (shown != null && !quiz.get().reveals()) {
      quiz.set(quiz.get().answer(shown.result(), value, decimals.get()));
    }
  }

  /** Answers the question by a sign: −1, 0 or 1. */
  void answerSign(int sign) {
    var shown = step();
    if (shown != null && !quiz.get().reveals()) {
      quiz.set(quiz.get().sign(shown.result(), sign));
    }
  }

  /** Makes the step in the model, by the engine: one change that can be undone. */
  void apply() {
    var of = subject.get();
    if (of == null || !whyNotApply().isEmpty()) {
      return;
    }
    var computing = products.get();
    tasks.submit(
        "job.backprop.apply",
        _ -> of.basis().applied(of, computing),
        model -> {
          if (Basis.sameStand(of.basis().document(), shown())) {
            workspace.edit("backprop.apply", document -> document.withTrained(model));
          }
        },
        _ -> state.set(BackpropState.FAILED));
  }

  /** Works out what could not be before. */
  void tryAgain() {
    followed = null;
    follow();
  }

  /** The document, with the model of the moment that is looked at. */
  private Document shown() {
    return workspace.document().get().withTrained(workspace.model().getValue());
  }

  private void follow() {
    if (!seen) {
      return;
    }
    var document = shown();
    if (document.data().table() == null) {
      without(BackpropState.NO_DATA);
    } else if (!workspace.problems().get().isEmpty()) {
      without(BackpropState.PROBLEM);
    } else if (!Basis.sameStand(document, followed)) {
      followed = document;
      prepare(document);
    }
  }

  private void without(BackpropState now) {
    wishes++;
    followed = null;
    basis = null;
    subject.set(null);
    walk.set(null);
    state.set(now);
  }

  private void prepare(Document document) {
    var number = ++wishes;
    var computing = products.get();
    if (subject.get() == null) {
      state.set(BackpropState.WORKING);
    }
    tasks.submit(
        JOB,
        _ -> Basis.of(document, computing),
        made -> {
          if (number == wishes) {
            stand(made);
          }
        },
        _ -> failed(number));
  }

  private void failed(int number) {
    if (number == wishes) {
      without(BackpropState.FAILED);
    }
  }

  private void stand(Basis made) {
    var other = basis == null || !sameTable(basis, made);
    basis = made;
    if (other || row.get() < 1 || row.get() > made.table().rows()) {
      row.set(0);
      row.set(made.firstRow() + 1);
    } else {
      choose();
    }
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean sameTable(Basis one, Basis other) {
    return one.table() == other.table();
  }

  private void choose() {
    var from = basis;
    if (from == null || row.get() < 1) {
      return;
    }
    if (from.isTooLarge()) {
      show(null, BackpropState.TOO_LARGE);
    } else if (source.get() == Source.ROW && !from.hasTarget(row.get() - 1)) {
      show(null, BackpropState.NO_TARGET);
    } else {
      var chosen = source.get();
      var ofTable = row.get() - 1;
      var number = ++wishes;
      tasks.submit(
          JOB,
          _ ->
              switch (chosen) {
                case ROW -> from.row(ofTable);
                case BATCH -> from.batch();
              },
          made -> {
            if (number == wishes) {
              show(made, BackpropState.READY);
            }
          },
          _ -> failed(number));
    }
  }

  private void show(@Nullable Subject made, BackpropState now) {
    subject.set(made);
    if (made == null) {
      walk.set(null);
    } else {
      if (focus.get() >= made.rows().size()) {
        focus.set(0);
      }
      if (made.isWide()) {
        grain.set(Grain.LAYER);
      }
      rewalk();
    }
    state.set(now);
  }

  private void rewalk() {
    var of = subject.get();
    if (of == null || focus.get() >= of.rows().size()) {
      return;
    }
    var before = walk.get();
    var at = before == null ? null : before.phase(Math.min(index.get(), before.size() - 1));
    var same = before != null && index.get() < before.size();
    var step = index.get();
    var made = Walk.of(of.trace(), focus.get(), grain.get(), of.prepared().get(focus.get()));
    var kept = same && before.size() == made.size();
    index.set(0L);
    walk.set(made);
    quiz.set(quiz.get().next());
    index.set(kept ? step : at == null ? 0L : Math.max(0, made.first(at)));
  }
}
