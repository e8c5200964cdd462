package dev.neuralworkbench.baseline;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.nn.function.OutputFunction;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;

/** An answer without a network, learned from training rows. Immutable. */
public sealed interface Baseline
    permits Baseline.Majority, Baseline.Mean, LeastSquares, LogisticRegression {

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

  /** The most frequent class of the training rows, with the share of every class as probability. */
  final class Majority implements Baseline {

    private final float[] shares;

    private Majority(float[] shares) {
      this.shares = shares;
    }

    /**
     * Counts.
     *
     * @param targets at least one row
     */
    public static Majority of(ClassTargets targets) {
      var counts = new int[targets.classCount()];
      for (var index : targets.classes()) {
        counts[index]++;
      }
      var shares = new float[counts.length];
      for (var c = 0; c < counts.length; c++) {
        shares[c] = (float) (counts[c] / (double) targets.rows());
      }
      return new Majority(shares);
    }

    @Override
    public FMatrixRMaj outputs(FMatrixRMaj inputs) {
      var probabilities = new FMatrixRMaj(inputs.numRows, shares.length);
      for (var row = 0; row < inputs.numRows; row++) {
        System.arraycopy(shares, 0, probabilities.data, row * shares.length, shares.length);
      }
      return probabilities;
    }
  }

  /** The mean target of the training rows. */
  final class Mean implements Baseline {

    private final double mean;

    private Mean(double mean) {
      this.mean = mean;
    }

    /**
     * Takes the mean.
     *
     * @param targets at least one row of one number
     */
    public static Mean of(ValueTargets targets) {
      var sum = 0.0;
      for (var row = 0; row < targets.rows(); row++) {
        sum += targets.values().get(row, 0);
      }
      return new Mean(sum / targets.rows());
    }

    @Override
    public FMatrixRMaj outputs(FMatrixRMaj inputs) {
      var values = new FMatrixRMaj(inputs.numRows, 1);
      values.fill((float) mean);
      return values;
    }
  }
}
