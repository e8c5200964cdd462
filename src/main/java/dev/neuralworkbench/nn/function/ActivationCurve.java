package dev.neuralworkbench.nn.function;

import dev.neuralworkbench.formula.Expression.Letter;
import dev.neuralworkbench.formula.Formula;
import java.util.List;

/** An activation and its derivative in double; a seam, so that a test can plant a wrong one. */
public interface ActivationCurve {

  /** f(z). */
  double value(double z);

  /**
   * f′(z).
   *
   * @param y f(z)
   */
  double slope(double z, double y);

  /** Whether f′ jumps at z = 0. */
  boolean hasKink();

  /** The curve of an activation, by its formulas. */
  static ActivationCurve of(Activation activation) {
    var z = Letter.of("z");
    var y = Letter.of("y");
    var letters = List.of(z, y);
    return new Plain(
        Formula.of(activation.formula(z), letters),
        Formula.of(activation.derivative(z, y), letters),
        activation.hasKink());
  }

  /** The curve as it is. */
  record Plain(Formula formula, Formula derivative, boolean hasKink) implements ActivationCurve {

    @Override
    public double value(double z) {
      return formula.value(new double[] {z, Double.NaN});
    }

    @Override
    public double slope(double z, double y) {
      return derivative.value(new double[] {z, y});
    }
  }
}
