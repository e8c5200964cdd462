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
   * What is told of classes: their probabilities, or which is the most probable.
   *
   * @param logits one a class; a single one is that of the second of two
   * @param names the classes in the order of the logits; none where they are not told
   */
  record Classes(Affine logits, boolean areShares, List<String> names) implements GraphValue {

    Classes named(List<String> by) {
      return new Classes(logits, areShares, by);
    }
  }
}
