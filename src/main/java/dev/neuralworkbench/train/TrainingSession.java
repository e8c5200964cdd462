package dev.neuralworkbench.train;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.Products;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One training, at a position between two batches: it does a batch, an epoch, or everything until
 * an end. The same design, configuration, data, start and interventions give the same bits, however
 * the work is divided into calls, paused, resumed or paced.
 *
 * <p>One owner thread. Others read the {@link #history}, and speak to a run by its {@link
 * RunControl}.
 */
public final class TrainingSession {

  /** Rows of a batch that are worked out at once; dropout's draws are counted within them. */
  public static final int BLOCK_ROWS = Batches.BLOCK_ROWS;

  final TrainingState state;
  private final TrainingConfig config;
  private final @Nullable Duration timeLimit;
  private @Nullable CheckpointTrail trail;
  private List<Intervention> recorded = List.of();
  private boolean replaying;

  private TrainingSession(TrainingState state, TrainingConfig config) {
    this.state = state;
    this.config = config;
    timeLimit = config.stopping().timeLimit();
  }

  /**
   * A training from weights drawn with the seed. Where no rows are held out, the {@linkplain
   * TrainingConfig#foldCount folds} judge it, if there are any.
   *
   * @param design a design without problems
   * @param config a configuration without problems
   * @param training rows to learn from; at least one
   * @param validation rows held out; may be none
   */
  public static TrainingSession start(
      NetworkDesign design,
      TrainingConfig config,
      Dataset training,
      Dataset validation,
      Products products) {
    var state = new TrainingState(design, config, training, validation, products);
    state.initialize();
    return new TrainingSession(state, config);
  }

  /**
   * A training from given weights, at epoch 0 and with an optimizer that remembers nothing;
   * otherwise as {@link #start}.
   *
   * @param ofFolds the weights that the networks of {@linkplain TrainingConfig#foldCount folds}
   *     begin with; none for drawn ones, which know no row
   * @throws IllegalArgumentException if the weights do not fit the design, or the folds
   */
  public static TrainingSession startFrom(
      NetworkWeights weights,
      List<NetworkWeights> ofFolds,
      NetworkDesign design,
      TrainingConfig config,
      Dataset training,
      Dataset validation,
      Products products) {
    var state = new TrainingState(design, config, training, validation, products);
    state.initialize(weights, ofFolds);
    return new TrainingSession(state, config);
  }

  /**
   * A training that goes on from a checkpoint, with the same design and data, and a configuration
   * that {@linkplain TrainingConfig#continues continues} the checkpoint's. A run that had ended
   * goes on if the configuration lets it: with more epochs, or where patience had run out with a
   * new one. Early stopping goes on with its best value and weights.
   *
   * @param checkpoint where the run goes on; if it may end otherwise than the run that came there,
   *     as {@link Checkpoint#goingOn} gives it
   * @param past history of the run, at least up to the checkpoint. Not modified: the session has a
   *     history of its own, which begins with the past up to the checkpoint.
   * @throws IllegalArgumentException if checkpoint, design and past do not belong together
   */
  public static TrainingSession resume(
      Checkpoint checkpoint,
      TrainingHistory past,
      NetworkDesign design,
      TrainingConfig config,
      Dataset training,
      Dataset validation,
      Products products) {
    var state = new TrainingState(design, config, training, validation, products);
    state.restore(checkpoint, past);
    return new TrainingSession(state, config);
  }

  /**
   * Repeats, at their positions, the interventions of a recorded run that this session has not had
   * yet, so that it gives the bits of that run. The time limit is off from now on: the recorded run
   * says where it was reached. Early stopping ends nothing: that run may have gone on after it.
   */
  public void replay(TrainingHistory recorded) {
    this.recorded = recorded.interventions();
    replaying = true;
  }

  /**
   * Leaves checkpoints from now on, the first at once.
   *
   * @param trail a new one, or that of the run which this session goes on from
   */
  public void leave(CheckpointTrail trail) {
    this.trail = trail;
    trail.begin(config, state.checkpoint(), history());
  }

  /**
   * Sets how many threads may share the work of a batch; 1 unless set. No bit depends on it. Called
   * by the owner thread, at any time between two batches.
   *
   * @param threads at least 1, the owner included
   */
  public void threads(int threads) {
    state.network.team.threads(threads);
  }

  /** The history of this training, growing with it. May be read from any thread. */
  public TrainingHistory history() {
    return state.history();
  }

  /** Epoch of the next batch, counted from 0. */
  public int epoch() {
    return state.epoch();
  }

  /** The next batch within the epoch, counted from 0. */
  public int batch() {
    return state.batch();
  }

  public int batchesPerEpoch() {
    return state.batches.perEpoch();
  }

  /** The rows of the training data that the next batch has, in its order; the caller's own. */
  public int[] nextRows() {
    state.batches.order(epoch());
    return state.batches.rowsOf(batch());
  }

  /**
   * The block of rows at which dropout draws for the next {@link #trainRow}; a batch's own are
   * counted from 0.
   */
  public int rowBlock() {
    return state.rowBlock();
  }

  /** The learning rate of the next batch: base · schedule's factor · plateau's factor. */
  public double nextLearningRate() {
    return state.learningRate.of(epoch());
  }

