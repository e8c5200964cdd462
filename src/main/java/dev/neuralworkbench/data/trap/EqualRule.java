package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.trap.TrapScan.TargetValues;
import dev.neuralworkbench.data.trap.TrapScan.TrapRule;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An input that is the target, perhaps written otherwise: the same number in every row, or names
 * that stand for the classes one to one. Rows that lack the input do not count against it, as long
 * as half of them have it; a number has to take {@value #FEWEST_VALUES} values, since two columns
 * of 0 and 1 agree in few rows by chance.
 */
final class EqualRule implements TrapRule.OfColumns {

  private static final int FEWEST_VALUES = 3;

  @Override
  public Optional<Trap> find(TrapScan look, int input) {
    if (look.usable.length < TrapScan.FEWEST_ROWS) {
      return Optional.empty();
    }
    var target = look.target;
    var targetOf = new HashMap<Double, Double>();
    // As many values as classes; of numbers a few tell as much as all.
    var most = target.isClass() ? target.classes().size() : Integer.MAX_VALUE;
    var present = 0;
    for (var row : look.usable) {
      var cell = look.cell(input, row);
      if (Double.isNaN(cell)) {
        continue;
      }
      present++;
      var value = target.value(row) + 0.0;
      if (!target.isClass() && cell != value) {
        return Optional.empty();
      }
      var before = targetOf.putIfAbsent(cell, value);
      if ((before != null && before != value) || targetOf.size() > most) {
        return Optional.empty();
      }
    }
    return present >= look.usable.length / 2.0 && isOneToOne(targetOf, target)
        ? Optional.of(Trap.of(Trap.Kind.EQUAL, input, look.name(input), look.targetName(), present))
        : Optional.empty();
  }

  private static boolean isOneToOne(Map<Double, Double> targetOf, TargetValues target) {
    var targets = targetOf.values().stream().distinct().count();
    return targets == targetOf.size()
        && (target.isClass() ? targets == target.classes().size() : targets >= FEWEST_VALUES);
  }
}
