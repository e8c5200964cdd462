package dev.neuralworkbench.train.schedule;

import dev.neuralworkbench.problem.Knob;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import java.util.List;

/** How the learning rate changes from epoch to epoch: a factor on the optimizer's own rate. */
public sealed interface LearningRateSchedule
    permits Constant, StepDecay, Exponential, Cosine, InverseTime, ReduceOnPlateau {

  /** Allowed factors by which a rate shrinks. */
  Range FACTOR = Range.above(0, 1);

  /** What the components of all start with in problems and forms. */
  String COMPONENT = "training.schedule.";

  /** One of each kind with its default numbers, in the order in which a form offers them. */
  static List<LearningRateSchedule> kinds() {
    return List.of(
        Constant.DEFAULT,
        StepDecay.DEFAULT,
        Exponential.DEFAULT,
        Cosine.DEFAULT,
        InverseTime.DEFAULT,
        ReduceOnPlateau.DEFAULT);
  }

  /** Name in files and on the command line: {@code cosine}. */
  String id();

  /**
   * The factor on the learning rate.
   *
   * @param epoch the epoch to be trained, counted from 0
   * @param epochs epochs of the whole run
   * @return the factor, in [0, 1]; 1 where the factor follows the losses ({@link ReduceOnPlateau})
   */
  double factor(int epoch, int epochs);

  /** Its choices, in the order of a form. */
  default List<Knob> knobs() {
    return List.of();
  }

  /** What is wrong with these numbers; components start with {@link #COMPONENT}. */
  default List<Problem> problems() {
    return knobs().stream().flatMap(knob -> knob.problems(COMPONENT, this).stream()).toList();
  }
}
