package dev.neuralworkbench.train;

import dev.neuralworkbench.problem.Knob;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import java.util.List;

/**
 * Which weights a run ends with, beside those that the steps lead to.
 *
 * <p>The mean of the last weights: every step follows a few rows only, so the weights swing around
 * the place they are drawn to; their mean lies nearer to it. After epoch t, counted from 1, w̄ ← w̄
 * + (w − w̄) / min(t, n): the plain mean of the first n epochs, from then on one in which older
 * epochs count less and less. The steps themselves go on from w. Polyak and Juditsky 1992; for
 * networks Izmailov et al. 2018 ("SWA"). Validation is judged with w̄.
 *
 * <p>The last fit: validation rows tell when to stop, and are then lost for learning. So the run is
 * repeated from its first weights on training and validation rows together, for as many epochs as
 * its best had, each at the rate it had. Goodfellow, Bengio and Courville 2016, algorithm 7.2.
 *
 * @param averageEpochs n, in {@link #AVERAGE_EPOCHS}; 0 for the weights as they are
 * @param lastFit whether a run that has ended by itself is repeated so
 */
public record FinalWeights(int averageEpochs, boolean lastFit) {

  /** Allowed epochs of the mean; 0 for none. */
  public static final Range AVERAGE_EPOCHS = Range.whole(0, 1_000_000);

  /** What its components start with in problems and forms. */
  public static final String COMPONENT = "training.finalWeights.";

  /** Its choices, in the order of a form. */
  public static final List<Knob> KNOBS =
      List.of(Knob.of("averageEpochs", AVERAGE_EPOCHS), Knob.flag("lastFit"));

  /** The weights that the steps lead to. */
  public static final FinalWeights NONE = new FinalWeights(0, false);

  /** What is wrong with these numbers. */
  public List<Problem> problems() {
    return KNOBS.stream().flatMap(knob -> knob.problems(COMPONENT, this).stream()).toList();
  }
}
