package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.prepare.Feature;
import dev.neuralworkbench.data.trap.TrapScan.TrapRule;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An input that is missing in more than {@value #MOSTLY} of the rows: what stands in for it is then
 * most of what the network sees. Not told where an input says that it is missing.
 */
final class MostlyMissingRule implements TrapRule.OfColumns {

  private static final double MOSTLY = 0.6;

  @Override
  public Optional<Trap> find(TrapScan look, int input) {
    var column = look.table.column(input);
    var missing = (int) IntStream.of(look.usable).filter(column::isMissing).count();
    return look.usable.length >= TrapScan.FEWEST_ROWS
            && missing > MOSTLY * look.usable.length
            && !tells(look, input)
        ? Optional.of(
            Trap.of(
                Trap.Kind.MOSTLY_MISSING,
                input,
                column.name(),
                missing,
                look.usable.length,
                (double) missing / look.usable.length))
        : Optional.empty();
  }

  private static boolean tells(TrapScan look, int input) {
    var own = look.preparation.missing(look.preparation.columns().get(input));
    var feature = Feature.of(Feature.Kind.MISSING, look.name(input));
    return look.isCategory(input)
        ? !own.fillsCategories(true)
        : look.preparation.engineered().contains(feature);
  }
}
