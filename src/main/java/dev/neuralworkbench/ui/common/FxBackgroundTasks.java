package dev.neuralworkbench.ui.common;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Background tasks on daemon threads, one thread a job. */
public final class FxBackgroundTasks implements BackgroundTasks {

  private static final Logger LOG = System.getLogger(FxBackgroundTasks.class.getName());

  private final ObservableList<Job> running = FXCollections.observableArrayList();
  private final ObservableList<Job> readOnly = FXCollections.unmodifiableObservableList(running);

  @Override
  public <T> Job submit(
      String nameKey,
      Work<T> work,
      Consumer<? super T> succeeded,
      Consumer<? super Exception> failed) {
    if (!Platform.isFxApplicationThread()) {
      throw new IllegalStateException(
          "expected the FX thread, called on " + Thread.currentThread().getName());
    }
    var job = new Job(nameKey);
    running.add(job);
    Thread.ofPlatform().daemon().name(nameKey).start(() -> work(job, work, succeeded, failed));
    return job;
  }

  @Override
  public void later(Runnable action) {
    Platform.runLater(action);
  }

  @Override
  public ObservableList<Job> running() {
    return readOnly;
  }

  private <T> void work(
      Job job, Work<T> work, Consumer<? super T> succeeded, Consumer<? super Exception> failed) {
    Runnable end;
    try {
      var result = work.run(new FxProgress(job));
      end = () -> succeeded.accept(result);
    } catch (Exception e) {
      var expected = job.cancelled() || !(e instanceof RuntimeException);
      LOG.log(expected ? Level.DEBUG : Level.ERROR, job.nameKey(), e);
      end = () -> failed.accept(e);
    } catch (OutOfMemoryError | StackOverflowError e) {
      LOG.log(Level.ERROR, job.nameKey(), e);
      end = () -> failed.accept(new IllegalStateException(e));
    }
    var told = end;
    Platform.runLater(
        () -> {
          running.remove(job);
          if (job.cancelled()) {
            job.gaveUp();
          } else {
            told.run();
          }
        });
  }

  /** Passes progress on, at most one message in the FX queue at a time. */
  private static final class FxProgress implements WorkProgress {

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
