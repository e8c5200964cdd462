package dev.neuralworkbench.ui.common.work;

import dev.neuralworkbench.progress.Progress;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A question asked again and again, of which the last one counts: facts of a table that was changed
 * meanwhile, a picture of a view that was turned on. Asking anew overtakes the question before: its
 * work is told so through {@link Progress#cancelled()}, and its answer is dropped, or in a {@link
 * #lively} wish still told. Every question ends; what is thrown, by the work or by whoever takes
 * the answer, is logged once and told once, and the next question is answered. Belongs to the FX
 * thread.
 */
public final class LatestTask {

  private final BackgroundTasks tasks;
  private final @Nullable Executor lane;
  private final String name;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private Runnable afterCancel = () -> {};
  private boolean stoppable = true;
  private boolean lively;
  private @Nullable Question last;
  private @Nullable Runnable next;

  private LatestTask(BackgroundTasks tasks, @Nullable Executor lane, String name) {
    this.tasks = tasks;
    this.lane = lane;
    this.name = name;
  }

  /** A wish whose work is a job: the status bar shows it, and the user may cancel it. */
  public static LatestTask seen(BackgroundTasks tasks, String nameKey) {
    return new LatestTask(tasks, null, nameKey);
  }

  /** A wish that the status bar does not show, on a lane that does one work after another. */
  public static LatestTask unseen(BackgroundTasks tasks, Executor lane, String name) {
    return new LatestTask(tasks, lane, name);
  }

  /**
   * Makes it answer while it is asked faster than it can answer, as when a slider is dragged: a
   * question waits for the one under way, whose answer is told though it was overtaken; of those
   * that wait the last one counts.
   */
  public LatestTask lively() {
    lively = true;
    return this;
  }

  public LatestTask unstoppable() {
    stoppable = false;
    return this;
  }

  /** Says what becomes of it when the user cancels its job; otherwise nothing does. */
  public LatestTask whenCancelled(Runnable action) {
    afterCancel = action;
    return this;
  }

  /** Whether an answer is on its way; false again before it, or its failure, is told. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Asks; a failure is a fault of the program and told as one. */
  public <T> void ask(Work<T> work, Consumer<? super T> answer) {
    ask(work, answer, _ -> tasks.complain());
  }

  /** Asks; neither is told of an answer that is dropped, and a failure is logged before. */
  public <T> void ask(
      Work<T> work, Consumer<? super T> answer, Consumer<? super Exception> failed) {
    if (lively && last != null) {
      last.overtaken = true;
      next = () -> begin(work, answer, failed);
    } else {
      drop();
      begin(work, answer, failed);
    }
  }

  /** Answers on the calling thread: for what takes no time. */
  <T> void askAtOnce(Work<T> work, Consumer<? super T> answer, Consumer<? super Exception> failed) {
    forget();
    JobOutcome.of(work, Progress.NONE).end(new Job(name), answer, failed);
  }

  public void forget() {
    drop();
    busy.set(false);
  }

  private void drop() {
    next = null;
    var dropped = last;
    last = null;
    if (dropped != null) {
      dropped.drop();
    }
  }

  private <T> void begin(
      Work<T> work, Consumer<? super T> answer, Consumer<? super Exception> failed) {
    var question = new Question();
    last = question;
    next = null;
    busy.set(true);
    Work<T> asked = progress -> work.run(question.following(progress));
    Consumer<T> succeeded = result -> end(question, () -> answer.accept(result));
    Consumer<Exception> ended = e -> end(question, () -> failed.accept(e));
    var job =
        lane == null
            ? tasks.submit(name, asked, succeeded, ended)
            : tasks.beside(lane, name, asked, succeeded, ended);
    question.job = job.whenCancelled(() -> end(question, afterCancel));
    if (!stoppable) {
      job.unstoppable();
    }
  }

  /** Also called for a question that has ended, where whoever took its answer failed. */
  private void end(Question question, Runnable told) {
    if (question.dropped) {
      return;
    }
    if (question.equals(last)) {
      last = null;
      busy.set(next != null);
    }
    try {
      told.run();
    } finally {
      var waiting = next;
      if (waiting != null && last == null) {
        waiting.run();
      }
    }
  }

  private static final class Question {

    private @Nullable Job job;
    private boolean dropped;
    private volatile boolean overtaken;

    void drop() {
      dropped = true;
      overtaken = true;
      if (job != null) {
        job.cancel();
      }
    }

    Progress following(Progress progress) {
      return new Progress() {
        @Override
        public void done(long amount, long ofTotal) {
          progress.done(amount, ofTotal);
        }

        @Override
        public boolean cancelled() {
          return overtaken || progress.cancelled();
        }
      };
    }
  }
}
