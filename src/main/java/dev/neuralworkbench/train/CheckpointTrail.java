package dev.neuralworkbench.train;

import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.train.optimizer.OptimizerState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Checkpoints that a run leaves behind, so that any epoch can be reached again by training from the
 * nearest one before: the same bits by construction. They are left at ends of epochs, evenly by the
 * clock, and so seldom that leaving them takes a fiftieth of the training time; whenever they
 * outgrow their memory, every second one goes and the next are left half as often. The first, those
 * where a run was continued, and that of the best epoch stay. A network whose start alone is too
 * large for the memory leaves none.
 *
 * <p>The run's thread leaves them; any thread may look for one.
 */
public final class CheckpointTrail {

  /** Memory that checkpoints take at most, in bytes; less where the program has little. */
  public static final long BUDGET = Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 8);

  /** More would not be missed: their number keeps the memory of small networks flat. */
  private static final int MOST = 2048;

  private static final long FIRST_GAP_NANOS = 20_000_000;

  /** Training time to the time that checkpoints may take. */
  private static final int THRIFT = 50;

  private final long budget;
  private final LongSupplier clock;
  private final List<Kept> points = new ArrayList<>();
  private Monitor monitor = Monitor.VALIDATION_LOSS;
  private Improvement best = Improvement.START; // whether or not early stopping is on
  private int bestEpoch;
  private @Nullable Kept bestPoint;
  private long bytes;
  private long gap;
  private long lastLeft; // by the clock
  private long spent;
  private long startNanos; // of the training time
  private int epoch;
  private boolean tooLarge; // not even its start fits into the budget

  /** An empty trail with the usual budget. */
  public CheckpointTrail() {
    this(BUDGET, FIRST_GAP_NANOS, System::nanoTime);
  }

  /**
   * An empty trail.
   *
   * @param budget bytes that the checkpoints may take
   * @param gapNanos training time from one checkpoint to the next at first
   * @param clock in nanoseconds
   */
  CheckpointTrail(long budget, long gapNanos, LongSupplier clock) {
    this.budget = budget;
    this.clock = clock;
    gap = gapNanos;
  }

  /** A trail with the part of this one that leads to a checkpoint of the same run. */
  public synchronized CheckpointTrail until(Checkpoint end) {
    var part = new CheckpointTrail(budget, gap, clock);
    for (var point : points) {
      if (point.isWithin(end.epoch(), end.batch())) {
        part.add(point);
      }
    }
    if (bestPoint != null && bestPoint.isWithin(end.epoch(), end.batch())) {
      part.bestPoint = bestPoint;
    }
    return part;
  }

  /** The first epoch that can be reached, as the number of epochs done; −1 for none. */
  public synchronized int first() {
    if (points.isEmpty()) {
      return -1;
    }
    var checkpoint = points.getFirst().checkpoint();
    return checkpoint.epoch() + (checkpoint.batch() > 0 ? 1 : 0);
  }

  /**
   * The best epoch yet, as the number of epochs done, by the number that early stopping watches or
   * else the validation loss; without validation rows the training loss. 0 for none.
   */
  public synchronized int bestEpoch() {
    return bestEpoch;
  }

  /** Memory taken, in bytes, about. */
  public synchronized long bytes() {
    return bytes + (bestPoint == null ? 0 : bestPoint.bytes());
  }

  /** The epoch nearest before so many that needs no training to be reached; −1 for none. */
  public int atHand(int epochs) {
    var nearest = nearest(epochs);
    return nearest == null || nearest.checkpoint().batch() > 0 ? -1 : nearest.checkpoint().epoch();
  }

  /** The last checkpoint at or before the end of so many epochs; null for none. */
  synchronized @Nullable Kept nearest(int epochs) {
    var nearest = bestPoint != null && bestPoint.isWithin(epochs, 0) ? bestPoint : null;
    for (var point : points) {
      if (point.isWithin(epochs, 0)
          && (nearest == null || point.checkpoint().epoch() >= nearest.checkpoint().epoch())) {
        nearest = point;
      }
    }
    return nearest;
  }

  /** A training begins with this state. */
  synchronized void begin(TrainingConfig config, Checkpoint checkpoint, TrainingHistory history) {
    epoch = checkpoint.epoch();
    startNanos = checkpoint.elapsedNanos();
    lastLeft = clock.getAsLong();
    var rule = config.stopping().earlyStopping();
    monitor = rule == null ? Monitor.VALIDATION_LOSS : rule.monitor();
    best = Improvement.START;
    bestEpoch = 0;
    for (var i = 0; i < history.epochs(); i++) {
      look(history, i);
    }
    add(Kept.of(config, checkpoint, true));
    thin();
  }

  /** An epoch may have ended; a run that diverged is back at its start. */
  void epochEnded(TrainingConfig config, TrainingState state) {
    if (state.epoch() == epoch || tooLarge) {
      return;
    }
    epoch = state.epoch();
    var isBest = look(state.history(), state.history().epochs() - 1);
    var now = clock.getAsLong();
    var isDue = now - lastLeft >= gap;
    if ((isDue || isBest) && spent * THRIFT < state.stopwatch.nanos() - startNanos) {
      // Copied without the lock, which others wait for.
      take(Kept.of(config, state.epochCheckpoint(), false), isDue, isBest);
      lastLeft = isDue ? clock.getAsLong() : lastLeft;
      spent += clock.getAsLong() - now;
    }
  }

  /** Whether an epoch, counted from 0, is the best so far. */
  private synchronized boolean look(TrainingHistory history, int index) {
    var cost = monitor.cost(history, index);
    best = best.next(Double.isNaN(cost) ? history.trainingLoss(index) : cost, 0);
    bestEpoch = best.improved() ? index + 1 : bestEpoch;
    return best.improved();
  }

  private synchronized void take(Kept point, boolean isDue, boolean isBest) {
    if (isBest) {
      bestPoint = point;
    }
    if (isDue) {
      add(point);
    }
    thin();
  }

  private void add(Kept point) {
    points.add(point);
    bytes += point.bytes();
  }

  private void thin() {
    var thinned = true;
    while (thinned && (bytes() > budget || points.size() > MOST)) {
      thinned = dropEverySecond();
      gap *= 2;
    }
    if (bytes() > budget) {
      bestPoint = null;
    }
    if (bytes() > budget) {
      points.clear();
      bytes = 0;
      tooLarge = true;
    }
  }

  /** Drops every second checkpoint that is not pinned, beginning with the newest but one. */
  private boolean dropEverySecond() {
    var before = points.size();
    var keeps = true;
    for (var i = points.size() - 1; i >= 0; i--) {
      if (!points.get(i).pinned()) {
        if (!keeps) {
          bytes -= points.remove(i).bytes();
        }
        keeps = !keeps;
      }
    }
    if (points.size() == before) {
      // One that is not pinned is left: it goes before the best does.
      var removed = points.stream().filter(it -> !it.pinned()).findFirst().orElse(null);
      if (removed == null) {
        return false;
      }
      points.remove(removed);
      bytes -= removed.bytes();
    }
    return true;
  }

  /**
   * A checkpoint that a run has left behind.
   *
   * @param config the training that goes on from here; a run that was continued may have several
   * @param checkpoint position and state
   * @param pinned whether a training began here, so that the way to later epochs starts here
   * @param bytes memory that it takes, about
   */
  record Kept(TrainingConfig config, Checkpoint checkpoint, boolean pinned, long bytes) {

    /** Objects and small arrays of a checkpoint. */
    private static final long OVERHEAD = 1024;

    private static final int BYTES_A_NUMBER = 4;

    /** A waypoint; weights that it may share with others count as its own. */
    static Kept of(TrainingConfig config, Checkpoint checkpoint, boolean pinned) {
      var numbers = size(checkpoint.weights());
      if (!isSame(checkpoint.epochStart(), checkpoint.weights())) {
        numbers += size(checkpoint.epochStart());
      }
      numbers += size(checkpoint.optimizer());
      numbers += size(checkpoint.bestWeights()) + size(checkpoint.average());
      if (checkpoint.folds() != null) {
        for (var fold : checkpoint.folds()) {
          numbers += size(fold.weights()) + size(fold.optimizer());
          numbers += size(fold.average()) + size(fold.bestWeights());
        }
      }
      return new Kept(config, checkpoint, pinned, BYTES_A_NUMBER * numbers + OVERHEAD);
    }

    /** Whether it lies at or before a position. */
    boolean isWithin(int epoch, int batch) {
      return checkpoint.epoch() < epoch
          || (checkpoint.epoch() == epoch && checkpoint.batch() <= batch);
    }

    /** Shared arrays are told by identity: comparing their numbers would take time. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(NetworkWeights one, NetworkWeights other) {
      return one == other;
    }

    private static long size(OptimizerState state) {
      return state.slots().stream().mapToLong(Kept::size).sum();
    }

    private static long size(@Nullable NetworkWeights weights) {
      return weights == null ? 0 : weights.parameterCount();
    }
  }
}
