package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.nn.function.Activation;
import java.util.List;

/** What a value of a graph is known to be, of any row: not its numbers but how they are made. */
sealed interface GraphValue {

  /** The same for every row. */
  record Fixed(Tensor tensor) implements GraphValue {}

  /**
   * Sums that no activation has closed yet.
   *
   * @param isFlat whether it is a row; otherwise an image or another grid of the same numbers
   */
  record Sums(Affine of, boolean isFlat) implements GraphValue {}

  /** factor · f(z) + shift: a layer, unless what follows makes another activation of it. */
  record Activated(Activation f, Affine z, double factor, double shift) implements GraphValue {

    Activated scaled(double by, double plus) {
      return new Activated(f, z, factor * by, shift * by + plus);
    }
  }

  /**
   * What an activation multiplies z with, factor · g(z) + shift: of GELU g(z) = erf(z / √2), of
   * Mish g(z) = tanh(softplus(z)).
   */
  record Gate(Activation of, Affine z, double factor, double shift) implements GraphValue {

    Gate scaled(double by, double plus) {
      return new Gate(of, z, factor * by, shift * by + plus);
    }
  }

  /**
   * Probabilities of classes.
   *
   * @param of the logits, one a class; or where {@code isPair} that of the second of two classes
   */
  record Shares(Affine of, boolean isPair) implements GraphValue {}

  /**
   * The class of the largest number.
   *
   * @param of as of {@link Shares}
   * @param names the classes in the order of the numbers; none where they are not told
   */
  record Best(Affine of, boolean isPair, List<String> names) implements GraphValue {}
}
