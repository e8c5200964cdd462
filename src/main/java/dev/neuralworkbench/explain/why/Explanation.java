package dev.neuralworkbench.explain.why;

import dev.neuralworkbench.model.answer.Prediction;
import java.util.List;

/**
 * Why one row is predicted as it is: base + Σ amounts = output, to the last digits of a double.
 *
 * @param output the probability of the predicted class, or the predicted number
 * @param base the mean of the same over the background rows
 * @param contributions of each column, in the order of the columns, those held together last
 * @param others the columns that are held together as one; empty where each stands alone
 */
public record Explanation(
    Prediction prediction,
    double output,
    double base,
    List<Contribution> contributions,
    List<String> others) {

  public Explanation {
    contributions = List.copyOf(contributions);
    others = List.copyOf(others);
  }

  /** The columns that stand alone. */
  List<String> columns() {
    return contributions.stream().map(Contribution::column).filter(it -> !it.isEmpty()).toList();
  }

  /**
   * What a column adds to the base.
   *
   * @param column its name; empty for the others together
   * @param value its cell in the row, as the model reads it; empty where it is missing
   */
  public record Contribution(String column, String value, double amount) {}
}
