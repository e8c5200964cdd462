package dev.neuralworkbench.train.schedule;

import dev.neuralworkbench.problem.Knob;
import dev.neuralworkbench.problem.Range;
import java.util.List;

/**
 * The learning rate falls along half a cosine: end + (1 − end)(1 + cos(π epoch / epochs)) / 2.
 * Loshchilov and Hutter 2017 ("SGDR"), equation 5, without restarts.
 *
 * @param end the factor that the last epoch approaches, in {@link #END}; default 0
 */
public record Cosine(double end) implements LearningRateSchedule {

  /** Allowed factors at the end. */
  public static final Range END = Range.closed(0, 1);

  /** Down to 0. */
  public static final Cosine DEFAULT = new Cosine(0);

  @Override
  public String id() {
    return "cosine";
  }

  @Override
  public double factor(int epoch, int epochs) {
    return end + (1 - end) * (1 + StrictMath.cos(StrictMath.PI * epoch / epochs)) / 2;
  }

  @Override
  public List<Knob> knobs() {
    return List.of(Knob.of("end", END));
  }
}
