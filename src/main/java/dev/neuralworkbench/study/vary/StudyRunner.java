package dev.neuralworkbench.study.vary;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.model.TrainingPlan.TrainingStart;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.study.vary.StudyRun.StudyOutcome;
import dev.neuralworkbench.train.RunControl;
import dev.neuralworkbench.train.StopReason;
import dev.neuralworkbench.train.TrainingSession;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Trains runs of a study, several at once with one thread each. A run's bits do not depend on how
 * many go beside it, nor on a pause.
 *
 * <p>One call of {@link #run}; {@link #pause} and {@link #resume} from any thread.
 */
public final class StudyRunner {

  private static final long LOOK_MILLIS = 50;

  private final Table table;
  private final Products products;
  private final int threads;

  private final List<Active> active = new ArrayList<>();
  private long epochsDone;
  private boolean paused;
  private boolean stopped;
  private @Nullable Throwable failure; // of the caller's thread alone
  private @Nullable Prepared prepared;

  /**
   * A runner.
   *
   * @param table the rows of the study
   * @param threads most runs at once, at least 1
   */
  public StudyRunner(Table table, Products products, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("expected at least 1 thread, received " + threads);
    }
    this.table = table;
    this.products = products;
    this.threads = threads;
  }

  private record Active(RunControl control, TrainingSession session) {}

  private record Prepared(Preparation preparation, PreparedData data) {}

  /**
   * Trains the runs, and returns when all have ended.
   *
   * @param runs of a study without problems
   * @param finished told of each run that has ended by itself, on the caller's thread
   * @param progress told of epochs, those of a run that ended early with all of its epochs; on the
   *     caller's thread
   * @throws CancellationException if cancelled, after all that has finished was told
   */
  public void run(List<StudyRun> runs, Consumer<StudyOutcome> finished, Progress progress) {
    var workers =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("study-", 0).factory());
    var all = runs.stream().mapToLong(StudyRun::epochs).sum();
    var told = 0;
    try {
      // In the order of the study, so that the list does not depend on which run was faster. What
      // was told is let go.
      var results = new ArrayDeque<Future<@Nullable StudyOutcome>>();
      runs.forEach(run -> results.add(workers.submit(() -> train(run))));
      for (var next = results.poll(); next != null; next = results.poll()) {
        var outcome = await(next, progress, all);
        if (outcome != null) {
          finished.accept(outcome);
          told++;
        }
      }
      progress.done(epochs(), all);
    } finally {
      stop();
      workers.shutdown();
    }
    if (failure != null) {
      throw new IllegalStateException("a run of the study failed", failure);
    } else if (told < runs.size()) {
      throw new CancellationException();
    }
  }

  /** Waits for what a run comes to, and follows all; null for one that did not end by itself. */
  private @Nullable StudyOutcome await(
      Future<@Nullable StudyOutcome> result, Progress progress, long all) {
    while (true) {
      if (progress.cancelled()) {
        stop();
      }
      progress.done(epochs(), all);
      try {
        return result.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        // It is not done: looked at again.
      } catch (InterruptedException _) {
        stop();
        Thread.currentThread().interrupt();
      } catch (ExecutionException e) {
        failure = e.getCause();
        return null;
      }
    }
  }

  private synchronized long epochs() {
    return epochsDone + active.stream().mapToLong(it -> it.session.epoch()).sum();
  }

  /** Ends all runs at their next batch; those are lost, the finished are not. Any thread. */
  public synchronized void stop() {
    stopped = true;
    active.forEach(it -> it.control.stop());
    notifyAll();
  }

  /** Holds all runs at their next batch. Any thread. */
  public synchronized void pause() {
    paused = true;
    active.forEach(it -> it.control.pause());
  }

  /** Lets held runs go on. Any thread. */
  public synchronized void resume() {
    paused = false;
    active.forEach(it -> it.control.resume());
    notifyAll();
  }

  private @Nullable StudyOutcome train(StudyRun run) throws InterruptedException {
    if (!mayBegin()) {
      return null;
    }
    try {
      var experiment = run.experiment();
      var data = prepared(experiment.preparation());
      var plan =
          new TrainingPlan(
              experiment, new TrainingStart.Anew(TrainingStart.Reason.FIRST, run.epochs()));
      var session = plan.session(data, products);
      var activity = new Active(new RunControl(), session);
      begin(activity);
      var reason = session.run(activity.control);
      end(activity, run);
      return reason == StopReason.STOPPED ? null : StudyOutcome.of(run, plan.model(session, data));
    } catch (RuntimeException | Error e) {
      stop(); // Without one of its runs the study is none.
      throw e;
    }
  }

  private synchronized boolean mayBegin() throws InterruptedException {
    while (paused && !stopped) {
      wait();
    }
    return !stopped;
  }

  /** The rows as the last run had them, where it prepared them alike. */
  private PreparedData prepared(Preparation preparation) {
    synchronized (this) {
      if (prepared != null && prepared.preparation.equals(preparation)) {
        return prepared.data;
      }
    }
    var data = PreparedData.of(preparation, table);
    synchronized (this) {
      prepared = new Prepared(preparation, data);
    }
    return data;
  }

  private synchronized void begin(Active activity) {
    active.add(activity);
    if (paused) {
      activity.control.pause();
    }
    if (stopped) {
      activity.control.stop();
    }
  }

  private synchronized void end(Active activity, StudyRun run) {
    active.remove(activity);
    epochsDone += run.epochs();
  }
}
