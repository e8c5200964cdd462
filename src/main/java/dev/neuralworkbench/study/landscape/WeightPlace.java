package dev.neuralworkbench.study.landscape;

import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.train.Intervention;

/**
 * One weight or bias of a network.
 *
 * @param layer dense layer, counted from 0
 * @param input unit of the layer before, or input of the network, from 0 on; {@link #BIAS} for the
 *     bias
 * @param unit unit of the layer, from 0 on
 */
public record WeightPlace(int layer, int input, int unit) {

  /** The input that stands for the bias. */
  public static final int BIAS = Intervention.WeightEdit.BIAS;

  public float of(NetworkWeights weights) {
    return weights.weight(layer, input, unit);
  }
}
