package dev.neuralworkbench.explain.maths;

import dev.neuralworkbench.formula.Maths;
import dev.neuralworkbench.formula.Maths.Call;
import dev.neuralworkbench.formula.Maths.Cases;
import dev.neuralworkbench.formula.Maths.Constant;
import dev.neuralworkbench.formula.Maths.Difference;
import dev.neuralworkbench.formula.Maths.Fraction;
import dev.neuralworkbench.formula.Maths.Negative;
import dev.neuralworkbench.formula.Maths.Power;
import dev.neuralworkbench.formula.Maths.Product;
import dev.neuralworkbench.formula.Maths.Quantity;
import dev.neuralworkbench.formula.Maths.Root;
import dev.neuralworkbench.formula.Maths.Sum;
import dev.neuralworkbench.formula.NamedFunction;
import dev.neuralworkbench.nn.function.Activation;
import java.util.List;

/** The formulas of the activations and of their derivatives. */
public final class ActivationMaths {

  /** Slope of the leaky ReLU left of 0. */
  static final double LEAK = 0.01;

  private static final Constant ZERO = new Constant(0);
  private static final Constant ONE = new Constant(1);
  private static final Constant TWO = new Constant(2);
  private static final Constant HALF = new Constant(0.5);

  private ActivationMaths() {}

  /** f(z). */
  public static Maths value(Activation activation, Quantity z) {
    return switch (activation) {
      case IDENTITY -> z;
      case SIGMOID -> sigmoid(z);
      case TANH -> new Call(NamedFunction.TANH, List.of(z));
      case RELU -> new Call(NamedFunction.MAX, List.of(ZERO, z));
      case LEAKY_RELU -> cases(z, z, new Product(List.of(new Constant(LEAK), z)));
      case ELU -> cases(z, z, new Difference(exp(z), ONE));
      case GELU -> new Product(List.of(z, HALF, distribution(z)));
      case SOFTPLUS -> new Call(NamedFunction.LN, List.of(new Sum(List.of(ONE, exp(z)))));
    };
  }

  /** f′(z), by z or by y = f(z). */
  public static Maths slope(Activation activation, Quantity z, Quantity y) {
    return switch (activation) {
      case IDENTITY -> ONE;
      case SIGMOID -> new Product(List.of(y, new Difference(ONE, y)));
      case TANH -> new Difference(ONE, new Power(y, TWO));
      case RELU -> cases(z, ONE, ZERO);
      case LEAKY_RELU -> cases(z, ONE, new Constant(LEAK));
      case ELU -> cases(z, ONE, new Sum(List.of(y, ONE)));
      case GELU ->
          new Sum(
              List.of(
                  new Product(List.of(HALF, distribution(z))),
                  new Product(List.of(z, density(z)))));
      case SOFTPLUS -> sigmoid(z);
    };
  }

  /** 1 + erf(z / √2), twice the share of a normal distribution that lies below z. */
  private static Maths distribution(Quantity z) {
    var share = new Call(NamedFunction.ERF, List.of(new Fraction(z, new Root(TWO))));
    return new Sum(List.of(ONE, share));
  }

  /** e^(−z²/2) / √(2π), the density of a normal distribution. */
  private static Maths density(Quantity z) {
    var pi = Quantity.of(Maths.Letter.of("π"), StrictMath.PI);
    return new Fraction(
        exp(new Negative(new Fraction(new Power(z, TWO), TWO))),
        new Root(new Product(List.of(TWO, pi))));
  }

  /** 1 / (1 + e⁻ᶻ). */
  public static Maths sigmoid(Quantity z) {
    return new Fraction(ONE, new Sum(List.of(ONE, exp(new Negative(z)))));
  }

  /** eˣ. */
  public static Maths exp(Maths x) {
    return new Call(NamedFunction.EXP, List.of(x));
  }

  private static Maths cases(Quantity z, Maths above, Maths below) {
    return new Cases(above, "z > 0", below, "z ≤ 0", z);
  }
}
