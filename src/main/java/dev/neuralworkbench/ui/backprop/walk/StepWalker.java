package dev.neuralworkbench.ui.backprop.walk;

import dev.neuralworkbench.explain.step.Phase;
import dev.neuralworkbench.explain.step.Step;
import dev.neuralworkbench.explain.step.StepDetail;
import dev.neuralworkbench.explain.step.StepLine;
import dev.neuralworkbench.explain.step.Walk;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.model.Bookmark;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The way through the steps: which one shows, and the quiz that may ask for it first. */
public final class StepWalker {

  public enum Reveal {
    AT_ONCE(false, false),
    BOX_BY_BOX(true, false),
    /** One box with its number blank, so that a class can say it, then the number. */
    BLANKS(true, true);

    private final boolean boxes;
    private final boolean blanks;

    Reveal(boolean boxes, boolean blanks) {
      this.boxes = boxes;
      this.blanks = blanks;
    }

    int stages(int parts) {
      return (boxes ? parts : 1) * (blanks ? 2 : 1);
    }

    Revealed at(int stage, int parts) {
      var each = blanks ? 2 : 1;
      return new Revealed(boxes ? stage / each + 1 : parts, blanks && stage % each == 0);
    }

    /** What shows: so many boxes, and whether the number of the last is still hidden. */
    public record Revealed(int boxes, boolean blank) {}
  }

  public final ReadOnlyObjectWrapper<@Nullable Walk> walk = new ReadOnlyObjectWrapper<>();

  /** Which step shows, from 0 on. */
  public final ReadOnlyObjectWrapper<Long> index = new ReadOnlyObjectWrapper<>(0L);

  public final ReadOnlyObjectWrapper<Quiz> quiz = new ReadOnlyObjectWrapper<>(Quiz.START);
  public final ObjectProperty<Integer> focus = new SimpleObjectProperty<>(0);
  public final ObjectProperty<StepDetail> grain = new SimpleObjectProperty<>(StepDetail.UNIT);
  public final ObjectProperty<Reveal> reveal = new SimpleObjectProperty<>(Reveal.AT_ONCE);

  /** How many key presses were made in the step that shows, from 0 on. */
  public final ReadOnlyObjectWrapper<Integer> stage = new ReadOnlyObjectWrapper<>(0);

  public final BooleanProperty asks = new SimpleBooleanProperty();
  private final ObservableValue<Decimals> decimals;
  private @Nullable StepSubject subject;
  private @Nullable Walk left; // the steps before those that are on their way

  /** A question's answer is as exact as numbers are shown. */
  public StepWalker(ObservableValue<Decimals> decimals) {
    this.decimals = decimals;
    focus.addListener((_, _, _) -> rewalk());
    grain.addListener((_, _, _) -> rewalk());
    asks.addListener((_, _, _) -> quiz.set(Quiz.START));
    // What shows stays; only numbers that are to be blanked go.
    reveal.addListener((_, _, now) -> stage.set(now == Reveal.BLANKS ? 0 : whole(now)));
  }

  public @Nullable Step step() {
    var steps = walk.get();
    return steps == null ? null : steps.step(index.get());
  }

  public Reveal.Revealed revealed() {
    var shown = step();
    var parts = shown == null ? 1 : shown.parts().size();
    return asks.get() ? Reveal.AT_ONCE.at(0, parts) : reveal.get().at(stage.get(), parts);
  }

  /** Whether what the step comes to is not shown yet: asked for, or to come with a key press. */
  public boolean hides() {
    return hidesAnswer() || (!asks.get() && hasMore());
  }

  public boolean hidesAnswer() {
    return asks.get() && !quiz.get().reveals() && question() != null;
  }

  /** Whether numbers wait for a key press, or for an answer. */
  public boolean isBlanked() {
    return asks.get() ? hides() : reveal.get() == Reveal.BLANKS;
  }

  /** Key presses made in the step; null where it shows as a whole, or the quiz asks of it. */
  public @Nullable Integer presses() {
    return asks.get() || reveal.get() == Reveal.AT_ONCE ? null : stage.get();
  }

  private boolean hasMore() {
    var shown = step();
    return shown != null && stage.get() + 1 < reveal.get().stages(shown.parts().size());
  }

