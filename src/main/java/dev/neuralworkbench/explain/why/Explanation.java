package dev.neuralworkbench.explain.why;

import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.model.answer.Prediction;
import java.util.ArrayList;
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
   * All of it, a line for each column between base and output, whose value is the class.
   *
   * @param row the number of the table's row; 0 for another
   */
  public Table table(int row) {
    var lines = new ArrayList<Contribution>();
    lines.add(new Contribution("base", "", base));
    for (var each : contributions) {
      var name = each.column().isEmpty() ? String.join(", ", others) : each.column();
      lines.add(new Contribution(name, each.value(), each.amount()));
    }
    var predicted = prediction instanceof Prediction.OfClass of ? of.answer() : "";
    lines.add(new Contribution("output", predicted, output));
    var number = row == 0 ? "" : String.valueOf(row);
    var columns =
        List.<Column>of(
            TextColumn.of("row", lines.stream().map(_ -> number).toArray(String[]::new)),
            TextColumn.of(
                "column", lines.stream().map(Contribution::column).toArray(String[]::new)),
            TextColumn.of("value", lines.stream().map(Contribution::value).toArray(String[]::new)),
            NumberColumn.of(
                "contribution", lines.stream().mapToDouble(Contribution::amount).toArray()));
    return new Table("why", columns, lines.size());
  }

  /**
   * What a column adds to the base.
   *
   * @param column its name; empty for the others together
   * @param value its cell in the row, as the model reads it; empty where it is missing
   */
  public record Contribution(String column, String value, double amount) {}
}
