package dev.neuralworkbench.train.optimizer;

import dev.neuralworkbench.nn.Parameter;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * AdamW (Loshchilov, Hutter 2019, algorithm 2): first w ← w − ηλw, biases too as PyTorch's does,
 * then the step of {@link Adam}.
 *
 * @param learningRate η, in {@link OptimizerConfig#LEARNING_RATE}; default 0.001
 * @param beta1 β₁, in {@link OptimizerConfig#DECAY}; default 0.9
 * @param beta2 β₂, in {@link OptimizerConfig#DECAY}; default 0.999
 * @param epsilon ε, in {@link OptimizerConfig#EPSILON}; default 1e-8
 * @param weightDecay λ, in {@link #WEIGHT_DECAY}; default 0.01
 */
public record AdamW(
    double learningRate, double beta1, double beta2, double epsilon, double weightDecay)
    implements OptimizerConfig {

  /** Allowed weight decays. */
  public static final Range WEIGHT_DECAY = Range.closed(0, 10);

  /** η = 0.001, β₁ = 0.9, β₂ = 0.999, ε = 1e-8, λ = 0.01. */
  public static final AdamW DEFAULT = new AdamW(0.001, 0.9, 0.999, 1e-8, 0.01);

  @Override
  public String id() {
    return "adamw";
  }

  @Override
  public AdamW withLearningRate(double learningRate) {
    return new AdamW(learningRate, beta1, beta2, epsilon, weightDecay);
  }

  @Override
  public int slots() {
    return 2;
  }

  @Override
  public List<Problem> problems() {
    var problems = new ArrayList<>(adam().problems());
    problems.addAll(WEIGHT_DECAY.problems("training.optimizer.weightDecay", weightDecay));
    return problems;
  }

  @Override
  public Optimizer create(List<Parameter> parameters) {
    return new AdamOptimizer(adam(), weightDecay, parameters);
  }

  private Adam adam() {
    return new Adam(learningRate, beta1, beta2, epsilon);
  }
}