  /** What the quiz asks of the step; null where there is nothing to think about. */
  public @Nullable StepLine question() {
    var shown = step();
    return shown == null ? null : Quiz.question(shown, index.get()).orElse(null);
  }

  // Commands.

  /** Goes on; shows what is hidden of the step first. */
  public void next() {
    if (hidesAnswer()) {
      quiz.set(quiz.get().shown());
    } else if (!asks.get() && hasMore()) {
      stage.set(stage.get() + 1);
    } else {
      go(index.get() + 1);
    }
  }

  /** Takes back what the last key press brought; before the first, goes back to the whole step. */
  public void back() {
    if (!asks.get() && stage.get() > 0) {
      stage.set(stage.get() - 1);
    } else if (index.get() > 0) {
      go(index.get() - 1);
      stage.set(whole(reveal.get()));
    }
  }

  private int whole(Reveal by) {
    var shown = step();
    return shown == null ? 0 : by.stages(shown.parts().size()) - 1;
  }

  public void first() {
    go(0);
  }

  public void last() {
    var steps = walk.get();
    go(steps == null ? 0 : steps.size() - 1);
  }

  public void go(Phase phase) {
    var steps = walk.get();
    go(steps == null ? -1 : steps.first(phase));
  }

  /** Goes to the step that works out something of a unit or a weight, {@link Walk#find}. */
  public void go(NetworkLocation place) {
    var steps = walk.get();
    go(steps == null ? -1 : steps.find(place, index.get()));
  }

  /** Goes to a step by its index, counted from 0; stays where there is none. */
  public void go(long wanted) {
    var steps = walk.get();
    if (steps != null && wanted >= 0 && wanted < steps.size() && wanted != index.get()) {
      quiz.set(quiz.get().next());
      stage.set(0);
      index.set(wanted);
    }
  }

  public void answer(double value) {
    asked().ifPresent(line -> quiz.set(quiz.get().answer(line, value, decimals.getValue())));
  }

  public void answerSign(int sign) {
    asked().ifPresent(line -> quiz.set(quiz.get().sign(line, sign)));
  }

  private Optional<StepLine> asked() {
    return hidesAnswer() ? Optional.ofNullable(question()) : Optional.empty();
  }

  // What is walked through.

  /** Leaves the steps, before others are followed: nobody is to see old steps of a new network. */
  void leave(int rows) {
    left = walk.get() == null ? left : walk.get();
    walk.set(null);
    if (rows > 0 && focus.get() >= rows) {
      focus.set(0);
    }
  }

  /** The next steps are of other rows, and begin at the first. */
  void beginAnew() {
    left = null;
  }

  /** Goes to where a walk was; to the first step where that is not there. */
  void goTo(Bookmark bookmark) {
    var of = subject;
    if (of != null && !of.isWide()) {
      grain.set(StepDetail.valueOf(bookmark.detail().name()));
    }
    if (of != null && of.isBatch() && bookmark.row() <= of.prepared().size()) {
      focus.set(bookmark.row() - 1);
    }
    var presses = bookmark.presses();
    if (Boolean.TRUE.equals(bookmark.blanks())) {
      reveal.set(Reveal.BLANKS);
    } else if (presses != null) {
      reveal.set(Reveal.BOX_BY_BOX);
    }
    first();
    go(bookmark.step() - 1);
    stage.set(Math.min(presses == null ? 0 : presses, whole(reveal.get())));
  }

  /** Walks through others, from the step or at least the phase where it was. */
  void follow(StepSubject next) {
    subject = next;
    if (next.isWide()) {
      grain.set(StepDetail.LAYER);
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

  private void walk(StepSubject of, @Nullable Walk before) {
    var at = index.get();
    var made = Walk.of(of.trace(), focus.get(), grain.get(), of.prepared().get(focus.get()));
    var wanted = before == null ? 0 : place(before, at, made);
    index.set(0L);
    walk.set(made);
    quiz.set(quiz.get().next());
    stage.set(0);
    index.set(wanted);
  }

  private static long place(Walk before, long at, Walk made) {
    if (at < before.size() && before.size() == made.size()) {
      return at;
    }
    return made.like(before, Math.min(at, before.size() - 1));
  }
}
