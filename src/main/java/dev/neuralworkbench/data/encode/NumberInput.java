package dev.neuralworkbench.data.encode;

import dev.neuralworkbench.data.encode.RowRemark.RowTally;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.NumberSummary;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import java.util.function.IntPredicate;

/**
 * A numeric input: x′ = (x − offset) / scale, in double, then rounded to float.
 *
 * @param minimum that of the training values, as are {@code maximum} and {@code mean}
 * @param fill stands in for a missing value
 * @param scale see {@link Scaling}; not 0
 */
public record NumberInput(
    String name,
    double minimum,
    double maximum,
    double mean,
    double fill,
    double offset,
    double scale)
    implements InputEncoder {

  static NumberInput fit(NumberColumn column, int[] rows, Scaling scaling, MissingValues missing) {
    var summary = NumberSummary.of(column, rows);
    return new NumberInput(
        column.name(),
        summary.minimum(),
        summary.maximum(),
        summary.mean(),
        missing.fill(column, rows, summary),
        scaling.offset(summary),
        scaling.scale(summary));
  }

  @Override
  public int width() {
    return 1;
  }

  /** The number itself; of NaN, the fill value. */
  public double filled(double value) {
    return Double.isNaN(value) ? fill : value;
  }

  /** The scaled number; of NaN, the scaled fill value. */
  public float encode(double value) {
    return (float) ((filled(value) - offset) / scale);
  }

  @Override
  public void encode(RawRow row, int input, float[] into, int offset) {
    into[offset] = encode(row.number(input));
  }

  @Override
  public CellEncoder on(Column column) {
    return (row, into, position) -> into[position] = encode(column.value(row));
  }

  /** Largest magnitude that is answered: beyond it the network's floats would overflow. */
  public double largest() {
    return Scaling.largest(scale);
  }

  @Override
  public IntPredicate refuses(Column column) {
    var largest = largest();
    return switch (column) {
      case NumberColumn numbers ->
          numbers.max() > largest || numbers.min() < -largest
              ? row -> Math.abs(numbers.value(row)) > largest
              : RowTally.NEVER;
      case TextColumn text ->
          RowTally.ofTexts(text, value -> !(Math.abs(text.numberOf(value)) <= largest));
    };
  }

  @Override
  public IntPredicate isOutside(Column column) {
    return switch (column) {
      case NumberColumn numbers ->
          numbers.max() > maximum || numbers.min() < minimum
              ? row -> isOutside(numbers.value(row))
              : RowTally.NEVER;
      case TextColumn text -> RowTally.ofTexts(text, value -> isOutside(text.numberOf(value)));
    };
  }

  private boolean isOutside(double value) {
    return value < minimum || value > maximum;
  }

  @Override
  public Problem problem(Column column, int row) {
    var cell = Place.cell(name, row + 1L);
    var number = column.value(row);
    if (Double.isNaN(number)) {
      return Problem.at("data.cell.notNumber", cell, null, column.text(row));
    }
    return Math.abs(number) <= largest()
        ? Problem.at("data.cell.outside", cell, Range.closed(minimum, maximum), number)
        : Problem.at("data.column.tooLarge", cell, largest(), number);
  }
}
