package dev.neuralworkbench.model;

import dev.neuralworkbench.data.split.DataShape;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.TrainingSession;

/**
 * Memory that a run will take, in bytes, worked out before it starts.
 *
 * @param data the prepared rows
 * @param network weights and gradients, what optimizer and stopping remember of them, and the
 *     copies that a checkpoint and a model at the end have; the same of the networks of folds
 * @param buffers what passes through the network for a block of rows
 */
public record MemoryNeed(long data, long network, long buffers) {

  /** Copies of every weight in a session: value, gradient, start of the epoch. */
  private static final int WORKING_COPIES = 3;

  /**
   * Copies when it ends: in its checkpoint weights and start of the epoch, in the model weights.
   */
  private static final int FINAL_COPIES = 3;

  /** The need of a run. */
  public static MemoryNeed of(
      NetworkDesign design, TrainingConfig config, DataShape shape, int outputs) {
    var inputs = shape.inputs();
    var trainingRows = shape.training();
    var stopping = config.stopping().earlyStopping();
    var kept = stopping != null && stopping.restoreBest() ? 1 : 0;
    var slots = config.optimizer().slots() + kept + (config.average() > 0 ? 1 : 0);
    var networks = 1L + config.foldCount();
    var parameters = design.parameterCount(inputs, outputs);
    var batch = config.batchSize() == 0 ? trainingRows : Math.min(config.batchSize(), trainingRows);
    var rows = Math.min(batch, TrainingSession.BLOCK_ROWS);
    return new MemoryNeed(
        Float.BYTES * (shape.rows() + (long) config.foldCount() * trainingRows) * (inputs + 1L),
        networks * Float.BYTES * parameters * (WORKING_COPIES + FINAL_COPIES + 2L * slots),
        networks * widths(design, inputs, outputs) * rows * Float.BYTES);
  }

  private static long widths(NetworkDesign design, int inputs, int outputs) {
    var sum = (long) inputs + 2L * outputs;
    var width = (long) inputs;
    for (var layer : design.layers(outputs)) {
      switch (layer) {
        case DenseDesign(var units, var _, var _) -> {
          sum += 2L * units + width; // Outputs, slopes, gradient of the inputs.
          width = units;
        }
        case DropoutDesign _ -> sum += 2 * width; // Outputs and mask.
      }
    }
    return sum;
  }

  public long bytes() {
    return data + network + buffers;
  }
}
