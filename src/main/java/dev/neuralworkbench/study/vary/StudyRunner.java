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
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Trains runs of a study, several at once with one thread each. A run's bits do not depend on how
 * many go beside it, nor on a pause.
 *
 * <p>One call of {@link #run}; {@link #pause} and {@link #resume} from any thread.
 */
public final class StudyRunner {

  private static final long LOOK_NANOS = 50_000_000;

  private final Table table;
  private final Products products;
  private final int threads;

  private final Deque<StudyRun> waiting = new ArrayDeque<>();
  private final Deque<StudyRun> order = new ArrayDeque<>();
  private final Map<StudyRun, StudyOutcome> ended = new HashMap<>();
  private final List<Active> active = new ArrayList<>();
  private int working;
  private int told;
  private long epochsDone;
  private boolean paused;
  private boolean stopped;
  private @Nullable Throwable failure;
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
    waiting.addAll(runs);
    order.addAll(runs);
    var workers = Math.min(threads, runs.size());
    working = workers;
    // Not up to those that still work: the first may have left by then.
    for (var i = 0; i < workers; i++) {
      Thread.ofPlatform().daemon().name("study-" + i).start(this::work);
    }
    var all = runs.stream().mapToLong(StudyRun::epochs).sum();
    try {
      while (look(finished, progress, all)) {}
    } finally {
      stop();
    }
    synchronized (this) {
      if (failure != null) {
        throw new IllegalStateException("a run of the study failed", failure);
      }
    }
    if (told < runs.size()) {
      throw new CancellationException();
    }
  }

  /** Tells what is new; whether there will be more. */
  private boolean look(Consumer<StudyOutcome> finished, Progress progress, long all) {
    var news = new ArrayList<StudyOutcome>();
    var more = await(news);
    news.forEach(finished);
    told += news.size();
    if (progress.cancelled()) {
      stop();
    }
    progress.done(epochs(), all);
    return more;
  }

  /** Waits a little for what has ended; whether there will be more. */
  private synchronized boolean await(List<StudyOutcome> news) {
    var until = System.nanoTime() + LOOK_NANOS;
    try {
      for (var left = LOOK_NANOS; !ended.containsKey(order.peek()) && working > 0 && left > 0; ) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = until - System.nanoTime();
      }
    } catch (InterruptedException _) {
      stop();
      Thread.currentThread().interrupt();
    }
    // In the order of the study, so that the list does not depend on which run was faster.
    for (var next = order.peek(); next != null && ended.containsKey(next); next = order.peek()) {
      news.add(ended.remove(order.poll()));
    }
    if (working == 0) {
      order.stream().filter(ended::containsKey).map(ended::get).forEach(news::add);
      ended.clear();
    }
    return working > 0;
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

  private void work() {
    try {
      for (var next = take(); next != null; next = take()) {
        train(next);
      }
    } catch (Throwable e) { // Whatever it is, the caller must learn of it.
      synchronized (this) {
        failure = e;
        stop();
      }
    } finally {
      leave();
    }
  }

  private synchronized @Nullable StudyRun take() throws InterruptedException {
    while (paused && !stopped) {
      wait();
    }
    return stopped ? null : waiting.poll();
  }

  private void train(StudyRun run) {
    var experiment = run.experiment();
    var data = prepared(experiment.preparation());
    var plan =
        new TrainingPlan(
            experiment, new TrainingStart.Anew(TrainingStart.Reason.FIRST, run.epochs()));
    var session = plan.session(data, products);
    var activity = new Active(new RunControl(), session);
    begin(activity);
    var reason = session.run(activity.control);
    end(
        activity,
        run,
        reason == StopReason.STOPPED ? null : StudyOutcome.of(run, plan.model(session, data)));
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

  private synchronized void end(Active activity, StudyRun run, @Nullable StudyOutcome outcome) {
    active.remove(activity);
    epochsDone += run.epochs();
    if (outcome != null) {
      ended.put(run, outcome);
    }
    notifyAll();
  }

  private synchronized void leave() {
    working--;
    notifyAll();
  }
}
