package dev.neuralworkbench.train.optimizer;

import dev.neuralworkbench.nn.Parameter;
import dev.neuralworkbench.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Adagrad (Duchi, Hazan, Singer 2011), PyTorch's {@code Adagrad} without decay: s ← s + g² (s
 * starts at 0), w ← w − ηg / (√s + ε).
 *
 * @param learningRate η, in {@link OptimizerConfig#LEARNING_RATE}; default 0.01
 * @param epsilon ε, in {@link OptimizerConfig#EPSILON}; default 1e-10
 */
public record Adagrad(double learningRate, double epsilon) implements OptimizerConfig {

  /** η = 0.01, ε = 1e-10. */
  public static final Adagrad DEFAULT = new Adagrad(0.01, 1e-10);

  @Override
  public String id() {
    return "adagrad";
  }

  @Override
  public Adagrad withLearningRate(double learningRate) {
    return new Adagrad(learningRate, epsilon);
  }

  @Override
  public int slots() {
    return 1;
  }

  @Override
  public List<Problem> problems() {
    var problems = new ArrayList<Problem>();
    problems.addAll(LEARNING_RATE.problems("training.optimizer.learningRate", learningRate));
    problems.addAll(EPSILON.problems("training.optimizer.epsilon", epsilon));
    return problems;
  }

  @Override
  public Optimizer create(List<Parameter> parameters) {
    return new AdagradOptimizer(this, parameters);
  }
}
