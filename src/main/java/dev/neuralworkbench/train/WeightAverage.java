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
   * @param window n, at least 1
   */
  WeightAverage(int window, List<Parameter> parameters) {
    this.window = window;
    mean = new WeightBuffer(parameters);
    moment = new WeightBuffer(parameters);
  }

  /** One where it is chosen. */
  static @Nullable WeightAverage of(TrainingConfig config, List<Parameter> parameters) {
    return config.average() == 0 ? null : new WeightAverage(config.average(), parameters);
  }

  /**
   * Takes in the network's weights at the end of an epoch, and does something while the network has
   * the mean instead of them.
   *
   * @param epoch counted from 1
   */
  void epochEnded(int epoch, Runnable judge) {
    mean.moveToValues(1F / Math.min(epoch - since, window));
    begun = true;
    moment.copyValues();
    mean.restoreValues();
    judge.run();
    moment.restoreValues();
  }

  /** The mean; null before the first end of an epoch. */
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
    begun = weights != null;
    if (weights != null) {
      mean.restore(weights);
    }
  }
}
