package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.trap.TrapScan.TrapRule;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

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
    var cells = look.cells(input, look.usable);
    var steps =
        IntStream.range(1, cells.length)
            .mapToDouble(i -> cells[i] - cells[i - 1])
            .filter(step -> step != 0)
            .sorted()
            .toArray();
    if (steps.length < FEWEST_VALUES - 1 || !(steps[0] * steps[steps.length - 1] > 0)) {
      return false;
    }
    var usual = steps[steps.length / 2];
    var steady = DoubleStream.of(steps).filter(it -> Math.abs(it / usual - 1) <= 1e-6).count();
    return steady >= STEADY * steps.length;
  }
}
