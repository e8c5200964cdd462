package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.model.answer.ClassProbabilities;
import dev.neuralworkbench.text.Words;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Rows of the part that is looked at, listed because something that stands for them was pressed.
 */
public sealed interface Listed {

  /** A cell of the confusion matrix, by the indices of the true class and the predicted one. */
  record Cell(int actual, int predicted) implements Listed {}

  /**
   * What a point or a bar stands for; the same where it is the same rows.
   *
   * @param heading told the number of rows as text
   * @param rows positions among the rows of the part, in the order in which they are listed
   * @param of index of the class whose probability they stand for; ALL for the predicted one
   */
  record SomeRows(BiFunction<Words, String, String> heading, List<Integer> rows, int of)
      implements Listed {

    SomeRows(BiFunction<Words, String, String> heading, List<Integer> rows) {
      this(heading, rows, ClassProbabilities.ALL);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof SomeRows some && some.of == of && some.rows.equals(rows);
    }

    @Override
    public int hashCode() {
      return rows.hashCode();
    }
  }
}
