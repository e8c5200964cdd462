package dev.neuralworkbench.ui.drawing.map;

import dev.neuralworkbench.data.encode.ClassTarget;
import dev.neuralworkbench.data.encode.NumberTarget;
import dev.neuralworkbench.data.encode.TargetEncoder;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.Predictor;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.nn.function.ProblemType;
import org.ejml.data.FMatrixRMaj;

/** Answers of a network, with any weights, to the same prepared rows. One owner thread. */
final class GridAnswers {

  private final FMatrixRMaj inputs;
  private final FMatrixRMaj outputs;
  private final NetworkDesign design;
  private final TargetEncoder target;
  private final Products products;
  private final Answers answers;

  /** Inputs are (rows × prepared inputs), not modified. */
  GridAnswers(FMatrixRMaj inputs, NetworkDesign design, TargetEncoder target, Products products) {
    this.inputs = inputs;
    this.design = design;
    this.target = target;
    this.products = products;
    outputs = new FMatrixRMaj(inputs.numRows, outputs(design, target));
    answers = new Answers(target, outputs, design.loss().outputFunction());
  }

  static int outputs(NetworkDesign design, TargetEncoder target) {
    return switch (target) {
      case ClassTarget classes ->
          design.loss().outputs(ProblemType.CLASSIFICATION, classes.classes().size());
      case NumberTarget _ -> 1;
    };
  }

  void answer(NetworkWeights weights) {
    Predictor.of(inputs.numCols, outputs.numCols, design, weights, products)
        .outputs(inputs, outputs);
  }

  int rows() {
    return inputs.numRows;
  }

  float shade(int row) {
    if (!answers.isAnswered(row)) {
      return Float.NaN;
    }
    return switch (target) {
      case NumberTarget _ -> (float) answers.number(row);
      case ClassTarget _ -> answers.predictedClass(row);
    };
  }

  /** Probability of a row's class; 1 for numbers, 0 where there is no answer. */
  float certainty(int row) {
    if (!answers.isAnswered(row)) {
      return 0;
    }
    return switch (target) {
      case NumberTarget _ -> 1;
      case ClassTarget _ -> answers.probability(row, answers.predictedClass(row));
    };
  }

  float probability(int row, int index) {
    return answers.probability(row, index);
  }
}
