package dev.neuralworkbench.ui.backprop.walk;

import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.PreparedRow;
import dev.neuralworkbench.explain.trace.StepSetting;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Rows taken through one step, by number from 0 on; none where a row was entered by hand. */
public record StepSubject(
    StepBasis basis, List<Integer> rows, List<PreparedRow> prepared, BackpropTrace trace) {

  private static final int MOST_UNITS = 64;

  public StepSubject {
    rows = List.copyOf(rows);
    prepared = List.copyOf(prepared);
  }

  static StepSubject batch(StepBasis basis) {
    var rows = basis.nextRows();
    return of(basis, rows, rows.stream().map(basis::prepared).toList(), basis.setting());
  }

  static StepSubject row(StepBasis basis, int row) {
    return of(basis, List.of(row), List.of(basis.prepared(row)), basis.ofRow());
  }

  /** Takes a step on a row that was entered by hand apart: inputs, then target. */
  static StepSubject byHand(StepBasis basis, RawRow row) {
    var preprocessor = basis.data().preprocessor();
    var target = preprocessor.inputs().size();
    var prepared =
        PreparedRow.of(
            preprocessor,
            row,
            Objects.requireNonNullElse(row.text(target), ""),
            row.number(target),
            basis.plan().experiment().preparation().scaling());
    return of(basis, List.of(), List.of(prepared), basis.ofRow());
  }

  private static StepSubject of(
      StepBasis basis, List<Integer> rows, List<PreparedRow> prepared, StepSetting from) {
    var trace = BackpropTrace.of(from, PreparedRow.rows(prepared, from.outputs()));
    return new StepSubject(basis, rows, prepared, trace);
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
