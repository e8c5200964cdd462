package dev.neuralworkbench.data.encode;

import dev.neuralworkbench.data.prepare.NumberSummary;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import java.util.function.IntPredicate;
import org.ejml.data.FMatrixRMaj;

/**
 * A numeric target: y′ = (y − offset) / scale is learned, y = offset + scale · y′ is answered.
 *
 * @param minimum that of the training values, as are {@code maximum} and {@code mean}
 * @param scale see {@link Scaling}; not 0
 */
public record NumberTarget(
    String name, double minimum, double maximum, double mean, double offset, double scale)
    implements TargetEncoder {

  static NumberTarget fit(NumberColumn column, int[] rows, Scaling scaling) {
    var summary = NumberSummary.of(column, rows);
    return new NumberTarget(
        column.name(),
        summary.minimum(),
        summary.maximum(),
        summary.mean(),
        scaling.offset(summary),
        scaling.scale(summary));
  }

  /** From the user's units to the network's. */
  public float encode(double value) {
    return (float) ((value - offset) / scale);
  }

  /** From the network's units to the user's. */
  public double decode(double output) {
    return offset + scale * output;
  }

  @Override
  public ValueTargets encode(Column column, int[] rows) {
    var values = new FMatrixRMaj(rows.length, 1);
    for (var i = 0; i < rows.length; i++) {
      values.data[i] = encode(column.value(rows[i]));
    }
    return new ValueTargets(values);
  }

  @Override
  public IntPredicate refuses(Column column) {
    var largest = Scaling.largest(scale);
    return row -> !column.isMissing(row) && !(Math.abs(column.value(row)) <= largest);
  }

  @Override
  public Problem problem(Column column, int row) {
    var number = column.value(row);
    var cell = Place.cell(name, row + 1L);
    return Double.isNaN(number)
        ? Problem.at("data.cell.notNumber", cell, null, column.text(row))
        : Problem.at("data.column.tooLarge", cell, Scaling.largest(scale), number);
  }
}
