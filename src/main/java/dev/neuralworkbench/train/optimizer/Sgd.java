package dev.neuralworkbench.train.optimizer;

import static dev.neuralworkbench.formula.Assignment.GRADIENT;
import static dev.neuralworkbench.formula.Assignment.RATE;
import static dev.neuralworkbench.formula.Assignment.WEIGHT;

import dev.neuralworkbench.formula.Assignment;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.Expression.Letter;
import dev.neuralworkbench.formula.Expression.Quantity;
import dev.neuralworkbench.nn.Parameter;
import dev.neuralworkbench.problem.Hyperparameter;
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
  public String variant() {
    return momentum == 0 ? id() : nesterov ? "nesterov" : "momentum";
  }

  @Override
  public double usualRate() {
    return 0.1;
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(Hyperparameter.of("momentum", DECAY), Hyperparameter.flag("nesterov"));
  }

  @Override
  public List<Assignment> update(long step) {
    if (momentum == 0) {
      return List.of(Assignment.newWeight(WEIGHT.minus(Expression.product(RATE, GRADIENT))));
    }
    var mu = Quantity.chosen("μ", momentum);
    var v =
        Assignment.memory(
            "velocity", "v", Expression.sum(Expression.product(mu, Letter.of("v")), GRADIENT));
    var way = nesterov ? Expression.sum(GRADIENT, Expression.product(mu, v.left())) : v.left();
    return List.of(v, Assignment.newWeight(WEIGHT.minus(Expression.product(RATE, way))));
  }

  @Override
  public List<Problem> problems() {
    var problems = new ArrayList<>(OptimizerConfig.super.problems());
    if (nesterov && momentum == 0) {
      problems.add(
          Problem.of(
              "training.problem.nesterovNeedsMomentum", COMPONENT + "momentum", null, momentum));
    }
    return problems;
  }

  @Override
  public Optimizer create(List<Parameter> parameters) {
    return new Engine(this, parameters);
  }

  /** {@link Sgd} at work: v ← μv + g, w ← w − ηv; Nesterov w ← w − η(g + μv). */
  static final class Engine extends SlotOptimizer {

    private final float momentum;
    private final boolean nesterov;

    Engine(Sgd config, List<Parameter> parameters) {
      super(config, parameters);
      momentum = (float) config.momentum();
      nesterov = config.nesterov();
    }

    @Override
    void update(float[] w, float[] g, float[][] slots, int from, int to) {
      if (slots.length == 0) {
        descend(w, g, rate(), from, to);
      } else if (nesterov) {
        descendAhead(w, g, slots[0], momentum, rate(), from, to);
      } else {
        descendWithMomentum(w, g, slots[0], momentum, rate(), from, to);
      }
    }

    private static void descend(float[] w, float[] g, float rate, int from, int to) {
      for (var i = from; i < to; i++) {
        w[i] = flushTiny(w[i] - rate * g[i], LEAST_WEIGHT);
      }
    }

    private static void descendWithMomentum(
        float[] w, float[] g, float[] v, float mu, float rate, int from, int to) {
      for (var i = from; i < to; i++) {
        v[i] = flushTiny(mu * v[i] + g[i], LEAST_MEAN);
        w[i] = flushTiny(w[i] - rate * v[i], LEAST_WEIGHT);
      }
    }

    private static void descendAhead(
        float[] w, float[] g, float[] v, float mu, float rate, int from, int to) {
      for (var i = from; i < to; i++) {
        v[i] = flushTiny(mu * v[i] + g[i], LEAST_MEAN);
        w[i] = flushTiny(w[i] - rate * (g[i] + mu * v[i]), LEAST_WEIGHT);
      }
    }
  }
}
