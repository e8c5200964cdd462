package dev.neuralworkbench.train;

import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.train.optimizer.OptimizerState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a run needs to go on from a batch boundary with the bits of one never
 * interrupted. Chance is not part of it: draws follow from seed and position.
 *
 * @param epoch epoch of the next batch, counted from 0
 * @param batch the next batch within the epoch, counted from 0
 * @param interventions how many of the run's interventions have taken effect
 * @param learningRate the rate before any factor, as changed by hand
 * @param weights the weights of the moment
 * @param epochStart the weights at the start of the epoch, kept if this epoch diverges; at batch 0
 *     the same as {@code weights} unless they were changed by hand
 * @param optimizer what the optimizer remembers
 * @param lossSum sum of the losses of the epoch's rows so far
 * @param scoreSum rows hit, or sum of squared errors, of the epoch's rows so far
 * @param earlyStopping how early stopping's number has done, a score with the sign changed; {@link
 *     Improvement#START} without early stopping
 * @param bestWeights the weights of the best epoch; null if not kept, or there is none yet
 * @param plateau how the loss has done, for a schedule that follows it; otherwise {@link
 *     Improvement#START}
 * @param plateauFactor the factor on the learning rate that losses have led to
 * @param elapsedNanos training time so far in nanoseconds, pauses left out
 * @param average the mean of the last weights; null where none is taken, or there is none yet
 * @param folds the networks of the folds at the start of the epoch; null where none judge
 */
public record Checkpoint(
    int epoch,
    int batch,
    int interventions,
    double learningRate,
    NetworkWeights weights,
    NetworkWeights epochStart,
    OptimizerState optimizer,
    double lossSum,
    double scoreSum,
    Improvement earlyStopping,
    @Nullable NetworkWeights bestWeights,
    Improvement plateau,
    double plateauFactor,
    long elapsedNanos,
    @Nullable NetworkWeights average,
    @Nullable List<FoldState> folds) {

  /**
   * Where a run goes on that may end otherwise. If early stopping watches another number from now
   * on, the best value so far and the weights of its epoch are dropped: the new number is watched
   * from here on.
   *
   * @param before when the run that came here would end
   * @param now when the run that goes on ends
   */
  public Checkpoint goingOn(Stopping before, Stopping now) {
    if (before.monitor() == now.monitor()) {
      return this;
    }
    var others = folds == null ? null : folds.stream().map(FoldState::withoutBest).toList();
    var unwatched = Records.with(this, "earlyStopping", Improvement.START);
    return Records.with(Records.with(unwatched, "bestWeights", null), "folds", others);
  }

  /**
   * The weights that stand for the moment: at the end of an epoch the mean, where one is taken, by
   * which it was judged; within an epoch, or once a weight was changed by hand, those that the next
   * step changes.
   */
  public NetworkWeights predicting() {
    return average != null && batch == 0 && weights.equals(epochStart) ? average : weights;
  }
}
