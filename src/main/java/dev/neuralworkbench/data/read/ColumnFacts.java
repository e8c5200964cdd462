package dev.neuralworkbench.data.read;

import dev.neuralworkbench.data.cell.MissingMark;
import dev.neuralworkbench.data.cell.WrittenNumber;
import java.util.List;

/**
 * What was noticed of a column while it was read.
 *
 * @param marks cells of each {@link MissingMark}; empty where there is none
 * @param unit the unit that its numbers carry, or {@link WrittenNumber#NO_UNIT}
 * @param units cells that carry it
 */
record ColumnFacts(List<Integer> marks, char unit, int units) {

  /** Copies the list. */
  ColumnFacts {
    marks = List.copyOf(marks);
  }
}
