package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.explain.Decimals;
import dev.neuralworkbench.explain.Grain;
import dev.neuralworkbench.explain.Location;
import dev.neuralworkbench.explain.Phase;
import dev.neuralworkbench.explain.Step;
import dev.neuralworkbench.explain.Walk;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The way through the steps: which one shows, and the quiz that may ask for it first. */
final class Walker {

  private final ReadOnlyObjectWrapper<@Nullable Walk> walk =
      new ReadOnlyObjectWrapper<>(this, "walk");
  private final ReadOnlyObjectWrapper<Long> index = new ReadOnlyObjectWrapper<>(this, "index", 0L);
  private final ReadOnlyObjectWrapper<Quiz> quiz =
      new ReadOnlyObjectWrapper<>(this, "quiz", Quiz.START);
  private final ObjectProperty<Integer> focus = new SimpleObjectProperty<>(this, "focus", 0);
  private final ObjectProperty<Grain> grain = new SimpleObjectProperty<>(this, "grain", Grain.UNIT);
  private final BooleanProperty asks = new SimpleBooleanProperty(this, "asks");
  private final ObservableValue<Decimals> decimals;
  private @Nullable Subject subject;
  private @Nullable Walk left; // the steps before those that are on their way

  /**
   * @param decimals as numbers are shown: a question's answer is that exact
   */
  Walker(ObservableValue<Decimals> decimals) {
    this.decimals = decimals;
    focus.addListener((_, _, _) -> rewalk());
    grain.addListener((_, _, _) -> rewalk());
    asks.addListener((_, _, _) -> quiz.set(Quiz.START));
  }

  // Read-only properties.

  /** The steps; null while there are none. */
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

  /** The step that shows; null while there is none. */
  @Nullable Step step() {
    var steps = walk.get();
    return steps == null ? null : steps.step(index.get());
  }

  /** Whether the number of the step is asked for and hidden. */
  boolean hides() {
    return asks.get() && !quiz.get().reveals() && isQuestion();
  }

  /** Whether there is something to think about: no raw number, and none that is only copied. */
  private boolean isQuestion() {
    var shown = step();
    return shown != null && shown.phase() != Phase.PREPARATION && !shown.result().isPlain();
  }

  // Choices.

  /** The row of the mini-batch that is followed, from 0 on. */
  ObjectProperty<Integer> focus() {
    return focus;
  }

  /** How much a step tells. */
  ObjectProperty<Grain> grain() {
    return grain;
  }

  /** Whether each number is asked before it is shown. */
  BooleanProperty asks() {
    return asks;
  }

  // Commands.

  /** Goes on; in quiz mode shows the number first. */
  void next() {
    if (hides()) {
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
    go(steps == null ? -1 : steps.first(phase));
  }

  /** Goes to the step that works out something of a unit or a weight, {@link Walk#find}. */
  void go(Location place) {
    var steps = walk.get();
    go(steps == null ? -1 : steps.find(place, index.get()));
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
    if (shown != null && hides()) {
      quiz.set(quiz.get().answer(shown.result(), value, decimals.getValue()));
    }
  }

  /** Answers the question by a sign: −1, 0 or 1. */
  void answerSign(int sign) {
    var shown = step();
    if (shown != null && hides()) {
      quiz.set(quiz.get().sign(shown.result(), sign));
    }
  }

  // What is walked through.

  /**
   * Leaves the steps, before others are followed: nobody is to see old steps of a new network.
   *
   * @param rows number of the rows to come; 0 for none
   */
  void leave(int rows) {
    left = walk.get() == null ? left : walk.get();
    walk.set(null);
    if (rows > 0 && focus.get() >= rows) {
      focus.set(0);
    }
  }

  /** Walks through others, from the step or at least the phase where it was. */
  void follow(Subject next) {
    subject = next;
    if (next.isWide()) {
      grain.set(Grain.LAYER);
    }
    walk(next, left);
  }

  private void rewalk() {
    var of = subject;
    var before = walk.get();
    if (of != null && before != null) {
      walk(of, before);
    }
  }

  private void walk(Subject of, @Nullable Walk before) {
    var at = index.get();
    var made = Walk.of(of.trace(), focus.get(), grain.get(), of.prepared().get(focus.get()));
    var wanted = before == null ? 0 : place(before, at, made);
    index.set(0L);
    walk.set(made);
    quiz.set(quiz.get().next());
    index.set(wanted);
  }

  /** The same step among others of their kind, otherwise the first of its phase. */
  private static long place(Walk before, long at, Walk made) {
    if (at < before.size() && before.size() == made.size()) {
      return at;
    }
    return Math.max(0, made.first(before.phase(Math.min(at, before.size() - 1))));
  }
}
