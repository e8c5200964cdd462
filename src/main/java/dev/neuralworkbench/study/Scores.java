package dev.neuralworkbench.study;

import dev.neuralworkbench.data.encode.ClassTargets;
import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.ValueTargets;
import dev.neuralworkbench.metrics.LogLoss;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.model.answer.Evaluation;

/**
 * The scores of one way to answer.
 *
 * @param evaluation counts and scores
 * @param logLoss log loss of classes; NaN for numbers
 */
public record Scores(Evaluation evaluation, double logLoss) {

  /** Scores of answers that no loss belongs to, such as a baseline's, for prepared rows. */
  public static Scores of(Answers answers, Dataset rows) {
    return of(answers, rows, Double.NaN);
  }

  /**
   * Scores of a model's answers for prepared rows.
   *
   * @param loss the model's loss on these rows
   */
  public static Scores of(Answers answers, Dataset rows, double loss) {
    var logLoss =
        switch (rows.targets()) {
          case ClassTargets targets -> LogLoss.of(answers.probabilities(), targets.classes());
          case ValueTargets _ -> Double.NaN;
        };
    return new Scores(Evaluation.of(answers, rows, loss), logLoss);
  }

  /**
   * A score.
   *
   * @return NaN if it does not exist: for the other type of problem; AUC of rows of one class; R²
   *     of rows whose targets are equal, such as one row
   */
  public double value(Metric metric) {
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
