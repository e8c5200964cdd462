package dev.neuralworkbench.study;

import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.train.StopReason;
import java.util.List;
import java.util.Objects;

/**
 * What a cross-validation came to.
 *
 * @param metrics the scores that fit the problem, the most telling one first
 * @param folds one result for each fold of each repetition, in the order of the runs
 */
public record CrossValidationResult(List<Metric> metrics, List<FoldResult> folds) {

  public CrossValidationResult {
    metrics = List.copyOf(metrics);
    folds = List.copyOf(folds);
  }

  /**
   * Mean and standard deviation of a score over all folds of all repetitions. Folds share training
   * rows, so the deviation tells how much the score changes with the rows, and is no error of the
   * mean.
   */
  public Spread spread(Metric metric) {
    return Spread.of(folds.stream().mapToDouble(fold -> metric.of(fold.judgement().network())));
  }

  /** The same of the answer that looks at no input, learned and judged on the same rows. */
  public Spread constant(Metric metric) {
    return Spread.of(folds.stream().mapToDouble(fold -> metric.of(fold.judgement().constant())));
  }

  /** The same of the linear model; of no fold where it would take too long. */
  public Spread linear(Metric metric) {
    return Spread.of(
        folds.stream()
            .map(fold -> fold.judgement().linear())
            .filter(Objects::nonNull)
            .mapToDouble(metric::of));
  }

  /**
   * What one fold came to.
   *
   * @param repetition which draw of the folds, from 0 on
   * @param fold which fold of the draw, from 0 on
   * @param trainingRows rows learned from
   * @param validationRows rows that decided when to stop
   * @param judgement scores on the fold's own rows, which the run has not seen
   * @param epochs epochs trained
   * @param stopReason why the run ended; a diverged one is judged by its last good weights
   */
  public record FoldResult(
      int repetition,
      int fold,
      int trainingRows,
      int validationRows,
      Judgement judgement,
      int epochs,
      StopReason stopReason) {}
}
