package dev.neuralworkbench.explain.inputs;

import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.model.answer.Answers;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The rows that a model is most wrong about, the worst first: where it is sure and the table says
 * otherwise, the table may be wrong (Northcutt and others, "Confident learning", 2021). Rows
 * without a prediction are none of them.
 */
public final class LargestErrors {

  /** Rows that are of interest, at most. */
  public static final int MOST = 30;

  private LargestErrors() {}

  /**
   * A row.
   *
   * @param position among the predicted rows, from 0 on
   * @param error −ln p of the true class, or |ŷ − y| in the user's units; infinite where p is 0
   */
  public record Row(int position, double error) {}

  /**
   * The rows of the largest errors; of equal ones those further up come first.
   *
   * @param targets the true classes, one for each row
   */
  public static List<Row> ofClasses(Answers answers, ClassTargets targets) {
    return worst(answers, row -> -StrictMath.log(answers.probability(row, targets.classes()[row])));
  }

  /**
   * The same of numbers.
   *
   * @param column the target, which has a number in each of these rows
   * @param rows the table's row of each row. Not modified.
   */
  public static List<Row> ofNumbers(Answers answers, Column column, int[] rows) {
    return worst(answers, row -> Math.abs(answers.number(row) - column.value(rows[row])));
  }

  private static List<Row> worst(Answers answers, IntToDoubleFunction error) {
    return IntStream.range(0, answers.rows())
        .filter(answers::isAnswered)
        .mapToObj(row -> new Row(row, error.applyAsDouble(row)))
        .sorted(Comparator.comparingDouble(row -> -row.error()))
        .limit(MOST)
        .toList();
  }
}
