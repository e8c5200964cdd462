package dev.neuralworkbench.train;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.nn.Predictor;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.nn.function.LossFunction;
import org.ejml.data.FMatrixRMaj;

/** Loss and score of a network on the validation rows, dropout off, in a predictor's blocks. */
final class Validation {

  private final Dataset data;
  private final LossFunction loss;
  private final Predictor predictor;
  private final RunningScore score;
  private final FMatrixRMaj targets; // (block rows × outputs)

  private double meanLoss = Double.NaN;

  Validation(Dataset data, Loss loss, Predictor predictor) {
    this.data = data;
    this.loss = loss.function().weighted(data.targets().classWeights());
    this.predictor = predictor;
    score = new RunningScore(data, loss);
    targets = new FMatrixRMaj(Predictor.BLOCK_ROWS, predictor.outputs());
  }

  /** Takes loss and score of the network's weights of the moment. */
  void run() {
    score.sum(0);
    meanLoss = add(score) / data.rows();
  }

  /**
   * Adds the answers for all rows to a score.
   *
   * @param score may be of more rows. Modified.
   * @return sum of their losses
   */
  double add(RunningScore score) {
    var outputs = predictor.outputs();
    var sum = 0.0;
    for (var first = 0; first < data.rows(); first += Predictor.BLOCK_ROWS) {
      var rows = Math.min(Predictor.BLOCK_ROWS, data.rows() - first);
      for (var i = 0; i < rows; i++) {
        data.targets().write(first + i, targets.data, i * outputs, outputs);
      }
      var answers = predictor.outputs(data.inputs(), first);
      sum += loss.sum(answers.data, targets.data, rows, outputs);
      score.add(answers, targets, rows);
    }
    return sum;
  }

  /** Mean loss of the last {@link #run}; NaN without rows or where it is not finite. */
  double loss() {
    return Double.isFinite(meanLoss) ? meanLoss : Double.NaN;
  }

  /** Accuracy or R² of the last {@link #run}; NaN where {@link #loss} is. */
  double score() {
    return Double.isFinite(meanLoss) ? score.value() : Double.NaN;
  }
}
