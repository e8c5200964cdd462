package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Scores as the screen writes them: shares with three decimals, so that columns line up. */
final class ScoreWords {

  private static final int DIGITS = 4;
  private static final String NONE = "\u2013";

  private ScoreWords() {}

  static String score(Metric metric, double value) {
    if (!metric.isInUnits()) {
      return Numbers.share(value);
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
}
