package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.data.ClassTargets;
import dev.neuralworkbench.data.Dataset;
import dev.neuralworkbench.data.ValueTargets;
import dev.neuralworkbench.metrics.LogLoss;
import dev.neuralworkbench.model.Answers;
import dev.neuralworkbench.model.Evaluation;
import dev.neuralworkbench.study.Metric;

/**
 * The scores of one way to answer.
 *
 * @param evaluation counts and scores
 * @param logLoss log loss of classes; NaN for numbers
 */
record Scores(Evaluation evaluation, double logLoss) {

  /** Scores of answers for prepared rows. */
  static Scores of(Answers answers, Dataset rows) {
    var logLoss =
        switch (rows.targets()) {
          case ClassTargets targets -> LogLoss.of(answers.outputs(), targets.classes());
          case ValueTargets _ -> Double.NaN;
        };
    return new Scores(Evaluation.of(answers, rows, Double.NaN), logLoss);
  }

  /** A score; NaN if it does not exist for these rows. */
  double value(Metric metric) {
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
