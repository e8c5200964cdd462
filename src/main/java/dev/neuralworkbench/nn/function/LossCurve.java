package dev.neuralworkbench.nn.function;

import dev.neuralworkbench.formula.Expression.Letter;
import dev.neuralworkbench.formula.Formula;
import java.util.Arrays;
import java.util.List;

/**
 * A loss in double, of one row. Conventions as in {@code nn}: all but categorical cross-entropy are
 * averaged over the outputs; the cross-entropies work on logits.
 */
public final class LossCurve {

  private final Loss loss;
  private final Formula formula;
  private final Formula derivative;

  /** The curve of a loss, by its formulas. */
  public LossCurve(Loss loss) {
    this.loss = loss;
    var prediction = Letter.of("ŷ");
    var target = Letter.of("y");
    formula = Formula.of(loss.formula(prediction, target), List.of(prediction, target));
    derivative = Formula.of(loss.derivative(prediction), List.of(prediction));
  }

  /**
   * What is compared with the targets: probabilities where the loss owns its output function,
   * otherwise the outputs themselves.
   *
   * @param outputs of the last layer. Not modified.
   * @return the caller's own
   */
  public double[] predictions(double[] outputs) {
    var all = outputs.clone();
    loss.outputFunction.apply(all, 1, all.length);
    return all;
  }

  /**
   * The loss of a row.
   *
   * @param outputs of the last layer, (outputs). Not modified.
   * @param targets (outputs). Not modified.
   */
  public double value(double[] outputs, double[] targets) {
    var sum = 0.0;
    if (loss.outputFunction == OutputFunction.SOFTMAX) {
      var most = Arrays.stream(outputs).max().orElseThrow();
      var exponentials = 0.0;
      for (var k = 0; k < outputs.length; k++) {
        exponentials += StrictMath.exp(outputs[k] - most);
        sum -= targets[k] * (outputs[k] - most);
      }
      return sum + StrictMath.log(exponentials);
    }
    for (var k = 0; k < outputs.length; k++) {
      sum +=
          loss.outputFunction == OutputFunction.SIGMOID
              ? binary(outputs[k], targets[k])
              : formula.value(new double[] {outputs[k], targets[k]});
    }
    return sum / outputs.length;
  }

  /** By the logit, for 1 − σ(z) may have no digits left. */
  private static double binary(double z, double target) {
    return StrictMath.max(z, 0) + StrictMath.log1p(StrictMath.exp(-StrictMath.abs(z))) - target * z;
  }

  /**
   * dL/d(output) of one output of a row.
   *
   * @param prediction of {@link #predictions}
   * @param outputs number of outputs
   */
  public double slope(double prediction, double target, int outputs) {
    var slope = derivative.value(new double[] {prediction - target});
    return loss.averages() ? slope / outputs : slope;
  }
}
