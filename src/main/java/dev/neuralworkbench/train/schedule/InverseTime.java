package dev.neuralworkbench.train.schedule;

import dev.neuralworkbench.problem.Knob;
import dev.neuralworkbench.problem.Range;
import java.util.List;

/**
 * The learning rate falls as one over time: 1 / (1 + decay · epoch).
 *
 * @param decay how fast, in {@link #DECAY}; default 0.01 (half the rate after 100 epochs)
 */
public record InverseTime(double decay) implements LearningRateSchedule {

  /** Allowed speeds. */
  public static final Range DECAY = Range.closed(0, 1000);

  /** Half the rate after 100 epochs. */
  public static final InverseTime DEFAULT = new InverseTime(0.01);

  @Override
  public String id() {
    return "inverse_time";
  }

  @Override
  public double factor(int epoch, int epochs) {
    return 1 / (1 + decay * epoch);
  }

  @Override
  public List<Knob> knobs() {
    return List.of(Knob.of("decay", DECAY));
  }
}
