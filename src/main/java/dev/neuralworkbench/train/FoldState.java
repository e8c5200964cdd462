package dev.neuralworkbench.train;

import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.train.optimizer.OptimizerState;
import org.jspecify.annotations.Nullable;

/**
 * Where a network of {@link FoldNetworks} is, at the end of an epoch of the run.
 *
 * @param weights its weights
 * @param optimizer what its optimizer remembers
 * @param average the mean of its last weights; null where none is taken, or there is none yet
 * @param bestWeights those that it had in the best epoch of the run; null if the run keeps none, or
 *     there is none yet
 */
public record FoldState(
    NetworkWeights weights,
    OptimizerState optimizer,
    @Nullable NetworkWeights average,
    @Nullable NetworkWeights bestWeights) {

  /** The weights of the fold that belong to those that the run predicts with. */
  public NetworkWeights predicting() {
    if (bestWeights != null) {
      return bestWeights;
    }
    return average == null ? weights : average;
  }

  FoldState withoutBest() {
    return new FoldState(weights, optimizer, average, null);
  }
}
