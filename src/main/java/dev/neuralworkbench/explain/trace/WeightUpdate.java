package dev.neuralworkbench.explain.trace;

import dev.neuralworkbench.formula.Assignment;
import dev.neuralworkbench.formula.Expression.Sum;
import dev.neuralworkbench.formula.Formula;
import dev.neuralworkbench.formula.UpdateRule;
import java.util.List;

/** From gradients to new weights: penalty, clipping, optimizer, max-norm. */
public final class WeightUpdate {

  private final StepSetting setting;
  private final WeightNumbers weights;
  private final WeightNumbers gradients;
  private final Formula penalty;

  /** √Σg² over all weights and biases, after the penalty. */
  public final double norm;

  private final UpdateRule rule;
  private final double[][] lengths; // by layer and unit
  final WeightNumbers newWeights;

  /**
   * @param gradients their gradients, without the penalty
   */
  WeightUpdate(StepSetting setting, WeightNumbers weights, WeightNumbers gradients) {
    this.setting = setting;
    this.weights = weights;
    this.gradients = gradients;
    var terms = setting.config().penalty().terms(Assignment.WEIGHT);
    penalty = Formula.of(new Sum(terms), List.of(Assignment.WEIGHT));
    norm = length();
    rule = new UpdateRule(setting.config().optimizer().update(step()));
    var made = weights.map((layer, input, unit) -> ledger(layer, input, unit).newWeight());
    lengths = lengths(made);
    newWeights =
        made.map(
            (layer, input, unit) ->
                input == NetworkLocation.BIAS
                    ? made.get(layer, input, unit)
                    : limitFactor(layer, unit) * made.get(layer, input, unit));
  }

  private double length() {
    var sum = 0.0;
    for (var l = 0; l < weights.count(); l++) {
      sum += squares(l);
    }
    return StrictMath.sqrt(sum);
  }

  private static double[][] lengths(WeightNumbers made) {
    var lengths = new double[made.count()][];
    for (var l = 0; l < lengths.length; l++) {
      lengths[l] = new double[made.units(l)];
      for (var unit = 0; unit < lengths[l].length; unit++) {
        var sum = 0.0;
        for (var input = 0; input < made.inputs(l); input++) {
          sum += made.get(l, input, unit) * made.get(l, input, unit);
        }
        lengths[l][unit] = StrictMath.sqrt(sum);
      }
    }
    return lengths;
  }

  /** The penalty's share; 0 for a bias. */
  private double penalty(int layer, int input, int unit) {
    return input == NetworkLocation.BIAS
        ? 0
        : penalty.value(new double[] {weights.get(layer, input, unit)});
  }

  public double penalized(int layer, int input, int unit) {
    return gradients.get(layer, input, unit) + penalty(layer, input, unit);
  }

  /** Σg² over the weights and biases of a layer, after the penalty. */
  public double squares(int layer) {
    var sum = 0.0;
    for (var input = NetworkLocation.BIAS; input < weights.inputs(layer); input++) {
      for (var unit = 0; unit < weights.units(layer); unit++) {
        var g = penalized(layer, input, unit);
        sum += g * g;
      }
    }
    return sum;
  }

  /** The factor of clipping: the longest norm over the norm where that is longer, otherwise 1. */
  public double clipFactor() {
    var longest = setting.config().clipNorm();
    return longest > 0 && norm > longest ? longest / norm : 1;
  }

  public double penalized(NetworkLocation place) {
    return penalized(place.layer(), place.input(), place.unit());
  }

  /** The gradient that the optimizer sees. */
  public double clipped(NetworkLocation place) {
    return penalized(place) * clipFactor();
  }

  public OptimizerLedger ledger(NetworkLocation place) {
    return ledger(place.layer(), place.input(), place.unit());
  }

  /** What the optimizer makes of it; {@link #limitFactor} may scale its new weight back. */
  public OptimizerLedger ledger(int layer, int input, int unit) {
    var slots = setting.optimizer().slots();
    var remembered = new double[slots.size()];
    for (var i = 0; i < remembered.length; i++) {
      remembered[i] = slots.get(i).weight(layer, input, unit);
    }
    var numbers =
        rule.numbers(
            weights.get(layer, input, unit),
            penalized(layer, input, unit) * clipFactor(),
            setting.learningRate(),
            remembered);
    return new OptimizerLedger(setting.config().optimizer(), step(), rule, numbers);
  }

  /** √Σu² over the weights that the optimizer makes into a unit, without the bias. */
  public double length(int layer, int unit) {
    return lengths[layer][unit];
  }

  /** The factor of max-norm: the limit over the length where that is longer, otherwise 1. */
  public double limitFactor(int layer, int unit) {
    var longest = setting.config().unitNorm();
    var length = length(layer, unit);
    return longest > 0 && length > longest ? longest / length : 1;
  }

  private long step() {
    return setting.optimizer().steps() + 1;
  }
}
