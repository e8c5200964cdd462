package dev.neuralworkbench.text;

import dev.neuralworkbench.metrics.BestThreshold.Aim;
import dev.neuralworkbench.metrics.BestThreshold.Score;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.problem.Ids;

/** What a model's decision is, in a sentence that window and command line share. */
public final class DecisionWords {

  private static final int DIGITS = 4;

  private DecisionWords() {}

  /** Which class is predicted, and where a threshold comes from; empty without a decision. */
  public static String of(Model model, Words words) {
    return switch (model.decision()) {
      case null -> "";
      case Decision.Costs _ -> words.text("decision.costs");
      case Decision.Threshold(var positive, var threshold, var found, var aim) -> {
        var rule =
            words.text(
                "decision.threshold",
                model.classNames().get(positive),
                Numbers.told(threshold, DIGITS));
        yield words.joined(
            rule,
            found == null ? "" : words.text("decision.found." + Ids.of(found)),
            aim == null ? "" : best(aim, words));
      }
    };
  }

  private static String best(Aim aim, Words words) {
    return aim.score() == Score.COSTS
        ? words.text("decision.best.costs", aim.falsePositive(), aim.falseNegative())
        : words.text("decision.best", words.text("threshold.aim." + Ids.of(aim.score())));
  }
}
