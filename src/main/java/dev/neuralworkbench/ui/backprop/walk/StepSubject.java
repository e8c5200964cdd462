package dev.neuralworkbench.ui.backprop.walk;

import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.PreparedRow;
import java.util.List;
import java.util.stream.IntStream;

/** Rows taken through one step, by number from 0 on; none where a row was entered by hand. */
public record StepSubject(
    StepBasis basis, List<Integer> rows, List<PreparedRow> prepared, BackpropTrace trace) {

  /** Units of a column that can be followed one by one. */
  private static final int MOST_UNITS = 64;

  public StepSubject {
    rows = List.copyOf(rows);
    prepared = List.copyOf(prepared);
  }

  /** Whether this is the next mini-batch; otherwise it is one row by itself. */
  public boolean isBatch() {
    return trace.setting().block() >= 0;
  }

  /** Whether a layer, or the inputs, has too many units to be followed one by one. */
  public boolean isWide() {
    return trace.inputs(0) > MOST_UNITS
        || IntStream.range(0, trace.layers()).anyMatch(l -> trace.units(l) > MOST_UNITS);
  }
}
