package dev.neuralworkbench.nn;

import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Initializer;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import java.util.List;

/**
 * A fully connected layer: Y = f(XW + b).
 *
 * @param units number of units, in {@link #UNITS}
 * @param activation the function f
 * @param initializer how W starts; b starts at 0
 */
public record DenseDesign(int units, Activation activation, Initializer initializer)
    implements LayerDesign {

  /** Allowed units of a layer. */
  public static final Range UNITS = Range.whole(1, 65_536);

  /** A layer whose initializer suits its activation: He for the ReLU family, otherwise Glorot. */
  public static DenseDesign of(int units, Activation activation) {
    return new DenseDesign(units, activation, activation.suited());
  }

  /** The same layer with another number of units. */
  public DenseDesign withUnits(int units) {
    return new DenseDesign(units, activation, initializer);
  }

  /** The same layer with another activation. */
  public DenseDesign withActivation(Activation activation) {
    return new DenseDesign(units, activation, initializer);
  }

  /** The same layer with another initializer. */
  public DenseDesign withInitializer(Initializer initializer) {
    return new DenseDesign(units, activation, initializer);
  }

  @Override
  public List<Problem> problems(String component) {
    return UNITS.problems(component + ".units", units);
  }
}
