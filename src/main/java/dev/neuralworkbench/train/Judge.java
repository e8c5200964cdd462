package dev.neuralworkbench.train;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.function.Loss;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What judges the epochs of a run: {@linkplain Validation rows held out}, maybe none, or
 * {@linkplain FoldNetworks folds of the training rows}. What goes along with the run is told of
 * what happens to it; rows held out do not change.
 */
abstract class Judge {

  final int rows;
  private final RunningScore score;
  private double meanLoss = Double.NaN;

  /**
   * @param judged all rows that are answered for
   */
  Judge(Dataset judged, Loss loss) {
    rows = judged.rows();
    score = new RunningScore(judged, loss);
  }

  /**
   * Judges an epoch at its end; the network has the weights that the run would predict with.
   *
   * @param epoch counted from 0
   * @param learningRate the run's in this epoch
   */
  final void epochEnded(int epoch, double learningRate) {
    score.sum(0);
    meanLoss = answer(epoch, learningRate, score) / rows;
  }

  /**
   * Answers for all rows.
   *
   * @param into receives the answers. Modified.
   * @return sum of their losses
   */
  abstract double answer(int epoch, double learningRate, RunningScore into);

  /** Mean loss of the last epoch; NaN without rows or where it is not finite. */
  final double loss() {
    return Double.isFinite(meanLoss) ? meanLoss : Double.NaN;
  }

  /** Accuracy or R² of the last epoch; NaN where {@link #loss} is. */
  final double score() {
    return Double.isFinite(meanLoss) ? score.value() : Double.NaN;
  }

  /** The run begins; with none of these weights each network draws those that the seed gives it. */
  void initialize(List<NetworkWeights> weights) {}

  /** A number of the network was changed by hand. */
  void set(int parameter, int row, int unit, float value) {}

  /** This epoch is the run's best so far, and its weights are kept. */
  void keepBest() {}

  /**
   * The mean of the last weights begins again with the epoch that ends next.
   *
   * @param takenUp whether it is first taken up as the weights
   */
  void takeUpMean(int epoch, boolean takenUp) {}

  /** Where what goes along is; null where nothing does. */
  @Nullable List<FoldState> states() {
    return null;
  }

  /**
   * Takes over the states of another run.
   *
   * @param states null where nothing went along
   * @param since the epoch, counted from 0, that is the first of their means
   * @throws IllegalArgumentException if there are not as many as there are folds
   */
  void restore(@Nullable List<FoldState> states, int since) {}
}
