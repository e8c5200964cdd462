package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.study.Metric;
import dev.neuralworkbench.text.Numbers;
import java.util.Locale;

/** Scores as the screen writes them: shares with three decimals, so that columns line up. */
final class Wording {

  private static final String NONE = "\u2013";

  private Wording() {}

  static String score(Metric metric, double value) {
    return switch (metric) {
      case RMSE, MAE -> Double.isNaN(value) ? NONE : Numbers.rounded(value, 4);
      case ACCURACY, LOG_LOSS, AUC, R2 -> share(value);
    };
  }

  static String share(double value) {
    return Double.isNaN(value)
        ? NONE
        : String.format(Locale.ROOT, "%.3f", value).replace('-', '\u2212');
  }
}
