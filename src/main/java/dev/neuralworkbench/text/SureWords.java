package dev.neuralworkbench.text;

import dev.neuralworkbench.data.encode.TargetEncoder;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.metrics.Conformal;
import dev.neuralworkbench.metrics.ScoreInterval;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.study.Sureness;

/** How sure predictions are, and what that rests on. */
public final class SureWords {

  private static final int DIGITS = 3;

  private SureWords() {}

  /** The margin at a level, and the rows that it rests on. */
  public static String of(Sureness sureness, double level, TargetEncoder target, Words words) {
    var at = sureness.at(level);
    var percent = Numbers.percent(level, DIGITS);
    if (at.margin() == Double.POSITIVE_INFINITY) {
      return words.text("sure.unbounded", percent, Conformal.leastRows(level), at.rows());
    }
    var margin =
        target instanceof ClassTarget
            ? words.text("sure.classes", percent, Numbers.percent(1 - at.margin(), DIGITS))
            : words.text("sure.numbers", percent, Numbers.rounded(at.margin(), DIGITS));
    return words.joined(margin, words.text("sure." + Ids.of(sureness.basis()), at.rows()));
  }

  /** How many of some rows hold their truth; rows drawn anew would give a share in the interval. */
  public static String coverage(Conformal at, double[] scores, Words words) {
    var held = at.held(scores);
    var range = ScoreInterval.exact(held, scores.length);
    return words.text(
        "sure.coverage",
        held,
        scores.length,
        Numbers.percent(held / (double) scores.length, DIGITS),
        Numbers.percent(range.low(), DIGITS),
        Numbers.percent(range.high(), DIGITS));
  }
}
