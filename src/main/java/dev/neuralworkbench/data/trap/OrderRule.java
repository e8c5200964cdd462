package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.trap.TrapScan.TrapRule;
import java.util.Arrays;
import java.util.Optional;

/**
 * A number that counts along the rows, and from which the target is told: pages, batches, minutes
 * in a table that is in the order of the target. It rises or falls from row to row or stays, in
 * {@value #FEWEST_ROWS} rows and more with {@value #FEWEST_VALUES} values, by one and the same step
 * nearly always, as quantities of sorted rows do not. Values nearby tell half of the target. What
 * numbers the rows one by one is {@link IdentifierRule}'s.
 */
final class OrderRule implements TrapRule.OfColumns {

  private static final int FEWEST_ROWS = 50;
  private static final int FEWEST_VALUES = 20;
  private static final double STEADY = 0.9;

  @Override
  public Optional<Trap> find(TrapScan look, int input) {
    if (look.inputs.length < 2
        || look.usable.length < FEWEST_ROWS
        || look.isCategory(input)
        || !counts(look, input)
        || !look.alone(input).isToldByOrder()) {
      return Optional.empty();
    }
    var kind = look.target.isClass() ? Trap.Kind.ORDER_CLASS : Trap.Kind.ORDER_NUMBER;
    return Optional.of(DeterminesRule.trap(look, input, kind, look.alone(input).best()));
  }

  private static boolean counts(TrapScan look, int input) {
    var cells = look.table.column(input);
    var rows = look.usable;
    var steps = new double[rows.length];
    var count = 0;
    for (var i = 1; i < rows.length; i++) {
      var step = cells.value(rows[i]) - cells.value(rows[i - 1]);
      if (Double.isNaN(step) || (count > 0 && step * steps[0] < 0)) {
        return false;
      }
      steps[count] = step;
      count += step == 0 ? 0 : 1;
    }
    if (count < FEWEST_VALUES - 1) {
      return false;
    }
    var usual = Arrays.stream(steps, 0, count).sorted().skip(count / 2).findFirst().orElseThrow();
    var steady = Arrays.stream(steps, 0, count).filter(it -> Math.abs(it / usual - 1) <= 1e-6);
    return steady.count() >= STEADY * count;
  }
}
