package dev.neuralworkbench.text;

import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.study.compare.ComparisonResult;
import dev.neuralworkbench.study.compare.MeanDifference;
import java.util.ArrayList;
import java.util.List;

/**
 * What a comparison of models came to, in sentences: which is better with what probability, and the
 * corrected t-test beside it.
 */
public final class CompareWords {

  private static final int DIGITS = 3;
  private static final double LEAST_P = 0.001;

  private CompareWords() {}

  /**
   * The card and the t-test of one comparison.
   *
   * @param other the model that the first one is compared with, from 1 on
   */
  public static List<String> of(ComparisonResult result, int other, Words words) {
    var first = result.models().getFirst().name();
    var second = result.models().get(other).name();
    var difference = result.difference(other).orElse(null);
    if (difference == null) {
      return List.of(words.text("compare.none", first, second));
    }
    var shares = difference.shares(ComparisonResult.ROPE);
    var said = new ArrayList<String>();
    said.add(
        words.text(
            "compare.card",
            first,
            second,
            percent(shares.better()),
            percent(shares.same()),
            percent(shares.worse())));
    said.add(test(difference, words));
    if (difference.scale() == 0) {
      said.add(words.text("compare.equal"));
    }
    if (result.models().size() > 2) {
      var p = p(result.adjusted().get(other - 1));
      said.add(words.text("compare.holm", p, result.comparisons()));
    }
    return said;
  }

  private static String test(MeanDifference found, Words words) {
    var half = found.half(ComparisonResult.LEVEL);
    return words.text(
        "compare.test",
        Numbers.told(found.mean(), DIGITS),
        Numbers.told(found.mean() - half, DIGITS),
        Numbers.told(found.mean() + half, DIGITS),
        p(found.p()));
  }

  /** What each test assumes, a sentence each. */
  public static List<String> caveats(ComparisonResult result, Words words) {
    var isOfClasses = result.metric() == Metric.ACCURACY;
    return List.of(
        words.text(isOfClasses ? "compare.card.accuracy" : "compare.card.r2"),
        words.text("compare.test.caveat"));
  }

  private static String p(double p) {
    return p < LEAST_P ? "< " + LEAST_P : "= " + Numbers.rounded(p, 2);
  }

  /** Whole percents; what is not quite nothing or all is not said to be. */
  static String percent(double share) {
    var whole = Math.round(100 * share);
    if (whole == 0 && share > 0) {
      return "< 1%";
    }
    return whole == 100 && share < 1 ? "> 99%" : whole + "%";
  }
}
