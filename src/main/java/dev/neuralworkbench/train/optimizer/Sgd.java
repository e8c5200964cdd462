package dev.neuralworkbench.train.optimizer;

import dev.neuralworkbench.nn.Parameter;
import dev.neuralworkbench.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Stochastic gradient descent, with momentum or Nesterov's variant of it. PyTorch's {@code SGD}
 * without dampening: v ← μv + g (v starts at 0), then w ← w − ηv, with Nesterov w ← w − η(g + μv).
 * With the whole training set as its batch it is gradient descent.
 *
 * @param learningRate η, in {@link OptimizerConfig#LEARNING_RATE}; default 0.1
 * @param momentum μ, in {@link OptimizerConfig#DECAY}; default 0, which is also what a number
 *     becomes that is 0 in single precision
 * @param nesterov whether the step looks ahead; needs momentum
 */
public record Sgd(double learningRate, double momentum, boolean nesterov)
    implements OptimizerConfig {

  /** η = 0.1, no momentum. */
  public static final Sgd DEFAULT = new Sgd(0.1, 0, false);

  /** Rounds a momentum that the optimizer cannot tell from none. */
  public Sgd {
    if (momentum > 0 && (float) momentum == 0) {
      momentum = 0;
    }
  }

  @Override
  public String id() {
    return "sgd";
  }

  @Override
  public Sgd withLearningRate(double learningRate) {
    return new Sgd(learningRate, momentum, nesterov);
  }

  /** The same optimizer with another momentum. */
  public Sgd withMomentum(double momentum) {
    return new Sgd(learningRate, momentum, nesterov);
  }

  /** The same optimizer with or without Nesterov's variant. */
  public Sgd withNesterov(boolean nesterov) {
    return new Sgd(learningRate, momentum, nesterov);
  }

  @Override
  public int slots() {
    return momentum > 0 ? 1 : 0;
  }

  @Override
  public List<Problem> problems() {
    var problems = new ArrayList<Problem>();
    problems.addAll(LEARNING_RATE.problems("training.optimizer.learningRate", learningRate));
    problems.addAll(DECAY.problems("training.optimizer.momentum", momentum));
    if (nesterov && momentum == 0) {
      problems.add(
          Problem.of(
              "training.problem.nesterovNeedsMomentum",
              "training.optimizer.momentum",
              null,
              momentum));
    }
    return problems;
  }

  @Override
  public Optimizer create(List<Parameter> parameters) {
    return new SgdOptimizer(this, parameters);
  }
}
