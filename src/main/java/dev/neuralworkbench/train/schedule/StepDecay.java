package dev.neuralworkbench.train.schedule;

import dev.neuralworkbench.problem.Knob;
import dev.neuralworkbench.problem.Range;
import java.util.List;

/**
 * The learning rate shrinks every so many epochs: factor^⌊epoch / every⌋.
 *
 * @param every epochs between two steps, in {@link #EVERY}; default 50
 * @param factor factor of one step, in {@link LearningRateSchedule#FACTOR}; default 0.5
 */
public record StepDecay(int every, double factor) implements LearningRateSchedule {

  /** Allowed epochs between two steps. */
  public static final Range EVERY = Range.whole(1, 1_000_000);

  /** Half the rate every 50 epochs. */
  public static final StepDecay DEFAULT = new StepDecay(50, 0.5);

  @Override
  public String id() {
    return "step";
  }

  @Override
  public double factor(int epoch, int epochs) {
    return StrictMath.pow(factor, Math.floorDiv(epoch, every));
  }

  @Override
  public List<Knob> knobs() {
    return List.of(Knob.of("every", EVERY), Knob.of("factor", FACTOR));
  }
}
