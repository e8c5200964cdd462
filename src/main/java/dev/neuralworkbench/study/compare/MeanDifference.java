package dev.neuralworkbench.study.compare;

import dev.neuralworkbench.metrics.StudentT;
import dev.neuralworkbench.study.Spread;
import java.util.Arrays;

/**
 * The mean difference δ of two models' scores on the same folds, and how far it may be off. Folds
 * share training rows, so their differences are correlated, and the variance of their mean x̄ is
 * larger than s²/n. With n differences of deviation s and with ρ = test / (test + training) rows
 *
 * <pre>scale² = (1/n + test/training) s² = (1/n + ρ / (1 − ρ)) s²</pre>
 *
 * <p>Two tests follow from one Student's t with n − 1 degrees of freedom. The corrected resampled
 * t-test (Nadeau and Bengio, Inference for the Generalization Error, Machine Learning 52, 2003,
 * equation 10 and section 4) refers x̄ / scale to it. In the Bayesian correlated t-test (Corani and
 * Benavoli, A Bayesian approach for comparing cross-validated algorithms on multiple data sets,
 * Machine Learning 100, 2015, section 3) it is the posterior of δ about x̄, under a flat prior.
 *
 * @param count n, at least 2
 * @param mean x̄, positive where the first model is better
 * @param scale of the t distribution; 0 where all differences are equal: then δ is x̄ without doubt
 */
public record MeanDifference(int count, double mean, double scale) {

  /**
   * The mean of some differences.
   *
   * @param differences one a fold, at least two, all finite. Not modified.
   * @param testToTraining rows of a fold over the rows that its models were trained on, positive
   */
  public static MeanDifference of(double[] differences, double testToTraining) {
    if (differences.length < 2) {
      throw new IllegalArgumentException("expected two folds, received " + differences.length);
    }
    var spread = Spread.of(Arrays.stream(differences));
    var correction = Math.sqrt(1.0 / spread.count() + testToTraining);
    return new MeanDifference(spread.count(), spread.mean(), spread.deviation() * correction);
  }

  /**
   * Posterior probabilities; they sum to 1.
   *
   * @param better that the first model is better by more than the region of practical equivalence
   * @param same that they differ by no more than that
   * @param worse that the second one is better
   */
  public record Shares(double better, double same, double worse) {}

  /**
   * What the Bayesian test says.
   *
   * @param rope half the width of the region of practical equivalence (ROPE), at least 0
   */
  public Shares shares(double rope) {
    var better = below(mean - rope);
    var worse = below(-mean - rope);
    return new Shares(better, Math.max(0, 1 - better - worse), worse);
  }

  /** P(T · scale < x). */
  private double below(double x) {
    return scale == 0 ? (x > 0 ? 1 : 0) : StudentT.cdf(x / scale, freedom());
  }

  /**
   * The two-sided p value of the corrected t-test: how often models without a difference would show
   * one as large. Where all differences are equal, 1 if they are 0, and otherwise 0.
   */
  public double p() {
    return mean == 0 ? 1 : Math.min(1, 2 * below(-Math.abs(mean)));
  }

  /** Half the width of the interval about the mean that holds δ at a level such as 0.95. */
  public double half(double level) {
    return scale == 0 ? 0 : scale * StudentT.quantile((1 + level) / 2, freedom());
  }

  public int freedom() {
    return count - 1;
  }
}
