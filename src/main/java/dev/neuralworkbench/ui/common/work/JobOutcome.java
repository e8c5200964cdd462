package dev.neuralworkbench.ui.common.work;

import dev.neuralworkbench.progress.Progress;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What became of a job's work, on its way from the thread that did it to the FX thread. The only
 * place that logs what work throws: an {@link Error} ends a job as any exception does.
 */
public final class JobOutcome<T> {

  private static final Logger LOG = System.getLogger(JobOutcome.class.getName());

  private final T result;
  private @Nullable Throwable failure;

  private JobOutcome(T result, @Nullable Throwable failure) {
    this.result = result;
    this.failure = failure;
  }

  public static <T> JobOutcome<T> of(Work<T> work, Progress progress) {
    try {
      return new JobOutcome<>(work.run(progress), null);
    } catch (Throwable thrown) {
      return failure(thrown);
    }
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // a failure has no result
  static <T> JobOutcome<T> failure(Throwable thrown) {
    return new JobOutcome<>(null, thrown);
  }

  /** Ends the job, on the FX thread: tells the result or, once it is logged, the failure. */
  public void end(Job job, Consumer<? super T> succeeded, Consumer<? super Exception> failed) {
    var cancelled = job.cancelled();
    if (failure == null && !cancelled) {
      tell(succeeded);
    }
    var thrown = failure;
    if (thrown != null) {
      var expected =
          thrown instanceof Exception e && (cancelled || !(e instanceof RuntimeException));
      LOG.log(expected ? Level.DEBUG : Level.ERROR, job.nameKey, thrown);
    }
    if (cancelled) {
      job.gaveUp();
    } else if (thrown != null) {
      failed.accept(thrown instanceof Exception e ? e : new IllegalStateException(thrown));
    }
  }

  private void tell(Consumer<? super T> succeeded) {
    try {
      succeeded.accept(result);
    } catch (Throwable thrown) {
      failure = thrown;
    }
  }
}
