package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.prepare.SplitRule;
import dev.neuralworkbench.data.prepare.TimeOrder;
import dev.neuralworkbench.data.trap.TrapScan.TargetValues;
import dev.neuralworkbench.data.trap.TrapScan.TrapRule;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A date, an input or not, in whose course the target changes, while the held-out rows were drawn
 * by chance: they lie between training rows of the days before and after, as the rows of next year
 * will not. The rows are put in order of time and cut into {@value #STRETCHES} stretches; the share
 * of the target's variance between them (η² = Σ n (ȳ_stretch − ȳ)² / Σ (y − ȳ)², of classes summed
 * over 0 and 1 for each), less what chance gives, has to be {@value #SHARE} and four standard
 * deviations of chance. A date of fewer than {@value #FEWEST_MOMENTS} different values is a
 * property such as the year of a model.
 */
final class TimeRule implements TrapRule {

  private static final int FEWEST_ROWS = 50;
  private static final int FEWEST_MOMENTS = 20;
  private static final int STRETCHES = 10;
  private static final double SHARE = 0.05;
  private static final double DEVIATIONS = 4;

  @Override
  public List<Trap> find(TrapScan look) {
    // Where time or a column divides the rows, none that are held out lie between others.
    var rule = look.preparation.split().by();
    if (look.heldOut.length == 0 || (rule != null && rule.kind() != SplitRule.Kind.GROUP)) {
      return List.of();
    }
    return IntStream.range(0, look.table.columns().size())
        .filter(i -> i != look.targetIndex && TimeOrder.isLikely(look.table.column(i)))
        .boxed()
        .flatMap(i -> TimeOrder.of(look.table.column(i)).flatMap(it -> find(look, i, it)).stream())
        .limit(1)
        .toList();
  }

  private static Optional<Trap> find(TrapScan look, int column, double[] times) {
    var order =
        IntStream.of(look.sample)
            .filter(row -> !Double.isNaN(times[row]))
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(row -> times[row])
                    .thenComparing(Comparator.naturalOrder()))
            .mapToInt(it -> it)
            .toArray();
    var different = IntStream.of(order).mapToDouble(row -> times[row]).distinct().count();
    if (order.length < FEWEST_ROWS || different < FEWEST_MOMENTS) {
      return Optional.empty();
    }
    var byChance = (STRETCHES - 1.0) / (order.length - 1);
    var deviation = Math.sqrt(2.0 * (STRETCHES - 1)) / (order.length - 1);
    var between = between(look.target, order);
    if (between - byChance < Math.max(SHARE, DEVIATIONS * deviation)) {
      return Optional.empty();
    }
    return Optional.of(
        Trap.of(
            Trap.Kind.TIME,
            column,
            look.name(column),
            look.targetName(),
            between,
            look.heldOut.length));
  }

  /** η², from 0 to 1. */
  private static double between(TargetValues target, int[] order) {
    var between = 0.0;
    var all = 0.0;
    for (var c = 0; c < Math.max(1, target.classes().size()); c++) {
      var wanted = c;
      var values =
          IntStream.of(order)
              .mapToDouble(
                  row ->
                      target.isClass()
                          ? (target.classOf(row) == wanted ? 1 : 0)
                          : target.value(row))
              .toArray();
      var mean = mean(values, 0, values.length);
      for (var i = 0; i < STRETCHES; i++) {
        var from = (int) ((long) values.length * i / STRETCHES);
        var to = (int) ((long) values.length * (i + 1) / STRETCHES);
        var apart = mean(values, from, to) - mean;
        between += (to - from) * apart * apart;
      }
      for (var value : values) {
        all += (value - mean) * (value - mean);
      }
    }
    return all == 0 ? 0 : between / all;
  }

  private static double mean(double[] values, int from, int to) {
    var sum = 0.0;
    for (var i = from; i < to; i++) {
      sum += values[i];
    }
    return sum / (to - from);
  }
}
