package dev.neuralworkbench.train.optimizer;

import static dev.neuralworkbench.formula.Assignment.RATE;
import static dev.neuralworkbench.formula.Assignment.WEIGHT;

import dev.neuralworkbench.formula.Assignment;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.Expression.Quantity;
import dev.neuralworkbench.nn.Parameter;
import dev.neuralworkbench.problem.Hyperparameter;
import dev.neuralworkbench.problem.Range;
import java.util.List;
import java.util.stream.Stream;

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
  public List<Hyperparameter> hyperparameters() {
    return Stream.concat(
            Stream.of(Hyperparameter.of("weightDecay", WEIGHT_DECAY)),
            adam().hyperparameters().stream())
        .toList();
  }

  @Override
  public List<Assignment> update(long step) {
    if (weightDecay == 0) {
      return adam().update(step);
    }
    var lambda = Quantity.chosen("λ", weightDecay);
    var decayed =
        Assignment.weight("decay", WEIGHT.minus(Expression.product(RATE, lambda, WEIGHT)));
    return adam().update(step, List.of(decayed), decayed.left());
  }

  @Override
  public Optimizer create(List<Parameter> parameters) {
    return new Adam.Engine(adam(), weightDecay, parameters);
  }

  private Adam adam() {
    return new Adam(learningRate, beta1, beta2, epsilon);
  }
}
