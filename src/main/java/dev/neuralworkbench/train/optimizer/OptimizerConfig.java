package dev.neuralworkbench.train.optimizer;

import dev.neuralworkbench.formula.Assignment;
import dev.neuralworkbench.nn.Parameter;
import dev.neuralworkbench.problem.Hyperparameter;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.problem.Records;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which rule turns gradients into changes of the weights, with its numbers. Form, file, command
 * line and explanation follow from what a kind declares here; its words are in the bundles.
 */
public sealed interface OptimizerConfig permits Sgd, Adagrad, RmsProp, Adam, AdamW, NAdam {

  /** Allowed learning rates. */
  Range LEARNING_RATE = Range.above(0, 100);

  /** Allowed values of numbers that keep a denominator from 0, in single precision too. */
  Range EPSILON = Range.closed(1e-30, 1);

  /** Allowed shares of the past in a moving average. */
  Range DECAY = Range.below(0, 1);

  /** What the components of all start with in problems and forms. */
  String COMPONENT = "training.optimizer.";

  /** One of each kind with its default numbers, in the order in which a form offers them. */
  static List<OptimizerConfig> kinds() {
    return List.of(
        Sgd.DEFAULT, Adam.DEFAULT, AdamW.DEFAULT, NAdam.DEFAULT, RmsProp.DEFAULT, Adagrad.DEFAULT);
  }

  /** Name in files and on the command line: {@code adam}. */
  String id();

  /** What words tell the rule by: its id, unless it has several. */
  default String variant() {
    return id();
  }

  /** The step size before the schedule, in {@link #LEARNING_RATE}. */
  double learningRate();

  /** Its other choices, in the order of a form. */
  List<Hyperparameter> hyperparameters();

  /** The learning rate that it usually bears on scaled inputs: a rule of experience. */
  default double usualRate() {
    return 0.01;
  }

  /**
   * The rule, line by line.
   *
   * @param step number of the step, from 1 on
   */
  List<Assignment> update(long step);

  /** The lines whose numbers are remembered of each weight, {@link OptimizerState#slots}. */
  default List<Assignment> remembered() {
    return update(1).stream().filter(Assignment::isRemembered).toList();
  }

  /** How many numbers are remembered of each weight. */
  default int slots() {
    return remembered().size();
  }

  /** The same optimizer with another learning rate. */
  default OptimizerConfig withLearningRate(double learningRate) {
    return Records.with(this, "learningRate", learningRate);
  }

  /** What is wrong with these numbers; components start with {@link #COMPONENT}. */
  default List<Problem> problems() {
    var rate = LEARNING_RATE.problems(COMPONENT + "learningRate", learningRate());
    return Stream.concat(
            rate.stream(),
            hyperparameters().stream().flatMap(it -> it.problems(COMPONENT, this).stream()))
        .toList();
  }

  /**
   * The optimizer at its start.
   *
   * @param parameters what it changes; their arrays are kept
   */
  Optimizer create(List<Parameter> parameters);
}
