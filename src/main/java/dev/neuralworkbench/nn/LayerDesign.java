package dev.neuralworkbench.nn;

import dev.neuralworkbench.problem.Problem;
import java.util.List;

/** One hidden layer as a user designs it. */
public sealed interface LayerDesign permits DenseDesign, DropoutDesign {

  /**
   * What is wrong with this layer alone.
   *
   * @param component address of the layer, such as {@code network.hidden[1]}
   */
  List<Problem> problems(String component);
}
