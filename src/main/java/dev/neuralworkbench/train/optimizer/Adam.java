package dev.neuralworkbench.train.optimizer;

import static dev.neuralworkbench.formula.Assignment.GRADIENT;
import static dev.neuralworkbench.formula.Assignment.RATE;
import static dev.neuralworkbench.formula.Assignment.WEIGHT;

import dev.neuralworkbench.formula.Assignment;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.Expression.Letter;
import dev.neuralworkbench.formula.Expression.Quantity;
import dev.neuralworkbench.formula.Expression.Root;
import dev.neuralworkbench.nn.Parameter;
import dev.neuralworkbench.problem.Hyperparameter;
import java.util.List;
import java.util.stream.Stream;

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
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.seldom("beta1", DECAY),
        Hyperparameter.seldom("beta2", DECAY),
        Hyperparameter.seldom("epsilon", EPSILON));
  }

  @Override
  public List<Assignment> update(long step) {
    return update(step, List.of(), WEIGHT);
  }

  /**
   * The rule after other lines.
   *
   * @param before lines that come first
   * @param weight the weight that they leave
   */
  List<Assignment> update(long step, List<Assignment> before, Letter weight) {
    var b1 = Quantity.chosen("β₁", beta1);
    var b2 = Quantity.chosen("β₂", beta2);
    var t = Quantity.chosen("t", (double) step);
    var one = Expression.number(1);
    var square = GRADIENT.power(Expression.number(2));
    var m = Assignment.memory("first_moment", "m", Assignment.average(b1, "m", GRADIENT));
    var v = Assignment.squares("second_moment", "v", Assignment.average(b2, "v", square));
    var mean = Assignment.part("first_corrected", "m̂", m.left().over(one.minus(b1.power(t))));
    var size = Assignment.part("second_corrected", "v̂", v.left().over(one.minus(b2.power(t))));
    var root = Expression.sum(new Root(size.left()), Quantity.chosen("ε", epsilon));
    var next = weight.minus(Expression.product(RATE, mean.left().over(root)));
    return Stream.concat(before.stream(), Stream.of(m, v, mean, size, Assignment.newWeight(next)))
        .toList();
  }

  @Override
  public Optimizer create(List<Parameter> parameters) {
    return new Engine(this, 0, parameters);
  }

  /**
   * {@link Adam} and {@link AdamW} at work: w ← w − ηλw (AdamW alone), m ← β₁m + (1 − β₁)g, v ← β₂v
   * + (1 − β₂)g², w ← w − η/(1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + ε).
   */
  static final class Engine extends SlotOptimizer {

    private final Adam config;
    private final double weightDecay;

    private long steps;
    private double beta1Power = 1; // β₁ᵗ
    private double beta2Power = 1; // β₂ᵗ

    // Of the step under way.
    private float keep; // 1 − ηλ
    private float eta; // η / (1 − β₁ᵗ)
    private float root; // 1 / √(1 − β₂ᵗ)

    /**
     * @param weightDecay AdamW's λ; 0 for Adam
     */
    Engine(Adam config, double weightDecay, List<Parameter> parameters) {
      super(config, parameters);
      this.config = config;
      this.weightDecay = weightDecay;
    }

    @Override
    public void begin(double learningRate) {
      steps++;
      beta1Power *= config.beta1();
      beta2Power *= config.beta2();
      keep = (float) (1 - learningRate * weightDecay);
      eta = (float) (learningRate / (1 - beta1Power));
      root = (float) (1 / Math.sqrt(1 - beta2Power));
    }

    @Override
    void update(float[] w, float[] g, float[][] slots, int from, int to) {
      var m = slots[0];
      var v = slots[1];
      var beta1 = (float) config.beta1();
      var fresh1 = (float) (1 - config.beta1());
      var beta2 = (float) config.beta2();
      var fresh2 = (float) (1 - config.beta2());
      var epsilon = (float) config.epsilon();
      var kept = keep;
      var corrected = eta;
      var correction = root;
      for (var i = from; i < to; i++) {
        m[i] = flushTiny(beta1 * m[i] + fresh1 * g[i], LEAST_MEAN);
        v[i] = flushTiny(beta2 * v[i] + fresh2 * g[i] * g[i], LEAST_SQUARE);
        var size = (float) Math.sqrt(v[i]) * correction + epsilon;
        w[i] = flushTiny(kept * w[i] - corrected * m[i] / size, LEAST_WEIGHT);
      }
    }

    @Override
    long steps() {
      return steps;
    }

    @Override
    public void state(OptimizerState state) {
      super.state(state);
      steps = state.steps();
      beta1Power = power(config.beta1(), steps);
      beta2Power = power(config.beta2(), steps);
    }
  }
}
