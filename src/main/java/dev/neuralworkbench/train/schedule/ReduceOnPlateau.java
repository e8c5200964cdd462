package dev.neuralworkbench.train.schedule;

import dev.neuralworkbench.problem.Knob;
import dev.neuralworkbench.problem.Range;
import java.util.List;

/**
 * The learning rate shrinks when the loss stops falling: after more than {@code patience} epochs in
 * a row without a loss below best − minDelta the rate is multiplied by {@code factor} and the count
 * starts again. PyTorch's {@code ReduceLROnPlateau} with an absolute threshold and no cooldown.
 *
 * <p>The loss is that of the validation rows, or of the training rows where none are held out.
 *
 * @param factor factor of one reduction, in {@link LearningRateSchedule#FACTOR}; default 0.5
 * @param patience epochs without a better loss that are still borne, in {@link #PATIENCE}; default
 *     10
 * @param minDelta how much lower a loss must be to count as better, in {@link #MIN_DELTA}; default
 *     0.0001
 * @param end the factor below which the rate never falls, in {@link #END}; default 0.001
 */
public record ReduceOnPlateau(double factor, int patience, double minDelta, double end)
    implements LearningRateSchedule {

  /** Allowed patience in epochs. */
  public static final Range PATIENCE = Range.whole(0, 1_000_000);

  /** Allowed least improvements. */
  public static final Range MIN_DELTA = Range.closed(0, 1000);

  /** Allowed smallest factors. */
  public static final Range END = Range.closed(0, 1);

  /** Half the rate after 10 epochs in vain. */
  public static final ReduceOnPlateau DEFAULT = new ReduceOnPlateau(0.5, 10, 1e-4, 1e-3);

  @Override
  public String id() {
    return "plateau";
  }

  @Override
  public double factor(int epoch, int epochs) {
    return 1;
  }

  @Override
  public List<Knob> knobs() {
    return List.of(
        Knob.of("factor", FACTOR),
        Knob.of("patience", PATIENCE),
        Knob.of("minDelta", MIN_DELTA),
        Knob.of("end", END));
  }
}
