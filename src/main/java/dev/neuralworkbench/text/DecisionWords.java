package dev.neuralworkbench.text;

import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.problem.Ids;

/** What a model's decision is, in a sentence that window and command line share. */
public final class DecisionWords {

  private static final int DIGITS = 4;

  private DecisionWords() {}

  /** Which class is predicted; empty for a model without a decision. */
  public static String of(Model model, Words words) {
    return switch (model.decision()) {
      case null -> "";
      case Decision.Costs _ -> words.text("decision.costs");
      case Decision.Threshold(var positive, var threshold, var found) -> {
        var name = model.classNames().get(positive);
        var number = Numbers.typeset(Numbers.rounded(threshold, DIGITS));
        var said = words.text("decision.threshold", name, number);
        yield found == null ? said : said + " " + words.text("decision.found." + Ids.of(found));
      }
    };
  }
}
