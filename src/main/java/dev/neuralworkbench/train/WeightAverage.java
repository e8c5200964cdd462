package dev.neuralworkbench.train;

import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.Parameter;
import dev.neuralworkbench.train.optimizer.WeightBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mean of the weights at the ends of the last epochs, {@link TrainingConfig#average}. */
final class WeightAverage {

  private final int window;
  private final WeightBuffer mean;
  private final WeightBuffer moment; // the network's own weights while it has the mean
  private boolean begun;
  private int since;

  /**
   * @param window n; 0 for the weights as they are
   */
  WeightAverage(int window, List<Parameter> parameters) {
    this.window = window;
    mean = new WeightBuffer(window == 0 ? List.of() : parameters);
    moment = new WeightBuffer(window == 0 ? List.of() : parameters);
  }

  /**
   * Takes in the network's weights at the end of an epoch, and does something while the network has
   * the mean instead of them.
   *
   * @param epoch counted from 1
   */
  void epochEnded(int epoch, Runnable judge) {
    if (window == 0) {
      judge.run();
      return;
    }
    mean.moveToValues(1F / Math.min(epoch - since, window));
    begun = true;
    moment.copyValues();
    mean.restoreValues();
    judge.run();
    moment.restoreValues();
  }

  boolean hasBegun() {
    return begun;
  }

  /** The mean; null where none is taken, and before the first end of an epoch. */
  @Nullable NetworkWeights weights() {
    return begun ? mean.snapshot() : null;
  }

  /** Begins again with the epoch that ends next: what was before is no longer that network. */
  void restart(int epoch) {
    begun = false;
    since = epoch;
  }

  /**
   * Takes over the state of another run.
   *
   * @param since the epoch, counted from 0, that was the first to count
   */
  void restore(@Nullable NetworkWeights weights, int since) {
    this.since = since;
    begun = window > 0 && weights != null;
    if (begun && weights != null) {
      mean.restore(weights);
    }
  }
}
