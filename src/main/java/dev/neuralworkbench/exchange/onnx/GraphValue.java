package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.problem.Problem;
import java.util.List;

/** What a value of a graph is known to be for any row: not its numbers but how they are made. */
sealed interface GraphValue {

  /** The same for every row. */
  record Fixed(Tensor tensor) implements GraphValue {}

  /** A shape, or what is made of one. */
  record Shape() implements GraphValue {}

  /**
   * f(z) of sums z, the same f for each.
   *
   * @param curve f at the {@linkplain Curve#points points}, by which it is recognized
   * @param isFlat whether it is a row; otherwise an image or another grid of the same numbers
   * @param unlike what is wrong if f is no activation
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
  record Row(Affine z, double[] curve, boolean isFlat, Problem unlike) implements GraphValue {}

  /**
   * Probabilities of classes.
   *
   * @param of the logits, one a class; or where {@code isPair} that of the second of two classes
   */
  record Shares(Affine of, boolean isPair) implements GraphValue {}

  /**
   * The class of the largest number.
   *
   * @param names the classes in the order of the numbers; none where they are not told
   */
  record Best(Affine of, boolean isPair, List<String> names) implements GraphValue {}
}
