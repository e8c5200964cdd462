package dev.neuralworkbench.metrics;

import java.util.function.IntToDoubleFunction;
import java.util.function.ToLongBiFunction;
import java.util.stream.IntStream;

/**
 * A score of one class against all others, a share of counts. With n(i, j) the confusion matrix of
 * n rows: precision n(c, c) / Σᵢ n(i, c), recall n(c, c) / Σⱼ n(c, j), specificity the share of the
 * other rows that were not predicted as the class, and F1 the harmonic mean of precision and
 * recall, 2 n(c, c) / (Σᵢ n(i, c) + Σⱼ n(c, j)). A fraction without rows below the line is 0, as
 * scikit-learn has it ({@code zero_division=0}): a class never predicted earns nothing. Whoever
 * shows it says that it is 0 / 0, {@link #exists}. Averages count it as 0, too, but for the
 * specificity of a class that all rows are of, which they leave out ({@code zero_division=nan}):
 * there is no row that could have been wrong.
 */
public enum ClassScore {
  PRECISION((m, c) -> m.count(c, c), ConfusionMatrix::predicted),
  RECALL((m, c) -> m.count(c, c), ConfusionMatrix::support),
  SPECIFICITY(
      (m, c) -> m.rows() - m.support(c) - m.predicted(c) + m.count(c, c),
      (m, c) -> m.rows() - m.support(c)),
  F1((m, c) -> 2L * m.count(c, c), (m, c) -> m.predicted(c) + m.support(c));

  /** How the scores of the classes become one. */
  public enum Average {
    /** The mean of the classes that occur or were predicted: each counts the same. */
    MACRO,
    /** From the counts of all classes together: each row counts the same. */
    MICRO,
    /** The mean, weighted by the rows of each class. */
    WEIGHTED
  }

  // Functions of counts have no state.
  @SuppressWarnings("ImmutableEnumChecker")
  private final ToLongBiFunction<ConfusionMatrix, Integer> part;

  @SuppressWarnings("ImmutableEnumChecker")
  private final ToLongBiFunction<ConfusionMatrix, Integer> whole;

  ClassScore(
      ToLongBiFunction<ConfusionMatrix, Integer> part,
      ToLongBiFunction<ConfusionMatrix, Integer> whole) {
    this.part = part;
    this.whole = whole;
  }

  /** The score of a class, in [0, 1]; 0 for 0 / 0, which {@link #exists} tells. */
  public double of(ConfusionMatrix matrix, int c) {
    return share(part.applyAsLong(matrix, c), whole.applyAsLong(matrix, c));
  }

  /** Whether there are rows below the line: otherwise it is 0 / 0. */
  public boolean exists(ConfusionMatrix matrix, int c) {
    return whole.applyAsLong(matrix, c) > 0;
  }

  /**
   * The 95 % interval by Wilson; NaN where the score does not exist.
   *
   * @throws IllegalArgumentException for F1, whose counts are no independent trials
   */
  public ScoreInterval interval(ConfusionMatrix matrix, int c) {
    if (this == F1) {
      throw new IllegalArgumentException("expected a share of rows, received F1");
    }
    return ScoreInterval.wilson(part.applyAsLong(matrix, c), whole.applyAsLong(matrix, c));
  }

  /** The average over the classes that occur or were predicted; NaN where none has the score. */
  public double of(ConfusionMatrix matrix, Average average) {
    return switch (average) {
      case MICRO -> matrix.rows() == 0 ? Double.NaN : share(sum(matrix, part), sum(matrix, whole));
      case MACRO -> mean(matrix, c -> 1);
      case WEIGHTED -> mean(matrix, matrix::support);
    };
  }

  private double mean(ConfusionMatrix matrix, IntToDoubleFunction weight) {
    var there =
        IntStream.range(0, matrix.classes())
            .filter(c -> matrix.support(c) + matrix.predicted(c) > 0)
            .filter(c -> this != SPECIFICITY || exists(matrix, c))
            .toArray();
    return IntStream.of(there).mapToDouble(c -> weight.applyAsDouble(c) * of(matrix, c)).sum()
        / IntStream.of(there).mapToDouble(weight).sum();
  }

  private static long sum(
      ConfusionMatrix matrix, ToLongBiFunction<ConfusionMatrix, Integer> counts) {
    return IntStream.range(0, matrix.classes()).mapToLong(c -> counts.applyAsLong(matrix, c)).sum();
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : part / (double) whole;
  }
}
