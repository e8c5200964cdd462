package dev.neuralworkbench.train;

import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.pace.Pace;
import dev.neuralworkbench.train.pace.PaceClock;
import dev.neuralworkbench.train.pace.SingleSteps;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What other threads tell a run. Every method may be called from any thread at any time and returns
 * at once; the run obeys at its next batch boundary. A waiting run is parked, not spinning. One
 * control serves one run.
 */
public final class RunControl {

  /**
   * The weights of a run at a batch boundary.
   *
   * @param epoch epoch of the next batch, counted from 0
   * @param batch the next batch within the epoch, counted from 0
   * @param weights the weights of the moment
   */
  public record Snapshot(int epoch, int batch, NetworkWeights weights) {

    static Snapshot of(TrainingState run) {
      return new Snapshot(run.epoch(), run.batch(), run.weights());
    }
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Consumer<TrainingState>> requests = new ArrayDeque<>();
  private final SingleSteps steps = new SingleSteps();
  private final PaceClock pace = new PaceClock(System::nanoTime);

  private volatile boolean paused; // written with the lock
  private boolean stopped;
  private @Nullable BooleanSupplier stopCondition;
  private @Nullable Consumer<Checkpoint> holdListener;
  private boolean holdTold;

  /** Which boundaries need more than this one read; null for none. */
  private volatile Pace.@Nullable Unit attention;

  /** A control that lets its run go on at full speed. */
  public RunControl() {}

  /** Holds the run at the next batch boundary; steps not yet done are forgotten. */
  public void pause() {
    change(() -> hold(true));
  }

  /** Lets a held run go on; steps not yet done are forgotten. */
  public void resume() {
    change(() -> hold(false));
  }

  /** Ends the run at the next batch boundary, held or not. */
  public void stop() {
    change(() -> stopped = true);
  }

  /**
   * Ends the run at the first batch boundary at which a condition holds. A held run does not ask.
   *
   * @param condition asked on the run's thread before every batch: it returns at once
   */
  public void stopWhen(BooleanSupplier condition) {
    change(() -> stopCondition = condition);
  }

  /** Trains one batch more, then holds the run. Several calls add up. */
  public void stepBatch() {
    change(() -> step(Pace.Unit.BATCH));
  }

  /** Trains exactly to the end of the epoch, then holds the run. Several calls add up. */
  public void stepEpoch() {
    change(() -> step(Pace.Unit.EPOCH));
  }

  /** Whether the run is held, or is to be as soon as its steps are done. */
  public boolean paused() {
    return paused;
  }

  /** Makes the run slower, or with {@link Pace#FULL} as fast as it goes. */
  public void pace(Pace pace) {
    change(() -> this.pace.pace(pace));
  }

  /**
   * Sets how many threads may share the work of a batch, {@link TrainingSession#threads}.
   *
   * @throws IllegalArgumentException if there is not at least one
   */
  public void threads(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("expected at least 1 thread, received " + threads);
    }
    request(run -> run.network.team.threads(threads));
  }

  /**
   * Changes the optimizer's learning rate, before the schedule's factor; recorded as an
   * intervention.
   *
   * @throws IllegalArgumentException if the rate is outside {@link OptimizerConfig#LEARNING_RATE}
   */
  public void learningRate(double learningRate) {
    if (!OptimizerConfig.LEARNING_RATE.contains(learningRate)) {
      throw new IllegalArgumentException(
          "expected a learning rate in %s, received %s"
              .formatted(OptimizerConfig.LEARNING_RATE, learningRate));
    }
    request(run -> run.changeLearningRate(learningRate));
  }

  /**
   * Changes a weight or bias; recorded as an intervention.
   *
   * @param layer dense layer, counted from 0
   * @param input input of the weight; {@link Intervention.WeightEdit#BIAS} for the bias
   * @throws IllegalArgumentException if the value is not finite
   */
  public void weight(int layer, int input, int unit, float value) {
    if (!Float.isFinite(value)) {
      throw new IllegalArgumentException("expected a finite weight, received " + value);
    }
    request(run -> run.changeWeight(layer, input, unit, value));
  }

  /**
   * Asks for the weights of the next batch boundary, once. A held run answers too; a request that
   * comes after the run's end is not answered.
   *
   * @param receiver called on the run's thread, which waits for it: it hands on and returns
   */
  public void requestSnapshot(Consumer<Snapshot> receiver) {
    request(run -> receiver.accept(Snapshot.of(run)));
  }

  /**
   * Tells each time that the run comes to be held: by a pause, or when its steps are done. A run
   * that is held already tells at once.
   *
   * @param listener called on the run's thread, which waits for it: it hands on and returns
   */
  public void onHold(Consumer<Checkpoint> listener) {
    change(
        () -> {
          holdListener = listener;
          holdTold = false;
        });
  }

  /** Whether {@link #pass} has anything to do. */
  boolean needsAttention(boolean epochStart) {
    var now = attention;
    return now == Pace.Unit.BATCH || (epochStart && now == Pace.Unit.EPOCH);
  }

  /**
   * Called by the run before each batch: answers requests, and returns when the batch may be
   * trained.
   *
   * @return false if the run is to stop instead
   */
  boolean pass(TrainingState run) {
    lock.lock();
    try {
      var epochStart = run.batch() == 0;
      if (epochStart) {
        steps.epochEnded();
      }
      while (true) {
        answer(run);
        if (stopped || (stopCondition != null && stopCondition.getAsBoolean())) {
          return false;
        }
        if (paused) {
          pace.hold();
          if (steps.grantBatch()) {
            holdTold = false;
            return true;
          }
          if (!tellHold(run)) {
            changed.await();
          }
        } else {
          var left = pace.nanosToWait(epochStart);
          if (left <= 0) {
            holdTold = false;
            pace.begin(run.epoch(), epochStart);
            return true;
          }
          changed.awaitNanos(left);
        }
      }
    } catch (InterruptedException _) {
      // Whoever interrupts the thread wants the run to end; the flag stays for the owner to see.
      Thread.currentThread().interrupt();
      return false;
    } finally {
      updateAttention();
      lock.unlock();
    }
  }

  /** Called by the run when it ends: answers what was asked before. */
  void ended(TrainingState run) {
    lock.lock();
    try {
      answer(run);
    } finally {
      lock.unlock();
    }
  }

  /** Answers every request, without the lock, so that a receiver may ask again. */
  private void answer(TrainingState run) {
    for (var request = requests.poll(); request != null; request = requests.poll()) {
      lock.unlock();
      try {
        request.accept(run);
      } finally {
        lock.lock();
      }
    }
  }

  /** Whether somebody was told, without the lock: what held then may have changed. */
  private boolean tellHold(TrainingState run) {
    var listener = holdListener;
    if (listener == null || holdTold) {
      return false;
    }
    holdTold = true;
    lock.unlock();
    try {
      listener.accept(run.checkpoint());
    } finally {
      lock.lock();
    }
    return true;
  }

  private void hold(boolean hold) {
    // Held again after it was let go on is told again, even where no batch came between.
    holdTold = holdTold && paused;
    paused = hold;
    steps.clear();
  }

  private void step(Pace.Unit step) {
    paused = true;
    steps.add(step);
  }

  private void request(Consumer<TrainingState> request) {
    change(() -> requests.add(request));
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      updateAttention();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void updateAttention() {
    attention =
        paused || stopped || stopCondition != null || !requests.isEmpty()
            ? Pace.Unit.BATCH
            : pace.holdsBack();
  }
}
