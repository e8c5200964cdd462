package dev.neuralworkbench.study;

import dev.neuralworkbench.model.Evaluation;
import dev.neuralworkbench.train.StopReason;

/**
 * What one fold came to.
 *
 * @param repetition which draw of the folds, from 0 on
 * @param fold which fold of the draw, from 0 on
 * @param trainingRows rows learned from
 * @param validationRows rows that decided when to stop
 * @param evaluation scores on the fold's own rows, which the run has not seen
 * @param logLoss log loss on the same rows; NaN for a numeric target
 * @param epochs epochs trained
 * @param stopReason why the run ended; a diverged one is judged by its last good weights
 */
public record FoldResult(
    int repetition,
    int fold,
    int trainingRows,
    int validationRows,
    Evaluation evaluation,
    double logLoss,
    int epochs,
    StopReason stopReason) {

  /**
   * A score.
   *
   * @return NaN if it does not exist: for the other type of problem; AUC of a fold with one class;
   *     R² of a fold whose targets are equal, such as one row
   */
  public double score(Metric metric) {
    return switch (evaluation) {
      case Evaluation.OfClasses classes ->
          switch (metric) {
            case ACCURACY -> classes.report().accuracy();
            case LOG_LOSS -> logLoss;
            case AUC -> classes.auc();
            case R2, RMSE, MAE -> Double.NaN;
          };
      case Evaluation.OfNumbers numbers ->
          switch (metric) {
            case R2 -> numbers.report().r2();
            case RMSE -> numbers.report().rmse();
            case MAE -> numbers.report().mae();
            case ACCURACY, LOG_LOSS, AUC -> Double.NaN;
          };
    };
  }
}
