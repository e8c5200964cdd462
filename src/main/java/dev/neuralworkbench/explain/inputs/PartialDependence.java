package dev.neuralworkbench.explain.inputs;

import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.progress.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a prediction moves with one column while the others stay: for some rows a curve each, the
 * prediction with the column set to each value of a {@link ValueGrid} (individual conditional
 * expectation; Goldstein and others, "Peeking inside the black box", 2015), and their mean, the
 * partial dependence (Friedman, "Greedy function approximation", 2001; scikit-learn's {@code
 * partial_dependence} with {@code method="brute"}). Where columns go together, some of these rows
 * are such as no table has.
 *
 * @param grid the values of the column
 * @param curves predictions (rows × values): the probability of a class, or a number in the user's
 *     units; NaN where there is none. Not to be modified.
 * @param values the column in all rows, of which the curves may be a part
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
public record PartialDependence(ValueGrid grid, double[][] curves, Column values) {

  /** Rows that have a curve, at most. */
  public static final int MOST_ROWS = 200;

  /**
   * The curves of a column.
   *
   * @param name of an input column
   * @param classIndex whose probability it is; not looked at for numbers
   * @param progress told of the values
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public static PartialDependence of(
      ModelPredictor predictor, ReadRows rows, String name, int classIndex, Progress progress) {
    var grid = ValueGrid.of(rows, name);
    var some = rows.sample(MOST_ROWS);
    var curves = new double[some.rows()][grid.size()];
    for (var i = 0; i < grid.size(); i++) {
      progress.goOn(i, grid.size());
      var answers = predictor.predict(some.with(List.of(grid.column(i, some.rows()))));
      for (var row = 0; row < curves.length; row++) {
        curves[row][i] = predicted(answers, row, classIndex);
      }
    }
    return new PartialDependence(grid, curves, rows.column(name));
  }

  private static double predicted(Answers answers, int row, int classIndex) {
    if (!answers.isAnswered(row)) {
      return Double.NaN;
    }
    return answers.classes().isEmpty() ? answers.number(row) : answers.probability(row, classIndex);
  }

  /** The mean of the curves at each value, of those that are numbers there; NaN without any. */
  public double[] mean() {
    return IntStream.range(0, grid.size())
        .mapToDouble(
            i ->
                Arrays.stream(curves)
                    .mapToDouble(it -> it[i])
                    .filter(it -> !Double.isNaN(it))
                    .average()
                    .orElse(Double.NaN))
        .toArray();
  }

  /** How many of all rows have each value; for categories. */
  public int[] counts() {
    var places = new ArrayList<>(grid.texts());
    var counts = new int[grid.size()];
    for (var row = 0; row < values.rows(); row++) {
      var place = places.indexOf(values.text(row));
      if (place >= 0) {
        counts[place]++;
      }
    }
    return counts;
  }
}
