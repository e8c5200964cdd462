package dev.neuralworkbench.train.schedule;

import dev.neuralworkbench.problem.Knob;
import java.util.List;

/**
 * The learning rate shrinks with every epoch: factor^epoch.
 *
 * @param factor factor of one epoch, in {@link LearningRateSchedule#FACTOR}; default 0.99
 */
public record Exponential(double factor) implements LearningRateSchedule {

  /** One percent less every epoch. */
  public static final Exponential DEFAULT = new Exponential(0.99);

  @Override
  public String id() {
    return "exponential";
  }

  @Override
  public double factor(int epoch, int epochs) {
    return StrictMath.pow(factor, epoch);
  }

  @Override
  public List<Knob> knobs() {
    return List.of(Knob.of("factor", FACTOR));
  }
}
