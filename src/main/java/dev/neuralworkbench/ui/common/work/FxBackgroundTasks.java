package dev.neuralworkbench.ui.common.work;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.neuralworkbench.progress.Progress;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Background tasks on daemon threads, one thread a job or a lane. */
public final class FxBackgroundTasks implements BackgroundTasks {

  /** After so long without work a lane's thread ends; the next work starts another. */
  private static final int IDLE_SECONDS = 10;

  private final ObservableList<Job> running = FXCollections.observableArrayList();
  private final ObservableList<Job> readOnly = FXCollections.unmodifiableObservableList(running);
  private Consumer<@Nullable Throwable> complaint = _ -> {};

  /** What is being told as a failure, for the words of a complaint; null while nothing is. */
  private @Nullable Throwable failing;

  /** Says how the user is told of a fault of the program; of which, where that is known. */
  public void whenFaulty(Consumer<@Nullable Throwable> action) {
    complaint = action;
  }

  @Override
  public <T> Job submit(
      String nameKey,
      Work<T> work,
      Consumer<? super T> succeeded,
      Consumer<? super Exception> failed) {
    checkThread();
    var job = new Job(nameKey);
    running.add(job);
    start(
        Thread.ofPlatform().daemon().name(nameKey)::start,
        work,
        new FxProgress(job),
        outcome -> {
          running.remove(job);
          outcome.end(job, succeeded, named(failed));
        });
    return job;
  }

  @Override
  public <T> Job beside(
      Executor lane,
      String name,
      Work<T> work,
      Consumer<? super T> succeeded,
      Consumer<? super Exception> failed) {
    checkThread();
    var job = new Job(name);
    start(
        run ->
            lane.execute(
                () -> {
                  if (!job.cancelled()) {
                    run.run();
                  }
                }),
        work,
        job::cancelled,
        outcome -> outcome.end(job, succeeded, named(failed)));
    return job;
  }

  @Override
  public <T> void bring(
      String name,
      Work<T> work,
      Consumer<? super T> succeeded,
      Consumer<? super Exception> failed) {
    var job = new Job(name);
    var outcome = JobOutcome.of(work, job::cancelled);
    Platform.runLater(() -> outcome.end(job, succeeded, named(failed)));
  }

  private Consumer<Exception> named(Consumer<? super Exception> failed) {
    return e -> {
      failing = e;
      try {
        failed.accept(e);
      } finally {
        failing = null;
      }
    };
  }

  @Override
  public Executor lane(String name) {
    return lane(Thread.ofPlatform().daemon().name(name), IDLE_SECONDS);
  }

  /**
   * A lane whose thread is no daemon: a program that is closed ends after its work, such as to
   * remove what was kept for a crash. What comes after the lane's end is not done.
   */
  public static ExecutorService lastingLane(String name) {
    return lane(Thread.ofPlatform().name(name), 1);
  }

  private static ExecutorService lane(Thread.Builder thread, int idleSeconds) {
    return new ThreadPoolExecutor(
        0,
        1,
        idleSeconds,
        SECONDS,
        new LinkedBlockingQueue<>(),
        thread.factory(),
        new ThreadPoolExecutor.DiscardPolicy());
  }

  @Override
  public void complain() {
    complaint.accept(failing);
  }

  @Override
  public void later(Runnable action) {
    Platform.runLater(action);
  }

  @Override
  public ObservableList<Job> running() {
    return readOnly;
  }

  /** Whatever happens, the outcome arrives, even where there is no thread to be had. */
  private static <T> void start(
      Executor executor, Work<T> work, Progress progress, Consumer<JobOutcome<T>> end) {
    try {
      executor.execute(
          () -> {
            var outcome = JobOutcome.of(work, progress);
            Platform.runLater(() -> end.accept(outcome));
          });
    } catch (Throwable thrown) {
      Platform.runLater(() -> end.accept(JobOutcome.failure(thrown)));
    }
  }

  private static void checkThread() {
    if (!Platform.isFxApplicationThread()) {
      throw new IllegalStateException(
          "expected the FX thread, called on " + Thread.currentThread().getName());
    }
  }

  /** Passes progress on, at most one message in the FX queue at a time. */
  private static final class FxProgress implements Progress {

    private final Job job;
    private final AtomicBoolean queued = new AtomicBoolean();
    private volatile double share;

    FxProgress(Job job) {
      this.job = job;
    }

    @Override
    public void done(long amount, long ofTotal) {
      share = ofTotal > 0 ? Math.clamp((double) amount / ofTotal, 0, 1) : Job.UNKNOWN;
      if (queued.compareAndSet(false, true)) {
        Platform.runLater(
            () -> {
              queued.set(false);
              job.show(share);
            });
      }
    }

    @Override
    public boolean cancelled() {
      return job.cancelled();
    }
  }
}
