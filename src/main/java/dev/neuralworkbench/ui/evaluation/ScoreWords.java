package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Scores as the screen writes them: shares with three decimals, so that columns line up. */
final class ScoreWords {

  private static final int DIGITS = 4;
  private static final String NONE = "\u2013";

  private ScoreWords() {}

  static String score(Metric metric, double value) {
    if (!metric.isInUnits()) {
      return share(value);
    }
    return Double.isFinite(value) ? digits(value) : NONE;
  }

  /** Four significant digits, zeros at the end kept. */
  private static String digits(double value) {
    var rounded = new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
    var exponent = rounded.precision() - rounded.scale() - 1;
    return exponent < -4 || exponent >= DIGITS
        ? Numbers.rounded(value, DIGITS)
        : rounded
            .setScale(Math.max(0, DIGITS - 1 - exponent), RoundingMode.HALF_EVEN)
            .toPlainString();
  }

  static String share(double value) {
    return !Double.isFinite(value)
        ? NONE
        : String.format(Locale.ROOT, "%.3f", Math.round(value * 1000) / 1000.0)
            .replace('-', '\u2212');
  }
}
