package dev.neuralworkbench.train;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.nn.Predictor;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.nn.function.LossFunction;
import org.ejml.data.FMatrixRMaj;

/** Loss and score of a network on rows held out, dropout off, in a predictor's blocks. */
final class Validation extends Judge {

  private final Dataset data;
  private final LossFunction loss;
  private final Predictor predictor;
  private final FMatrixRMaj targets; // (block rows × outputs)

  Validation(Dataset data, Loss loss, Predictor predictor) {
    super(data, loss);
    this.data = data;
    this.loss = loss.function().weighted(data.targets().classWeights());
    this.predictor = predictor;
    targets = new FMatrixRMaj(Predictor.BLOCK_ROWS, predictor.outputs());
  }

  @Override
  double answer(int epoch, double learningRate, RunningScore into) {
    return answer(into);
  }

  /**
   * Answers for all rows, with the network's weights of the moment.
   *
   * @param into may be of more rows. Modified.
   * @return sum of the losses
   */
  double answer(RunningScore into) {
    var outputs = predictor.outputs();
    var sum = 0.0;
    for (var first = 0; first < data.rows(); first += Predictor.BLOCK_ROWS) {
      var rows = Math.min(Predictor.BLOCK_ROWS, data.rows() - first);
      for (var i = 0; i < rows; i++) {
        data.targets().write(first + i, targets.data, i * outputs, outputs);
      }
      var answers = predictor.outputs(data.inputs(), first);
      sum += loss.sum(answers.data, targets.data, rows, outputs);
      into.add(answers, targets, rows);
    }
    return sum;
  }
}
