package dev.neuralworkbench.study;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.nn.Network;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.Predictor;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.nn.function.LossFunction;
import dev.neuralworkbench.train.Intervention;
import dev.neuralworkbench.train.Penalty;
import org.ejml.data.FMatrixRMaj;

/**
 * The mean loss of some rows as a function of a network's weights: dropout off, labels smoothed as
 * in training. One owner thread.
 */
public final class MeanLoss {

  private final Dataset rows;
  private final Network network;
  private final Predictor predictor;
  private final LossFunction loss;

  /**
   * The loss of a network's design.
   *
   * @param weights its first weights
   * @param rows prepared rows, at least one
   */
  public MeanLoss(NetworkDesign design, NetworkWeights weights, Dataset rows, Products products) {
    this.rows = rows;
    var outputs = weights.layers().getLast().units();
    network = new Network(rows.inputs().numCols, outputs, design, products);
    network.weights(weights);
    predictor = new Predictor(network);
    loss = design.loss().function(design.smoothing()).weighted(rows.targets().classWeights());
  }

  public void weights(NetworkWeights weights) {
    network.weights(weights);
  }

  /**
   * Changes one weight.
   *
   * @param input input of the weight; {@link Intervention.WeightEdit#BIAS} for the bias
   */
  public void set(int layer, int input, int unit, float value) {
    var isBias = input == Intervention.WeightEdit.BIAS;
    var parameter = network.parameters().get(2 * layer + (isBias ? 1 : 0));
    parameter.value().set(isBias ? 0 : input, unit, value);
  }

  /** The mean loss at the weights of the moment; infinite or NaN where it is no number any more. */
  public double value() {
    var width = predictor.outputs();
    var targets = new FMatrixRMaj(Predictor.BLOCK_ROWS, width);
    var sum = 0.0;
    for (var from = 0; from < rows.rows(); from += Predictor.BLOCK_ROWS) {
      var outputs = predictor.outputs(rows.inputs(), from);
      var count = Math.min(Predictor.BLOCK_ROWS, rows.rows() - from);
      for (var row = 0; row < count; row++) {
        rows.targets().write(from + row, targets.data, row * width, width);
      }
      sum += loss.sum(outputs.data, targets.data, count, width);
    }
    return sum / rows.rows();
  }

  /** What a penalty adds at the weights of the moment: λ₁ Σ|w| + λ₂/2 Σ w², over weights. */
  public double penalty(Penalty penalty) {
    if (penalty.l1() == 0 && penalty.l2() == 0) {
      return 0;
    }
    var sizes = 0.0;
    var squares = 0.0;
    for (var parameter : network.parameters()) {
      if (parameter.penalized()) {
        for (var w : parameter.value().data) {
          sizes += Math.abs(w);
          squares += (double) w * w;
        }
      }
    }
    return penalty.l1() * sizes + penalty.l2() / 2 * squares;
  }
}
