package dev.neuralworkbench.ui.drawing;

import dev.neuralworkbench.data.ClassTarget;
import dev.neuralworkbench.data.NumberTarget;
import dev.neuralworkbench.data.TargetEncoder;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.Predictor;
import dev.neuralworkbench.nn.ProblemType;
import dev.neuralworkbench.nn.blas.Products;
import org.ejml.data.FMatrixRMaj;

/** Answers of a network, with any weights, to the same prepared rows. One owner thread. */
final class Answers {

  private final FMatrixRMaj inputs;
  private final FMatrixRMaj outputs;
  private final NetworkDesign design;
  private final TargetEncoder target;
  private final Products products;

  /**
   * @param inputs (rows × prepared inputs). Not modified.
   */
  Answers(FMatrixRMaj inputs, NetworkDesign design, TargetEncoder target, Products products) {
    this.inputs = inputs;
    this.design = design;
    this.target = target;
    this.products = products;
    outputs = new FMatrixRMaj(inputs.numRows, outputs(design, target));
  }

  /** Number of outputs of a network of this design for this target. */
  static int outputs(NetworkDesign design, TargetEncoder target) {
    return switch (target) {
      case ClassTarget classes ->
          design.loss().outputs(ProblemType.CLASSIFICATION, classes.classes().size());
      case NumberTarget _ -> 1;
    };
  }

  /** Answers with these weights. */
  void answer(NetworkWeights weights) {
    Predictor.of(inputs.numCols, outputs.numCols, design, weights, products)
        .predict(inputs, outputs);
  }

  int rows() {
    return inputs.numRows;
  }

  /** Class of a row, or its number in the user's units. */
  float shade(int row) {
    return switch (target) {
      case NumberTarget number -> (float) number.decode(outputs.data[row]);
      case ClassTarget _ -> winner(row);
    };
  }

  /** Probability of a row's class; 1 for numbers. */
  float certainty(int row) {
    return target instanceof NumberTarget ? 1 : (float) probability(row, winner(row));
  }

  /** Probability of a class for a row. */
  double probability(int row, int index) {
    if (outputs.numCols == 1) {
      var second = Math.clamp(outputs.data[row], 0, 1);
      return index == 1 ? second : 1 - second;
    }
    return Math.clamp(outputs.data[row * outputs.numCols + index], 0, 1);
  }

  private int winner(int row) {
    if (outputs.numCols == 1) {
      return outputs.data[row] >= 0.5f ? 1 : 0;
    }
    var winner = 0;
    for (var i = 1; i < outputs.numCols; i++) {
      if (outputs.data[row * outputs.numCols + i] > outputs.data[row * outputs.numCols + winner]) {
        winner = i;
      }
    }
    return winner;
  }
}
