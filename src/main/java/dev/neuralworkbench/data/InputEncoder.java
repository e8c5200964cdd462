package dev.neuralworkbench.data;

import dev.neuralworkbench.problem.Problem;
import java.util.List;
import java.util.function.IntPredicate;

/** How one input column becomes numbers, as learned from the training rows. */
public sealed interface InputEncoder permits NumberInput, CategoryInput {

  /** Name of the table's column. */
  String name();

  /** How many numbers it becomes. */
  int width();

  /**
   * Writes the numbers of one raw value.
   *
   * @param input index of this input in the row
   * @param into receives {@link #width()} numbers from {@code offset} on. Modified.
   */
  void encode(RawRow row, int input, float[] into, int offset);

  /** This encoder for the rows of one column, with what can be looked up once done already. */
  CellEncoder on(Column column);

  /** Writes the numbers of a column's cells, the same bits as one raw value at a time. */
  interface CellEncoder {

    /**
     * Writes the numbers of one cell.
     *
     * @param into receives the encoder's width of numbers from {@code offset} on. Modified.
     */
    void encode(int row, float[] into, int offset);
  }

  /** Whether a row's cell in a column of this name holds what this input was not trained for. */
  IntPredicate refuses(Column column);

  /**
   * What a column of this name holds that this input was not trained for; the first of each kind.
   *
   * @param rows rows to look at. Not modified.
   */
  List<Problem> problems(Column column, int[] rows);
}
