package dev.neuralworkbench.explain.why;

import dev.neuralworkbench.model.answer.Prediction;
import java.util.List;

/**
 * Why one row is predicted as it is: base + Σ contributions = output, to the last digits of a
 * double.
 *
 * @param prediction what is predicted; never none
 * @param output what is explained: the probability of the predicted class, or the number
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

  /** Most columns of which each stands alone: 2¹⁵ coalitions. */
  public static final int MOST_COLUMNS = 15;

  /** Where there are more, so many stand alone, and the others are one. */
  public static final int ALONE = 12;

  public Explanation {
    contributions = List.copyOf(contributions);
    others = List.copyOf(others);
  }

  /**
   * What a column adds to the base.
   *
   * @param column its name; empty for the others together
   * @param value its cell in the row, as the model reads it; empty where it is missing
   */
  public record Contribution(String column, String value, double amount) {

    public boolean isOfOthers() {
      return column.isEmpty();
    }
  }

  /** Whether a column of an explained table stands alone, by their number. */
  static int players(int columns) {
    return columns > MOST_COLUMNS ? ALONE + 1 : columns;
  }
}
