package dev.neuralworkbench.train;

import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.train.optimizer.OptimizerState;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint that a run has left behind.
 *
 * @param config the training that goes on from here; a run that was continued may have several
 * @param checkpoint position and state
 * @param pinned whether a training began here, so that the way to later epochs starts here
 * @param bytes memory that it takes, about
 */
record KeptCheckpoint(TrainingConfig config, Checkpoint checkpoint, boolean pinned, long bytes) {

  /** Objects and small arrays of a checkpoint. */
  private static final long OVERHEAD = 1024;

  private static final int BYTES_A_NUMBER = 4;

  /** A waypoint; weights that it may share with others count as its own. */
  static KeptCheckpoint of(TrainingConfig config, Checkpoint checkpoint, boolean pinned) {
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
    return new KeptCheckpoint(config, checkpoint, pinned, BYTES_A_NUMBER * numbers + OVERHEAD);
  }

  /** Whether it lies at or before the end of so many epochs. */
  boolean isWithin(int epochs) {
    return isWithin(epochs, 0);
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
    return state.slots().stream().mapToLong(KeptCheckpoint::size).sum();
  }

  private static long size(@Nullable NetworkWeights weights) {
    return weights == null ? 0 : weights.parameterCount();
  }
}
