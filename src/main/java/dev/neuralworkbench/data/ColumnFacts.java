package dev.neuralworkbench.data;

import org.jspecify.annotations.Nullable;

/**
 * What was noticed of a column while it was read.
 *
 * @param marks cells of each {@link MissingMark}; null where there is none. Not to be modified.
 * @param unit the unit that its numbers carry, or {@link WrittenNumber#NO_UNIT}
 * @param units cells that carry it
 */
record ColumnFacts(int @Nullable [] marks, char unit, int units) {}
