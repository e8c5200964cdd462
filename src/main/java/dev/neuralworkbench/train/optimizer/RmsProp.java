package dev.neuralworkbench.train.optimizer;

import dev.neuralworkbench.nn.Parameter;
import dev.neuralworkbench.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * RMSprop (Hinton, lecture 6e of 2012), PyTorch's {@code RMSprop}: s ← ρs + (1 − ρ)g² (s starts at
 * 0), w ← w − ηg / (√s + ε).
 *
 * @param learningRate η, in {@link OptimizerConfig#LEARNING_RATE}; default 0.01
 * @param rho ρ, in {@link OptimizerConfig#DECAY}; default 0.99
 * @param epsilon ε, in {@link OptimizerConfig#EPSILON}; default 1e-8
 */
public record RmsProp(double learningRate, double rho, double epsilon) implements OptimizerConfig {

  /** η = 0.01, ρ = 0.99, ε = 1e-8. */
  public static final RmsProp DEFAULT = new RmsProp(0.01, 0.99, 1e-8);

  @Override
  public String id() {
    return "rmsprop";
  }

  @Override
  public RmsProp withLearningRate(double learningRate) {
    return new RmsProp(learningRate, rho, epsilon);
  }

  @Override
  public int slots() {
    return 1;
  }

  @Override
  public List<Problem> problems() {
    var problems = new ArrayList<Problem>();
    problems.addAll(LEARNING_RATE.problems("training.optimizer.learningRate", learningRate));
    problems.addAll(DECAY.problems("training.optimizer.rho", rho));
    problems.addAll(EPSILON.problems("training.optimizer.epsilon", epsilon));
    return problems;
  }

  @Override
  public Optimizer create(List<Parameter> parameters) {
    return new RmsPropOptimizer(this, parameters);
  }
}
