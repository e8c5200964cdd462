package dev.neuralworkbench.nn;

import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import java.util.List;

/**
 * Inverted dropout: in training each value becomes 0 with probability {@code rate}, and the others
 * are divided by 1 − rate; in prediction nothing happens. Srivastava et al. 2014.
 *
 * @param rate share dropped, in {@link #RATE}
 */
public record DropoutDesign(double rate) implements LayerDesign {

  /** Allowed shares. */
  public static final Range RATE = Range.below(0, 1);

  @Override
  public List<Problem> problems(String component) {
    return RATE.problems(component + ".rate", rate);
  }
}
