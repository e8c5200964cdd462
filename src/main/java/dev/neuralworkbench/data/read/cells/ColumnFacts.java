package dev.neuralworkbench.data.read.cells;

import java.util.List;

/**
 * What was noticed of a column while it was read.
 *
 * @param marks cells of each {@code MissingMark}, then of each of {@link OwnMarks}; empty where
 *     there is none
 * @param unit the unit that its numbers carry, or {@code WrittenNumber.NO_UNIT}
 * @param units cells that carry it
 * @param refused cells that are no numbers and count as missing, since numbers were chosen
 * @param odd the first cell that is no number where numbers were expected; empty for none
 * @param padded cells such as {@code 007}
 * @param firstPadded the first of them; empty for none
 */
public record ColumnFacts(
    List<Integer> marks,
    char unit,
    int units,
    int refused,
    String odd,
    int padded,
    String firstPadded) {

  public ColumnFacts {
    marks = List.copyOf(marks);
  }
}
