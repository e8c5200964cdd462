package dev.neuralworkbench.explain.trace;

import dev.neuralworkbench.train.optimizer.Adagrad;
import dev.neuralworkbench.train.optimizer.Adam;
import dev.neuralworkbench.train.optimizer.AdamW;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.optimizer.RmsProp;
import dev.neuralworkbench.train.optimizer.Sgd;

/**
 * What an optimizer makes of one weight's gradient: every number between the gradient and the new
 * weight. Formulas as in {@code train}'s records.
 *
 * @param optimizer the rule
 * @param learningRate η of this step
 * @param steps steps done once this one is, t; 0 where nothing depends on it
 * @param weight the weight before
 * @param gradient g, after penalty and clipping
 * @param velocityBefore v of SGD with momentum; m of Adam; 0 without
 * @param velocity the same after this step
 * @param squaresBefore s of Adagrad and RMSprop, v of Adam; 0 without
 * @param squares the same after this step
 * @param decayed the weight after AdamW's decay; otherwise the weight
 * @param newWeight the weight after
 */
public record OptimizerLedger(
    OptimizerConfig optimizer,
    double learningRate,
    long steps,
    double weight,
    double gradient,
    double velocityBefore,
    double velocity,
    double squaresBefore,
    double squares,
    double decayed,
    double newWeight) {

  /**
   * The ledger of one weight.
   *
   * @param first the first number that the optimizer remembers of it; ignored where it remembers
   *     none
   * @param second the second
   * @param stepsBefore steps done before this one
   */
  public static OptimizerLedger of(
      OptimizerConfig optimizer,
      double learningRate,
      long stepsBefore,
      double weight,
      double gradient,
      double first,
      double second) {
    var w = weight;
    var g = gradient;
    var eta = learningRate;
    return switch (optimizer) {
      case Sgd(var _, var mu, var nesterov) -> {
        var v = mu == 0 ? 0 : mu * first + g;
        var way = mu == 0 ? g : nesterov ? g + mu * v : v;
        yield new OptimizerLedger(
            optimizer, eta, 0, w, g, mu == 0 ? 0 : first, v, 0, 0, w, w - eta * way);
      }
      case Adagrad(var _, var epsilon) -> {
        var s = first + g * g;
        var next = w - eta * g / (StrictMath.sqrt(s) + epsilon);
        yield new OptimizerLedger(optimizer, eta, 0, w, g, 0, 0, first, s, w, next);
      }
      case RmsProp(var _, var rho, var epsilon) -> {
        var s = rho * first + (1 - rho) * g * g;
        var next = w - eta * g / (StrictMath.sqrt(s) + epsilon);
        yield new OptimizerLedger(optimizer, eta, 0, w, g, 0, 0, first, s, w, next);
      }
      case Adam adam -> adam(optimizer, adam, 0, eta, stepsBefore + 1, w, g, first, second);
      case AdamW(var rate, var beta1, var beta2, var epsilon, var decay) ->
          adam(
              optimizer,
              new Adam(rate, beta1, beta2, epsilon),
              decay,
              eta,
              stepsBefore + 1,
              w,
              g,
              first,
              second);
    };
  }

  private static OptimizerLedger adam(
      OptimizerConfig optimizer,
      Adam adam,
      double decay,
      double eta,
      long t,
      double w,
      double g,
      double first,
      double second) {
    var m = adam.beta1() * first + (1 - adam.beta1()) * g;
    var v = adam.beta2() * second + (1 - adam.beta2()) * g * g;
    var decayed = w - eta * decay * w;
    var mean = m / (1 - StrictMath.pow(adam.beta1(), (double) t));
    var squares = v / (1 - StrictMath.pow(adam.beta2(), (double) t));
    var next = decayed - eta * mean / (StrictMath.sqrt(squares) + adam.epsilon());
    return new OptimizerLedger(optimizer, eta, t, w, g, first, m, second, v, decayed, next);
  }

  /** What words tell the rule by: its id, and of gradient descent what becomes of its momentum. */
  public String rule() {
    return optimizer instanceof Sgd(var _, var momentum, var nesterov) && momentum > 0
        ? nesterov ? "nesterov" : "momentum"
        : optimizer.id();
  }

  /** Whether the rate is the one that was chosen, and not what a schedule made of it. */
  public boolean hasChosenRate() {
    return learningRate == optimizer.learningRate();
  }

  /** How far the weight moves. */
  public double change() {
    return newWeight - weight;
  }

  /** How far plain gradient descent would move it: −ηg. */
  public double plainChange() {
    return -learningRate * gradient;
  }

  /**
   * The rate with which plain gradient descent would make this change, −change / g; NaN where the
   * gradient is 0.
   */
  public double effectiveRate() {
    return gradient == 0 ? Double.NaN : -change() / gradient;
  }

  /** Adam's bias correction of the mean, 1 − β₁ᵗ; 1 for the others. */
  public double meanCorrection() {
    return switch (optimizer) {
      case Adam adam -> 1 - StrictMath.pow(adam.beta1(), (double) steps);
      case AdamW adam -> 1 - StrictMath.pow(adam.beta1(), (double) steps);
      case Sgd _, Adagrad _, RmsProp _ -> 1;
    };
  }

  /** Adam's bias correction of the squares, 1 − β₂ᵗ; 1 for the others. */
  public double squaresCorrection() {
    return switch (optimizer) {
      case Adam adam -> 1 - StrictMath.pow(adam.beta2(), (double) steps);
      case AdamW adam -> 1 - StrictMath.pow(adam.beta2(), (double) steps);
      case Sgd _, Adagrad _, RmsProp _ -> 1;
    };
  }
}
