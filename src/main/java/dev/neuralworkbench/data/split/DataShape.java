package dev.neuralworkbench.data.split;

import dev.neuralworkbench.data.encode.DateInput;
import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import java.util.stream.IntStream;

/**
 * How much there is to learn from, without the numbers themselves: what a network's design and a
 * training's choices are checked against.
 *
 * @param inputs number of prepared inputs, one-hot columns counted by their categories
 * @param classes number of classes; 0 for a numeric target
 * @param units what folds of the training rows cannot part: the rows, or groups or stretches of
 *     time of them
 */
public record DataShape(
    int inputs, int classes, int training, int units, int validation, int test) {

  /** The shape of rows that may be parted one by one. */
  public DataShape(int inputs, int classes, int training, int validation, int test) {
    this(inputs, classes, training, training, validation, test);
  }

  public int rows() {
    return training + validation + test;
  }

  /**
   * The shape that a preparation gives its table.
   *
   * @throws IllegalArgumentException if the preparation has problems with the table
   */
  public static DataShape of(Preparation preparation, Table table) {
    var rows = RowSplit.of(preparation, table);
    var cleaned = preparation.cleaned(table);
    var inputs =
        IntStream.of(preparation.inputIndices())
                .map(index -> width(preparation, cleaned, index, rows.training()))
                .sum()
            + preparation.engineered().size();
    return new DataShape(
        inputs,
        classes(preparation, table),
        rows.training().length,
        RowUnits.count(preparation, table, rows.training()),
        rows.validation().length,
        rows.test().length);
  }

  private static int width(Preparation preparation, Table table, int index, int[] trainingRows) {
    return switch (preparation.columns().get(index).kind()) {
      case NUMBER -> 1;
      case DATE -> DateInput.width((TextColumn) table.column(index), trainingRows);
      case CATEGORY ->
          CategoryInput.fit(
                  table.column(index),
                  trainingRows,
                  preparation.rareRows(),
                  preparation.missing(preparation.columns().get(index)))
              .width();
    };
  }

  private static int classes(Preparation preparation, Table table) {
    var target = preparation.targetIndex();
    return switch (preparation.columns().get(target).kind()) {
      case NUMBER, DATE -> 0;
      case CATEGORY -> ClassTarget.of(preparation.cases().column(table, target)).classes().size();
    };
  }
}
