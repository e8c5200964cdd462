package dev.neuralworkbench.nn;

import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Initializer;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import java.util.List;

/** One hidden layer as a user designs it. */
public sealed interface LayerDesign {

  /**
   * What is wrong with this layer alone.
   *
   * @param component address of the layer, such as {@code network.hidden[1]}
   */
  default List<Problem> problems(String component) {
    return switch (this) {
      case DenseDesign dense -> DenseDesign.UNITS.problems(component + ".units", dense.units);
      case DropoutDesign(var rate) -> DropoutDesign.RATE.problems(component + ".rate", rate);
    };
  }

  /**
   * A fully connected layer: Y = f(XW + b).
   *
   * @param units number of units, in {@link #UNITS}
   * @param activation the function f
   * @param initializer how W starts; b starts at 0
   */
  record DenseDesign(int units, Activation activation, Initializer initializer)
      implements LayerDesign {

    public static final Range UNITS = Range.whole(1, 65_536);

    /** A layer whose initializer suits its activation: He for the ReLU family, otherwise Glorot. */
    public static DenseDesign of(int units, Activation activation) {
      return new DenseDesign(units, activation, activation.suited());
    }

    public DenseDesign withUnits(int units) {
      return new DenseDesign(units, activation, initializer);
    }

    public DenseDesign withActivation(Activation activation) {
      return new DenseDesign(units, activation, initializer);
    }

    public DenseDesign withInitializer(Initializer initializer) {
      return new DenseDesign(units, activation, initializer);
    }
  }

  /**
   * Inverted dropout: in training each value becomes 0 with probability {@code rate}, and the
   * others are divided by 1 − rate; in prediction nothing happens. Srivastava et al. 2014.
   *
   * @param rate share dropped, in {@link #RATE}
   */
  record DropoutDesign(double rate) implements LayerDesign {

    public static final Range RATE = Range.below(0, 1);
  }
}
