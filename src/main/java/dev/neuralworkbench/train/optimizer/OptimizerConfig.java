package dev.neuralworkbench.train.optimizer;

import dev.neuralworkbench.nn.Parameter;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import java.util.List;

/** Which rule turns gradients into changes of the weights, with its numbers. */
public sealed interface OptimizerConfig permits Sgd, Adagrad, RmsProp, Adam, AdamW {

  /** Allowed learning rates. */
  Range LEARNING_RATE = Range.above(0, 100);

  /** Allowed values of numbers that keep a denominator from 0, in single precision too. */
  Range EPSILON = Range.closed(1e-30, 1);

  /** Allowed shares of the past in a moving average. */
  Range DECAY = Range.below(0, 1);

  /** One of each kind with its default numbers, in the order in which a form offers them. */
  static List<OptimizerConfig> kinds() {
    return List.of(Sgd.DEFAULT, Adam.DEFAULT, AdamW.DEFAULT, RmsProp.DEFAULT, Adagrad.DEFAULT);
  }

  /** Name in files and on the command line: {@code adam}. */
  String id();

  /** The step size before the schedule, in {@link #LEARNING_RATE}. */
  double learningRate();

  /** The same optimizer with another learning rate. */
  OptimizerConfig withLearningRate(double learningRate);

  /** Numbers that the optimizer remembers of each weight, {@link OptimizerState#slots}. */
  int slots();

  /** What is wrong with these numbers; components start with {@code training.optimizer}. */
  List<Problem> problems();

  /**
   * The optimizer at its start.
   *
   * @param parameters what it changes; their arrays are kept
   */
  Optimizer create(List<Parameter> parameters);
}
