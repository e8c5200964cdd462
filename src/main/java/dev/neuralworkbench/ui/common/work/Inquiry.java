package dev.neuralworkbench.ui.common.work;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What a question about the present state comes to, worked out in the background. The same question
 * again costs nothing, the next one takes its place, and what was found is forgotten with its
 * question; null while nothing is found. A failure is told as a fault of the program. Belongs to
 * the FX thread.
 *
 * @param <Q> what is asked, compared by {@code equals}: all that the answer depends on
 */
public final class Inquiry<Q, A> extends ReadOnlyObjectWrapper<@Nullable A> {

  private final LatestTask task;
  private Consumer<? super A> told = _ -> {};
  private Consumer<? super Exception> failing;
  private boolean lasting;
  private @Nullable Q question;

  public Inquiry(BackgroundTasks tasks, LatestTask task) {
    this.task = task;
    failing = _ -> tasks.complain();
  }

  /** Lets what was found stay until the next is found, or cannot be. */
  public Inquiry<Q, A> lasting() {
    lasting = true;
    return this;
  }

  /** Says who is told of each answer, though it be equal to the one before. */
  public Inquiry<Q, A> telling(Consumer<? super A> listener) {
    told = listener;
    return this;
  }

  /** Says what becomes of a failure, in the place of a complaint. */
  public Inquiry<Q, A> failing(Consumer<? super Exception> listener) {
    failing = listener;
    return this;
  }

  public void ask(Q next, Work<A> work) {
    ask(next, false, work);
  }

  /** Asks though it be the same question. */
  public void askAgain(Q next, Work<A> work) {
    question = null;
    ask(next, work);
  }

  /** Asks, and waits for what takes no longer than a few milliseconds. */
  public void ask(Q next, boolean isSmall, Work<A> work) {
    if (next.equals(question)) {
      return;
    }
    question = next;
    if (isSmall) {
      task.askAtOnce(work, this::found, this::failed);
      return;
    }
    if (!lasting) {
      set(null);
    }
    task.ask(work, this::found, this::failed);
  }

  /** Gives up what is on its way, and forgets what was found. */
  public void forget() {
    task.forget();
    question = null;
    set(null);
  }

  /** What was asked last; null where that was forgotten. */
  public @Nullable Q question() {
    return question;
  }

  /** Whether an answer is on its way. */
  public ReadOnlyBooleanProperty busy() {
    return task.busy();
  }

  private void found(A found) {
    set(found);
    told.accept(found);
  }

  private void failed(Exception e) {
    set(null);
    failing.accept(e);
  }

  /** An answer equal to the one before is none to those who follow what is known. */
  @Override
  public void set(@Nullable A next) {
    if (!Objects.equals(next, get())) {
      super.set(next);
    }
  }
}
