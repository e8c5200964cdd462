package dev.neuralworkbench.train;

import dev.neuralworkbench.nn.DropoutDraws;
import dev.neuralworkbench.nn.Network;

/**
 * One step of training: forward and backward through the blocks of a batch, penalty, clipping,
 * optimizer. Allocates nothing.
 */
final class BatchStep {

  private final Network network;
  private final Batches batches;
  private final Gradients gradients;
  private final DropoutDraws draws;
  private final Score score;

  /**
   * @param score receives the answers as trained. Kept, and modified by every step.
   */
  BatchStep(Network network, Batches batches, TrainingConfig config, Score score) {
    this.network = network;
    this.batches = batches;
    this.score = score;
    gradients = new Gradients(network.parameters(), config.penalty(), config.clipNorm());
    draws = new DropoutDraws(config.seed());
  }

  /**
   * Trains one batch.
   *
   * @return sum of the losses of its rows, before the update; if it is not finite there was none
   */
  double train(int epoch, int batch, Optimizer optimizer, double learningRate) {
    var rows = batches.rows(batch);
    var loss = 0.0;
    for (var block = 0; block < batches.blocks(batch); block++) {
      batches.load(batch, block);
      var outputs = network.forward(batches.inputs(), draws.at(epoch, batch, block));
      score.add(outputs, batches.targets(), outputs.numRows);
      loss += network.backward(batches.targets(), rows, block > 0);
    }
    if (Double.isFinite(loss)) {
      gradients.penalize();
      gradients.clip();
      optimizer.step(learningRate);
    }
    return loss;
  }
}
