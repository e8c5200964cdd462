package dev.neuralworkbench.train;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Targets;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.nn.DropoutDraws;
import dev.neuralworkbench.nn.GradientUse;
import dev.neuralworkbench.nn.Network;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.train.optimizer.MaxNorm;
import dev.neuralworkbench.train.optimizer.Optimizer;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import org.ejml.data.FMatrixRMaj;

/**
 * One step of training: forward and backward through the blocks of a batch, penalty, clipping,
 * optimizer, max-norm. The network's team shares the work. Allocates nothing.
 */
final class BatchStep {

  final Network network;
  final Batches batches;

  /** Of the answers as trained; modified by every step. */
  final RunningScore score;

  private final OptimizerConfig rule;
  private final Gradients gradients;
  private final DropoutDraws draws;
  private final GradientUse penalize;
  private final GradientUse update;
  private final GradientUse penalizeAndUpdate;
  private final MaxNorm maxNorm;

  private Optimizer optimizer;

  /** Steps of a new network, whose weights are all 0. */
  BatchStep(NetworkDesign design, TrainingConfig config, Dataset training, Products products) {
    var outputs = outputs(design.loss(), training.targets());
    var weights = training.targets().classWeights();
    network = new Network(training.inputs().numCols, outputs, design, products, weights);
    batches = new Batches(training, outputs, config.batchSize(), config.shuffle(), config.seed());
    score = new RunningScore(training, design.loss());
    rule = config.optimizer();
    optimizer = rule.create(network.parameters());
    gradients = new Gradients(network.parameters(), config.penalty(), config.clipNorm());
    draws = new DropoutDraws(config.seed());
    penalize = gradients::penalize;
    update = (parameter, from, to) -> this.optimizer.update(parameter, from, to);
    penalizeAndUpdate =
        (parameter, from, to) -> {
          gradients.penalize(parameter, from, to);
          this.optimizer.update(parameter, from, to);
        };
    maxNorm = new MaxNorm(config.unitNorm(), network.parameters());
  }

  Optimizer optimizer() {
    return optimizer;
  }

  /** Makes the optimizer forget its past. */
  void restartOptimizer() {
    optimizer = rule.create(network.parameters());
  }

  private static int outputs(Loss loss, Targets targets) {
    return switch (targets) {
      case ClassTargets classes -> loss.outputs(ProblemType.CLASSIFICATION, classes.classCount());
      case ValueTargets(var values) -> values.numCols;
    };
  }

  /**
   * Trains one batch.
   *
   * @return sum of the losses of its rows, before the update; if it is not finite there was none
   */
  double train(int epoch, int batch, double learningRate) {
    var rows = batches.rows(batch);
    var blocks = batches.blocks(batch);
    var loss = 0.0;
    for (var block = 0; block < blocks; block++) {
      batches.load(batch, block, network.team);
      var outputs = network.forward(batches.inputs, draws.at(epoch, batch, block));
      score.add(outputs, batches.targets, outputs.numRows);
      loss += network.propagate(batches.targets, rows);
      if (block < blocks - 1) {
        network.gradients(block > 0, GradientUse.NONE);
      }
    }
    if (Double.isFinite(loss)) {
      change(blocks > 1, learningRate);
    }
    return loss;
  }

  /**
   * Trains one row that is in no batch. Its answer adds to no score.
   *
   * @param inputs (1 × inputs), prepared. Not modified.
   * @param targets (1 × outputs). Not modified.
   * @param block where dropout's draws are made, {@link TrainingState#rowBlock}
   * @return its loss before the update; if it is not finite there was none
   */
  double trainRow(
      FMatrixRMaj inputs,
      FMatrixRMaj targets,
      int epoch,
      int batch,
      int block,
      double learningRate) {
    network.forward(inputs, draws.at(epoch, batch, block));
    var loss = network.propagate(targets, 1);
    if (Double.isFinite(loss)) {
      change(false, learningRate);
    }
    return loss;
  }

  /** Ends the gradients with the last block's, and changes the weights. */
  private void change(boolean add, double learningRate) {
    optimizer.begin(learningRate);
    if (gradients.clipNorm > 0) {
      network.gradients(add, penalize);
      gradients.clip();
      network.forEachPart(update);
    } else {
      network.gradients(add, penalizeAndUpdate);
    }
    maxNorm.limit();
  }
}
