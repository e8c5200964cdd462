package dev.neuralworkbench.nn.function;

import dev.neuralworkbench.problem.Ids;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;

/** The number that training makes small: how far outputs are from targets. */
public enum Loss {
  /** (ŷ − y)², averaged over outputs. */
  MEAN_SQUARED_ERROR(new SquaredError()),
  /** |ŷ − y|, averaged over outputs. */
  MEAN_ABSOLUTE_ERROR(new AbsoluteError()),
  /** (ŷ − y)² / 2 where |ŷ − y| ≤ 1, otherwise |ŷ − y| − 1/2; averaged over outputs. */
  HUBER(new HuberLoss()),
  /** −y log σ(z) − (1 − y) log(1 − σ(z)) on logits z, averaged over outputs; y is 0 or 1. */
  BINARY_CROSS_ENTROPY(new BinaryCrossEntropy()),
  /** −Σ yₖ log softmax(z)ₖ on logits z; y is one-hot. */
  CATEGORICAL_CROSS_ENTROPY(new CategoricalCrossEntropy());

  // The functions have no state.
  @SuppressWarnings("ImmutableEnumChecker")
  private final LossFunction function;

  Loss(LossFunction function) {
    this.function = function;
  }

  /** Name in files and on the command line: {@code binary_cross_entropy}. */
  public String id() {
    return Ids.of(this);
  }

  /** The loss of that name; empty if there is none. */
  public static Optional<Loss> ofId(String id) {
    return Ids.find(Loss.class, id);
  }

  /** Whether the loss works on logits and owns the output function, sigmoid or softmax. */
  public boolean ownsOutputFunction() {
    return this == BINARY_CROSS_ENTROPY || this == CATEGORICAL_CROSS_ENTROPY;
  }

  /**
   * Whether the loss can judge such a target. Squared error may judge classes too, for the
   * textbook's XOR with a sigmoid output.
   *
   * @param classes number of classes; ignored for regression
   */
  public boolean fits(ProblemType problem, int classes) {
    return switch (this) {
      case MEAN_SQUARED_ERROR -> true;
      case MEAN_ABSOLUTE_ERROR, HUBER -> problem == ProblemType.REGRESSION;
      case BINARY_CROSS_ENTROPY -> problem == ProblemType.CLASSIFICATION && classes <= 2;
      case CATEGORICAL_CROSS_ENTROPY -> problem == ProblemType.CLASSIFICATION;
    };
  }

  /** All losses that fit, the usual one first. */
  public static List<Loss> fitting(ProblemType problem, int classes) {
    var usual = usual(problem, classes);
    return Stream.concat(Stream.of(usual), Stream.of(values()).filter(loss -> loss != usual))
        .filter(loss -> loss.fits(problem, classes))
        .toList();
  }

  /** Squared error for numbers, binary cross-entropy for two classes, categorical for more. */
  public static Loss usual(ProblemType problem, int classes) {
    return switch (problem) {
      case REGRESSION -> MEAN_SQUARED_ERROR;
      case CLASSIFICATION -> classes <= 2 ? BINARY_CROSS_ENTROPY : CATEGORICAL_CROSS_ENTROPY;
    };
  }

  /**
   * Number of outputs of the network: one for a number, one for two classes (unless the loss is
   * categorical), otherwise one a class.
   *
   * @param classes number of classes; ignored for regression
   */
  public int outputs(ProblemType problem, int classes) {
    return switch (problem) {
      case REGRESSION -> 1;
      case CLASSIFICATION -> classes <= 2 && this != CATEGORICAL_CROSS_ENTROPY ? 1 : classes;
    };
  }

  /**
   * Sum of the losses of the first rows.
   *
   * @param outputs Ŷ, or logits where {@link #ownsOutputFunction}, (at least rows × outputs). Not
   *     modified.
   * @param targets Y, (at least rows × outputs). Not modified.
   */
  public double sum(FMatrixRMaj outputs, FMatrixRMaj targets, int rows) {
    return function.sum(outputs.data, targets.data, rows, outputs.numCols);
  }

  /**
   * Turns outputs into predictions, row by row: probabilities by sigmoid or softmax where {@link
   * #ownsOutputFunction}, otherwise nothing changes.
   *
   * @param outputs (rows × outputs). Modified.
   */
  public void applyOutputFunction(FMatrixRMaj outputs) {
    function.applyOutputFunction(outputs.data, outputs.numRows, outputs.numCols);
  }

  public LossFunction function() {
    return function;
  }
}
