package dev.neuralworkbench.nn.function;

import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.Expression.Abs;
import dev.neuralworkbench.formula.Expression.Cases;
import dev.neuralworkbench.formula.Expression.Negative;
import dev.neuralworkbench.formula.NamedFunction;
import dev.neuralworkbench.nn.function.LossFunction.OfErrors;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The number that training makes small: how far outputs are from targets. */
@SuppressWarnings("ImmutableEnumChecker") // The functions have no state.
public enum Loss {
  /** (ŷ − y)², averaged over outputs. */
  MEAN_SQUARED_ERROR(
      new OfErrors(e -> e * e, 2, e -> e),
      OutputFunction.IDENTITY,
      (prediction, target) -> prediction.minus(target).power(Expression.number(2)),
      error -> Expression.product(Expression.number(2), error)),

  /** |ŷ − y|, averaged over outputs. */
  MEAN_ABSOLUTE_ERROR(
      new OfErrors(Math::abs, 1, Math::signum),
      OutputFunction.IDENTITY,
      (prediction, target) -> new Abs(prediction.minus(target)),
      error -> Expression.call(NamedFunction.SIGN, error)),

  /** (ŷ − y)² / 2 where |ŷ − y| ≤ 1, otherwise |ŷ − y| − 1/2; averaged over outputs. */
  HUBER(
      new OfErrors(Loss::huber, 1, e -> Math.clamp(e, -1.0, 1.0)),
      OutputFunction.IDENTITY,
      (prediction, target) -> huber(prediction.minus(target)),
      error ->
          Expression.call(
              NamedFunction.MAX,
              Expression.number(-1),
              Expression.call(NamedFunction.MIN, Expression.number(1), error))),

  /** −y log σ(z) − (1 − y) log(1 − σ(z)) on logits z, averaged over outputs; y is 0 or 1. */
  BINARY_CROSS_ENTROPY(
      new LossFunction.BinaryCrossEntropy(0),
      OutputFunction.SIGMOID,
      (prediction, target) -> {
        var one = Expression.number(1);
        return new Negative(Expression.product(target, ln(prediction)))
            .minus(Expression.product(one.minus(target), ln(one.minus(prediction))));
      },
      error -> error),

  /** −Σ yₖ log softmax(z)ₖ on logits z; y is one-hot. */
  CATEGORICAL_CROSS_ENTROPY(
      new CategoricalCrossEntropy(0),
      OutputFunction.SOFTMAX,
      (prediction, target) -> new Negative(Expression.product(target, ln(prediction))),
      error -> error);

  private final LossFunction function;

  /** What becomes of the outputs before they are compared. */
  public final OutputFunction outputFunction;

  private final BinaryOperator<Expression> formula;

  private final UnaryOperator<Expression> derivative;

  Loss(
      LossFunction function,
      OutputFunction outputFunction,
      BinaryOperator<Expression> formula,
      UnaryOperator<Expression> derivative) {
    this.function = function;
    this.outputFunction = outputFunction;
    this.formula = formula;
    this.derivative = derivative;
  }

  /** The share of one output as a formula; {@link #averages} says what becomes of all. */
  public Expression formula(Expression prediction, Expression target) {
    return formula.apply(prediction, target);
  }

  /**
   * Its derivative as a formula: with respect to the output, or to the logit where the loss {@link
   * #ownsOutputFunction}: the derivatives of logarithm and output function cancel.
   *
   * @param error ŷ − y
   */
  public Expression derivative(Expression error) {
    return derivative.apply(error);
  }

  /** Whether the derivative jumps where ŷ = y. */
  public boolean hasKink() {
    return this == MEAN_ABSOLUTE_ERROR;
  }

  /** Whether the shares of the outputs are averaged; otherwise they are added up. */
  public boolean averages() {
    return outputFunction != OutputFunction.SOFTMAX;
  }

  /** Whether the loss works on logits and owns the output function, sigmoid or softmax. */
  public boolean ownsOutputFunction() {
    return outputFunction != OutputFunction.IDENTITY;
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

  /** What a network asks of it, with its targets as they are. */
  public LossFunction function() {
    return function;
  }

  /**
   * What a network that learns asks of it.
   *
   * @param smoothing α: each target becomes (1 − α)y + α / K, K the classes; 0 where the loss does
   *     not own its output function
   */
  public LossFunction function(double smoothing) {
    return switch (outputFunction) {
      case IDENTITY -> function;
      case SIGMOID -> new LossFunction.BinaryCrossEntropy(smoothing);
      case SOFTMAX -> new CategoricalCrossEntropy(smoothing);
    };
  }

  /** Both branches in one: with n = min(|e|, 1), n²/2 + (|e| − n). */
  private static double huber(double error) {
    var size = Math.abs(error);
    var near = Math.min(size, 1);
    return 0.5 * near * near + (size - near);
  }

  private static Expression huber(Expression error) {
    var half = Expression.number(0.5);
    var size = new Abs(error);
    return new Cases(
        Expression.product(half, error.power(Expression.number(2))),
        "|ŷ − y| ≤ 1",
        size.minus(half),
        "|ŷ − y| > 1",
        // Above 0 where the size is 1, too.
        Expression.number(StrictMath.nextUp(1.0)).minus(size));
  }

  private static Expression ln(Expression of) {
    return Expression.call(NamedFunction.LN, of);
  }
}
