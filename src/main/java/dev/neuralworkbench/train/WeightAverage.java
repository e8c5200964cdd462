package dev.neuralworkbench.train;

import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.Parameter;
import dev.neuralworkbench.train.optimizer.Slot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mean of the weights at the ends of the last epochs, {@link TrainingConfig#average}. */
final class WeightAverage {

  private final int window;
  private final Slot mean;
  private final Slot moment; // the network's own weights while it has the mean
  private boolean begun;

  /**
   * @param window n, at least 1
   */
  WeightAverage(int window, List<Parameter> parameters) {
    this.window = window;
    mean = new Slot(parameters);
    moment = new Slot(parameters);
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
    mean.moveToValues(1F / Math.min(epoch, window));
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

  /** Takes over the state of another run. */
  void restore(@Nullable NetworkWeights weights) {
    begun = weights != null;
    if (weights != null) {
      mean.restore(weights);
    }
  }
}
