package dev.neuralworkbench.metrics;

import dev.neuralworkbench.problem.Range;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How far predictions may be off, by split conformal prediction (Lei, G'Sell, Rinaldo, Tibshirani
 * and Wasserman, Distribution-Free Predictive Inference for Regression, JASA 113, 2018, algorithm
 * 2; for classes Sadinle, Lei and Wasserman, Least Ambiguous Set-Valued Classifiers, JASA 114,
 * 2019). Each of n rows that no part of the training has used gets a score: |y − ŷ| of a number, 1
 * − p of its true class. The margin is the k-th smallest, k = ⌈(n + 1) · level⌉. Of rows drawn as
 * these were, the share whose own score is within the margin is at least the level, and at most 1 /
 * (n + 1) above it where no two scores are equal.
 *
 * @param level share of the rows whose truth is to be held, above 0 and below 1
 * @param rows n, the rows that it rests on
 * @param margin q, in the units of the scores; infinite where k &gt; n: then anything is possible
 */
public record Conformal(double level, int rows, double margin) {

  /** Levels that may be chosen. */
  public static final Range LEVEL = Range.closed(0.5, 0.999);

  public static final double USUAL = 0.9;

  /** What rounding leaves of a product that is whole. */
  private static final double ROUNDING = 1e-9;

  /**
   * The margin by some scores.
   *
   * @param scores one a row; NaN, of a row without a prediction, is beyond any margin. Not
   *     modified.
   */
  public static Conformal of(double[] scores, double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("expected a level within 0 and 1, received " + level);
    }
    var place = place(scores.length, level);
    var sorted = Arrays.stream(scores).sorted().toArray();
    var margin = place > sorted.length ? Double.POSITIVE_INFINITY : sorted[place - 1];
    return new Conformal(
        level, scores.length, Double.isNaN(margin) ? Double.POSITIVE_INFINITY : margin);
  }

  private static int place(int rows, double level) {
    return (int) Math.ceil((rows + 1) * level - ROUNDING);
  }

  /** Fewest rows with a finite margin: 9 for 90 %, 19 for 95 %. */
  public static int leastRows(double level) {
    return IntStream.iterate(1, n -> n + 1)
        .filter(n -> place(n, level) <= n)
        .findFirst()
        .orElseThrow();
  }

  /** Whether the truth of a row is within the margin, by its score. */
  public boolean holds(double score) {
    return score <= margin;
  }

  /**
   * The classes that may be the true one: those with 1 − p within the margin, by their indices.
   * None where no class is likely enough, as the rows that it rests on had none like this.
   *
   * @param probabilities of each class. Not modified.
   */
  public int[] classes(double[] probabilities) {
    return IntStream.range(0, probabilities.length)
        .filter(c -> holds(1 - probabilities[c]))
        .toArray();
  }

  /** How many of some rows are held, by their scores. */
  public int held(double[] scores) {
    return (int) Arrays.stream(scores).filter(this::holds).count();
  }
}
