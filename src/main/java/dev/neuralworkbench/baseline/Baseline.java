package dev.neuralworkbench.baseline;

import dev.neuralworkbench.data.encode.ClassTargets;
import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.ValueTargets;
import dev.neuralworkbench.nn.function.OutputFunction;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;

/** An answer without a network, learned from training rows. Immutable. */
public sealed interface Baseline permits Majority, Mean, LeastSquares, LogisticRegression {

  /**
   * Answers in the form of a network's, so that they are judged alike: what {@link #outputFunction}
   * makes probabilities of, (rows × classes), or scaled numbers (rows × 1).
   *
   * @param inputs prepared inputs, (rows × inputs). Not modified.
   * @return the caller's own
   */
  FMatrixRMaj outputs(FMatrixRMaj inputs);

  /** What makes probabilities of the outputs: softmax of logits, otherwise the identity. */
  default OutputFunction outputFunction() {
    return OutputFunction.IDENTITY;
  }

  /**
   * The answer that looks at no input: the most frequent class, or the mean.
   *
   * @param training at least one row
   */
  static Baseline constant(Dataset training) {
    return switch (training.targets()) {
      case ClassTargets classes -> Majority.of(classes);
      case ValueTargets values -> Mean.of(values);
    };
  }

  /**
   * The linear model: logistic regression for classes, least squares for numbers.
   *
   * @param training at least one row
   * @return empty where so many inputs and classes would take too long
   */
  static Optional<Baseline> linear(Dataset training) {
    return switch (training.targets()) {
      case ClassTargets classes ->
          LogisticRegression.isFeasible(training.rows(), training.inputs().numCols, classes)
              ? Optional.of(LogisticRegression.of(training.inputs(), classes))
              : Optional.empty();
      case ValueTargets values ->
          LeastSquares.isFeasible(training.rows(), training.inputs().numCols)
              ? Optional.of(LeastSquares.of(training.inputs(), values))
              : Optional.empty();
    };
  }
}
