package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.ui.common.BackgroundTasks;
import dev.neuralworkbench.ui.common.Job;
import dev.neuralworkbench.ui.common.Work;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;

/** The reading or answering of rows that is under way: one at most, the next takes its place. */
final class RowsWork {

  private final BackgroundTasks tasks;
  private final ReadOnlyObjectWrapper<@Nullable String> name =
      new ReadOnlyObjectWrapper<>(this, "name");
  private @Nullable Job job;
  private boolean reading;

  RowsWork(BackgroundTasks tasks) {
    this.tasks = tasks;
    tasks.running().addListener((ListChangeListener<Job>) _ -> follow());
  }

  /** Name of the rows that are worked on; null while none are. */
  ReadOnlyObjectProperty<@Nullable String> name() {
    return name.getReadOnlyProperty();
  }

  /** Whether nothing is under way. */
  boolean isIdle() {
    return job == null;
  }

  /** Whether a file is being read, so that no model is at work yet. */
  boolean isReading() {
    return reading;
  }

  /** Reads a file. */
  <T> void read(
      String of, Work<T> work, Consumer<? super T> succeeded, Consumer<? super Exception> failed) {
    begin(of, true, "job.readRows", work, succeeded, failed);
  }

  /** Answers rows. */
  <T> void answer(
      String of, Work<T> work, Consumer<? super T> succeeded, Consumer<? super Exception> failed) {
    begin(of, false, "job.answering", work, succeeded, failed);
  }

  /** Gives up what is under way. */
  void cancel() {
    if (job != null) {
      job.cancel();
    }
    done();
  }

  private <T> void begin(
      String of,
      boolean reads,
      String jobKey,
      Work<T> work,
      Consumer<? super T> succeeded,
      Consumer<? super Exception> failed) {
    cancel();
    name.set(of);
    reading = reads;
    var submitted =
        tasks.submit(
            jobKey,
            work,
            (T result) -> {
              done();
              succeeded.accept(result);
            },
            e -> {
              done();
              failed.accept(e);
            });
    // A job that is done at once, as in tests, needs no watching.
    job = name.get() == null ? null : submitted;
  }

  private void done() {
    job = null;
    reading = false;
    name.set(null);
  }

  /** A job that the user cancelled answers nothing. */
  private void follow() {
    if (job != null && job.cancelled() && !tasks.running().contains(job)) {
      done();
    }
  }
}
