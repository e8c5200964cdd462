package dev.neuralworkbench.train.optimizer;

import dev.neuralworkbench.nn.NetworkWeights;
import java.util.List;

/**
 * What an optimizer remembers between two steps.
 *
 * @param steps steps done, for the bias correction of Adam and its kin; 0 where nothing depends on
 *     it
 * @param slots one number a weight each, in the shape of the network: SGD none, or the velocity;
 *     Adagrad and RMSprop the squares; Adam, AdamW and NAdam first the mean, then the squares
 */
public record OptimizerState(long steps, List<NetworkWeights> slots) {

  public OptimizerState {
    slots = List.copyOf(slots);
  }

  public boolean isFinite() {
    return slots.stream().allMatch(NetworkWeights::isFinite);
  }
}
