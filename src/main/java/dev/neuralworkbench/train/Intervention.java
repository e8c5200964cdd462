package dev.neuralworkbench.train;

import dev.neuralworkbench.nn.LayerWeights;
import java.util.List;

/**
 * Something done to a run from outside, with the position before whose batch it took effect. A run
 * that replays its interventions gives the same bits.
 */
public sealed interface Intervention {

  /** Epoch, counted from 0. */
  int epoch();

  /** Batch within the epoch, counted from 0. */
  int batch();

  /**
   * The learning rate was changed: the optimizer's own, before the schedule's factor.
   *
   * @param before the rate until then
   * @param after the rate from then on
   */
  record RateChange(int epoch, int batch, double before, double after) implements Intervention {}

  /**
   * A weight or bias was changed by hand.
   *
   * @param layer dense layer, counted from 0
   * @param input input of the weight; {@link #BIAS} for the bias
   * @param unit unit of the weight or bias
   */
  record WeightEdit(int epoch, int batch, int layer, int input, int unit, float before, float after)
      implements Intervention {

    /** The input that stands for the bias. */
    public static final int BIAS = LayerWeights.BIAS;
  }

  /**
   * A step of training was made on one row of the user's choice, beside the batches of the epoch:
   * gradient, penalty, clipping and optimizer as for a batch of this row alone. The position stays,
   * and the row counts in no number of the epoch.
   *
   * @param inputs the row as the network got it: prepared, each finite. Kept whole, because the row
   *     may stand in no table.
   * @param targets what its outputs were compared with, each finite
   */
  record RowStep(int epoch, int batch, List<Float> inputs, List<Float> targets)
      implements Intervention {

    public RowStep {
      inputs = finite(inputs);
      targets = finite(targets);
    }

    private static List<Float> finite(List<Float> numbers) {
      for (var number : numbers) {
        if (!Float.isFinite(number)) {
          throw new IllegalArgumentException("expected finite numbers, received " + number);
        }
      }
      return List.copyOf(numbers);
    }

    /** Whether another was made at the same position. */
    boolean isAt(int otherEpoch, int otherBatch) {
      return epoch == otherEpoch && batch == otherBatch;
    }
  }

  /**
   * The run was ended by hand or by its time limit.
   *
   * @param reason {@link StopReason#STOPPED} or {@link StopReason#TIME}
   */
  record Stop(int epoch, int batch, StopReason reason) implements Intervention {}
}
