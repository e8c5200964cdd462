package dev.neuralworkbench.data.encode;

import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.problem.Problem;
import java.util.function.IntPredicate;

/** How one input column becomes numbers, as learned from the training rows. */
public sealed interface InputEncoder permits NumberInput, CategoryInput, DateInput {

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

  /** Whether a row's cell in a column of this name holds what cannot be answered at all. */
  IntPredicate refuses(Column column);

  /**
   * Whether a row's cell in a column of this name holds what can be answered but was not among the
   * training rows: another category, or a number outside their range.
   */
  IntPredicate isOutside(Column column);

  /** What is so in a cell that is refused or outside. */
  Problem problem(Column column, int row);
}
