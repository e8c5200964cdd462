package dev.neuralworkbench.model.answer;

import dev.neuralworkbench.data.encode.TargetEncoder;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.metrics.LogLoss;
import dev.neuralworkbench.metrics.LogOdds;
import dev.neuralworkbench.metrics.PredictedClasses;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.nn.function.OutputFunction;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * The answers for some rows, in double. What the network computed is kept as it is, logits where it
 * has them: losses and ranks are taken from these, since probabilities cannot tell the surest rows
 * apart.
 *
 * @param target what is answered
 * @param outputs outputs of the network before the loss's output function, (rows × outputs),
 *     corrected for the frequency of the classes where that is chosen. Kept, not to be modified any
 *     more.
 * @param function what makes probabilities of them; where it is the identity, classes' outputs are
 *     no logits but estimate the probabilities themselves
 * @param decision which class is answered; null for the most probable
 */
public record Answers(
    TargetEncoder target,
    DMatrixRMaj outputs,
    OutputFunction function,
    @Nullable Decision decision) {

  /** Answers of which the most probable class counts. */
  public Answers(TargetEncoder target, DMatrixRMaj outputs, OutputFunction function) {
    this(target, outputs, function, null);
  }

  /** The same, by which classes are answered otherwise. */
  public Answers decided(@Nullable Decision by) {
    return new Answers(target, outputs, function, by);
  }

  /**
   * The answers of a model that was trained with the weights of its target, corrected for them
   * where that is asked for.
   *
   * @param outputs Modified, and kept.
   */
  public static Answers trained(
      TargetEncoder target, DMatrixRMaj outputs, OutputFunction function) {
    if (target instanceof ClassTarget classes) {
      var correction = classes.correction(function != OutputFunction.IDENTITY);
      if (correction != null) {
        correction.apply(outputs);
      }
    }
    return new Answers(target, outputs, function);
  }

  public int rows() {
    return outputs.numRows;
  }

  /** Whether a row has an answer: what the network computes for it is a finite number. */
  public boolean isAnswered(int row) {
    return PredictedClasses.isFinite(outputs, row);
  }

  public int unanswered() {
    return (int) IntStream.range(0, rows()).filter(row -> !isAnswered(row)).count();
  }

  public Prediction prediction(int row) {
    if (!isAnswered(row)) {
      return new Prediction.None();
    }
    return switch (target) {
      case ClassTarget classes -> {
        var each = probabilities(row);
        var list = IntStream.range(0, each.length).mapToObj(c -> each[c]).toList();
        yield new Prediction.OfClass(predictedClass(row), classes.classes(), list);
      }
      case NumberTarget numbers -> new Prediction.OfNumber(number(row));
    };
  }

  /** Names of the classes; none for numbers. */
  public List<String> classes() {
    return switch (target) {
      case ClassTarget classes -> classes.classes();
      case NumberTarget numbers -> List.of();
    };
  }

  /** Index of the class answered for a row; {@link PredictedClasses#NONE} where none is. */
  public int predictedClass(int row) {
    return decision == null || !isAnswered(row)
        ? PredictedClasses.of(outputs, row, threshold())
        : decision.of(probabilities(row));
  }

  /** The class answered for each row; the caller's own. */
  public int[] predictedClasses() {
    return decision == null
        ? PredictedClasses.of(outputs, threshold())
        : IntStream.range(0, rows()).map(this::predictedClass).toArray();
  }

  /** What a single output must exceed to answer the second class. */
  private double threshold() {
    return isLogits() ? 0 : 0.5;
  }

  private boolean isLogits() {
    return function != OutputFunction.IDENTITY;
  }

  /** Probability of a class; NaN where there is no answer. */
  public double probability(int row, int c) {
    return probabilities(row)[c];
  }

  /**
   * Probability of each class; NaN where there is no answer. One output is that of the second
   * class; outputs of a loss without an output function are clipped to [0, 1], and where there is
   * one a class, divided by their sum.
   *
   * @return the caller's own
   */
  public double[] probabilities(int row) {
    var columns = outputs.numCols;
    var all = Arrays.copyOfRange(outputs.data, row * columns, (row + 1) * columns);
    if (isLogits()) {
      function.apply(all, 1, columns);
    } else {
      clip(all);
    }
    return columns == 1 ? new double[] {1 - all[0], all[0]} : all;
  }

  private static void clip(double[] outputs) {
    var sum = 0.0;
    for (var i = 0; i < outputs.length; i++) {
      outputs[i] = Math.clamp(outputs[i], 0, 1);
      sum += outputs[i];
    }
    for (var i = 0; i < outputs.length && outputs.length > 1 && sum > 0; i++) {
      outputs[i] /= sum;
    }
  }

  /** Scores of the classes that rank the rows: {@link LogOdds}, or outputs that are no logits. */
  public DMatrixRMaj ranks() {
    return isLogits() ? LogOdds.of(outputs) : outputs;
  }

  /**
   * Negative logarithm of the probability given to the true class, of each row.
   *
   * @param actual true class of each row. Not modified.
   */
  double[] logLosses(int[] actual) {
    return IntStream.range(0, actual.length)
        .mapToDouble(
            row ->
                isLogits()
                    ? LogLoss.ofRow(outputs, row, actual[row])
                    : LogLoss.ofProbability(probability(row, actual[row])))
        .toArray();
  }

  /** The mean of them; NaN without rows. */
  double logLoss(int[] actual) {
    var sum = 0.0;
    for (var loss : logLosses(actual)) {
      sum += loss;
    }
    return sum / actual.length;
  }

  /** The number answered for a row, in the user's units. */
  public double number(int row) {
    return switch (target) {
      case NumberTarget numbers -> numbers.decode(outputs.data[row]);
      case ClassTarget classes ->
          throw new IllegalArgumentException("expected a number, the target is " + classes.name());
    };
  }
}
