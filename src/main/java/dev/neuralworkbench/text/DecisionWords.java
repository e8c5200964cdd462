package dev.neuralworkbench.text;

import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.problem.Ids;

/** What a model's decision is, in a sentence that window and command line share. */
public final class DecisionWords {

  private static final int DIGITS = 4;

  private DecisionWords() {}

  /** Which class is predicted, and where a threshold comes from; empty without a decision. */
  public static String of(Model model, Words words) {
    return model.decision() instanceof Decision.Threshold threshold && threshold.found() != null
        ? rule(model, words) + " " + words.text("decision.found." + Ids.of(threshold.found()))
        : rule(model, words);
  }

  /** Which class is predicted; empty for a model without a decision. */
  public static String rule(Model model, Words words) {
    return switch (model.decision()) {
      case null -> "";
      case Decision.Costs _ -> words.text("decision.costs");
      case Decision.Threshold(var positive, var threshold, var _) ->
          words.text(
              "decision.threshold",
              model.classNames().get(positive),
              Numbers.typeset(Numbers.rounded(threshold, DIGITS)));
    };
  }
}
