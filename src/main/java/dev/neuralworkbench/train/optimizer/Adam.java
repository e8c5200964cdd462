package dev.neuralworkbench.train.optimizer;

import dev.neuralworkbench.nn.Parameter;
import dev.neuralworkbench.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Adam (Kingma, Ba 2015, algorithm 1): m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g² (both start at 0),
 * w ← w − η m̂ / (√v̂ + ε), with m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ) after t steps.
 *
 * @param learningRate η, in {@link OptimizerConfig#LEARNING_RATE}; default 0.001
 * @param beta1 β₁, in {@link OptimizerConfig#DECAY}; default 0.9
 * @param beta2 β₂, in {@link OptimizerConfig#DECAY}; default 0.999
 * @param epsilon ε, in {@link OptimizerConfig#EPSILON}; default 1e-8
 */
public record Adam(double learningRate, double beta1, double beta2, double epsilon)
    implements OptimizerConfig {

  /** η = 0.001, β₁ = 0.9, β₂ = 0.999, ε = 1e-8. */
  public static final Adam DEFAULT = new Adam(0.001, 0.9, 0.999, 1e-8);

  @Override
  public String id() {
    return "adam";
  }

  @Override
  public Adam withLearningRate(double learningRate) {
    return new Adam(learningRate, beta1, beta2, epsilon);
  }

  @Override
  public int slots() {
    return 2;
  }

  @Override
  public List<Problem> problems() {
    var problems = new ArrayList<Problem>();
    problems.addAll(LEARNING_RATE.problems("training.optimizer.learningRate", learningRate));
    problems.addAll(DECAY.problems("training.optimizer.beta1", beta1));
    problems.addAll(DECAY.problems("training.optimizer.beta2", beta2));
    problems.addAll(EPSILON.problems("training.optimizer.epsilon", epsilon));
    return problems;
  }

  @Override
  public Optimizer create(List<Parameter> parameters) {
    return new AdamOptimizer(this, 0, parameters);
  }
}