  /**
   * The weights to predict with: after an end, those of the best epoch if early stopping keeps
   * them; otherwise those that stand for the moment, {@link Checkpoint#predicting}. A diverged run
   * has those at the end of its last epoch whose loss and weights were finite.
   */
  public NetworkWeights weights() {
    var best = history().stopReason() == null ? null : state.bestEpoch.weights();
    return best == null ? state.weights() : best;
  }

  /** The position, and the weights that stand for it, {@link Checkpoint#predicting}. */
  public RunControl.Snapshot snapshot() {
    return RunControl.Snapshot.of(state);
  }

  /** Everything needed to go on from here. A copy. */
  public Checkpoint checkpoint() {
    return state.checkpoint();
  }

  /**
   * Trains one batch; with the last one of an epoch also ends the epoch. A run that was stopped
   * goes on.
   *
   * @throws IllegalStateException if the run has ended by itself
   */
  public void trainBatch() {
    if (hasEnded()) {
      throw new IllegalStateException("the run has ended: " + history().stopReason());
    }
    while (replayDue()) {
      // What was done after a stop at the same position is due too.
    }
    history().stopped(null);
    state.stopwatch.start();
    train();
    state.stopwatch.stop();
  }

  /**
   * Trains one row by itself, beside the batches of the epoch; recorded as an intervention. The
   * next batch stays the same. A row whose loss is not finite changes nothing.
   *
   * @param inputs the row as the network gets it: prepared, finite
   * @param targets what its outputs are compared with, finite
   * @return its loss before the step, without the penalty
   * @throws IllegalArgumentException if the row does not fit the network
   * @throws IllegalStateException if the run has ended by itself
   */
  public double trainRow(List<Float> inputs, List<Float> targets) {
    if (hasEnded()) {
      throw new IllegalStateException("the run has ended: " + history().stopReason());
    }
    history().stopped(null);
    state.stopwatch.start();
    var loss = state.trainRow(inputs, targets);
    state.stopwatch.stop();
    return loss;
  }

  /**
   * Trains to the end of the epoch; a diverging run ends before. A run that was stopped goes on.
   *
   * @throws IllegalStateException if the run has ended by itself
   */
  public void trainEpoch() {
    do {
      trainBatch();
    } while (batch() > 0);
  }

  /**
   * Trains until the run ends by itself or is stopped; the reason then stands in the history too. A
   * run that was stopped goes on. One that a fault breaks off counts as stopped, in the midst of a
   * batch maybe: it is gone on with from a checkpoint.
   */
  public StopReason run(RunControl control) {
    if (!hasEnded()) {
      history().stopped(null);
      state.stopwatch.start();
      try {
        trainUntilEnd(control);
      } catch (RuntimeException | Error fault) {
        history().stopped(StopReason.STOPPED);
        throw fault;
      } finally {
        state.stopwatch.stop();
      }
    }
    var reason = Objects.requireNonNullElse(history().stopReason(), StopReason.COMPLETED);
    history().stopped(reason);
    control.ended(state);
    return reason;
  }

  private void trainUntilEnd(RunControl control) {
    while (history().stopReason() == null) {
      if (control.needsAttention(state.batch() == 0) && !pass(control)) {
        stop(StopReason.STOPPED);
      } else if (timeIsUp()) {
        stop(StopReason.TIME);
      } else if (!replayDue()) {
        train();
      }
    }
  }

  private void train() {
    state.train();
    if (trail != null && state.batch() == 0) {
      trail.epochEnded(config, state);
    }
  }

  private boolean pass(RunControl control) {
    state.stopwatch.stop();
    var goesOn = control.pass(state);
    state.stopwatch.start();
    return goesOn;
  }

  private boolean hasEnded() {
    return switch (history().stopReason()) {
      case null -> state.epochsAreDone();
      case STOPPED, TIME -> state.epochsAreDone();
      case NO_IMPROVEMENT -> !replaying || state.epochsAreDone();
      case COMPLETED, THRESHOLD_REACHED, DIVERGED -> true;
    };
  }

  private void stop(StopReason reason) {
    history().record(new Intervention.Stop(epoch(), batch(), reason));
    history().stopped(reason);
  }

  private boolean timeIsUp() {
    return timeLimit != null && !replaying && state.stopwatch.nanos() >= timeLimit.toNanos();
  }

  /** Repeats what is due at this position, up to the first stop; whether there was one. */
  private boolean replayDue() {
    var stopped = false;
    for (var next = history().interventions().size(); isDue(next) && !stopped; next++) {
      switch (recorded.get(next)) {
        case Intervention.RateChange change -> state.changeLearningRate(change.after());
        case Intervention.WeightEdit edit ->
            state.changeWeight(edit.layer(), edit.input(), edit.unit(), edit.after());
        case Intervention.RowStep row -> state.trainRow(row.inputs(), row.targets());
        case Intervention.Stop stop -> {
          stop(stop.reason());
          stopped = true;
        }
      }
    }
    return stopped;
  }

  private boolean isDue(int next) {
    return next < recorded.size()
        && recorded.get(next).epoch() == epoch()
        && recorded.get(next).batch() == batch();
  }
}
