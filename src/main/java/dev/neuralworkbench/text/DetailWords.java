package dev.neuralworkbench.text;

import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.metrics.Calibration;
import dev.neuralworkbench.metrics.ScoreInterval;
import dev.neuralworkbench.model.answer.ClassProbabilities;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.model.answer.ScoreDetails;
import dev.neuralworkbench.nn.function.ProblemType;
import java.util.ArrayList;
import java.util.List;

/** What is said of the {@link dev.neuralworkbench.model.answer.ScoreDetails}. */
public final class DetailWords {

  private static final int DIGITS = 3;

  /** A gap below this share of the rows, or of the error, is a little. */
  private static final double LITTLE = 0.05;

  private static final double LITTLE_OF_ERROR = 0.1;

  private DetailWords() {}

  /** An interval of shares, or of scores without units; empty where there is none. */
  public static String interval(ScoreInterval interval) {
    return between(Numbers.share(interval.low()), Numbers.share(interval.high()), interval);
  }

  /** An interval of a metric, with as many digits as its unit needs. */
  public static String interval(Metric metric, ScoreInterval interval) {
    return metric.isInUnits()
        ? between(
            Numbers.significant(interval.low(), DIGITS),
            Numbers.significant(interval.high(), DIGITS),
            interval)
        : interval(interval);
  }

  private static String between(String low, String high, ScoreInterval interval) {
    return interval.exists() ? low + (interval.low() < 0 ? " – " : "–") + high : "";
  }

  /**
   * How the network does on its training rows and on others, and what that means; empty where one
   * of both is not known.
   */
  public static String gap(ScoreDetails of, RowPart heldOut, ProblemType problem, Words words) {
    var gap = of.gap();
    if (gap == null || Double.isNaN(gap.size()) || Double.isNaN(gap.error())) {
      return "";
    }
    var ofClasses = problem == ProblemType.CLASSIFICATION;
    var little = ofClasses ? LITTLE : LITTLE_OF_ERROR * gap.heldOut();
    var meaning =
        gap.isOverfit()
            ? gap.size() < little ? "little" : "much"
            : gap.size() < -gap.error() ? "better" : "chance";
    var said =
        words.text(
            "evaluate.gap." + meaning + (ofClasses ? ".classes" : ".numbers"),
            number(gap.training(), ofClasses),
            number(gap.heldOut(), ofClasses),
            number(Math.abs(gap.size()), ofClasses),
            number(gap.error(), ofClasses),
            words.text("evaluate.dots." + heldOut.id()));
    var loss = of.lossGap();
    // Probabilities can overfit where the classes that follow from them do not.
    return gap.isOverfit() || loss == null || !loss.isOverfit()
        ? said
        : words.text(
            "evaluate.gap.loss",
            said,
            number(loss.training(), false),
            number(loss.heldOut(), false),
            number(loss.error(), false),
            words.text("evaluate.dots." + heldOut.id()));
  }

  private static String number(double value, boolean isShare) {
    return isShare ? Numbers.decimals(100 * value, 1) : Numbers.significant(value, DIGITS);
  }

  /** What the probabilities looked at are of: a class against the others, or what a key says. */
  public static String subject(ClassProbabilities of, String keyOfAll, Words words) {
    return of.positive() == ClassProbabilities.ALL
        ? words.text(keyOfAll)
        : of.answers().classes().get(of.positive());
  }

  /** The bins of a calibration, a line each after the heads; a bin of few rows says so. */
  public static List<List<String>> bins(Calibration calibration, Words words) {
    var lines = new ArrayList<List<String>>();
    lines.add(
        List.of(
            words.text("evaluate.calibration.bin"),
            words.text("evaluate.of.rows"),
            words.text("evaluate.calibration.mean"),
            words.text("evaluate.calibration.share"),
            words.text("evaluate.interval"),
            ""));
    for (var bin : calibration.bins()) {
      lines.add(
          List.of(
              Numbers.decimals(bin.low(), 1) + "–" + Numbers.decimals(bin.high(), 1),
              Numbers.count(bin.rows()),
              Numbers.share(bin.mean()),
              Numbers.share(bin.share()),
              interval(bin.interval()),
              bin.isThin() ? words.text("evaluate.calibration.thin") : ""));
    }
    return lines;
  }
}
