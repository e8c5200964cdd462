package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.trap.TrapScan.TrapRule;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Held-out rows whose category no training row has: its inputs are all 0. A rare category or two is
 * no trap, chance puts some into the held-out rows of most tables; so it takes {@value
 * #FEWEST_ROWS} rows and {@value #SHARE} of those held out.
 */
final class UnseenRule implements TrapRule.OfColumns {

  private static final int FEWEST_ROWS = 5;
  private static final double SHARE = 0.05;

  @Override
  public Optional<Trap> find(TrapScan look, int input) {
    if (!look.isCategory(input) || look.heldOut.length == 0) {
      return Optional.empty();
    }
    // A missing value has a stand-in.
    var known = new HashSet<>(Set.of(Double.NaN));
    IntStream.of(look.split.training()).forEach(row -> known.add(look.cell(input, row)));
    var unseen =
        IntStream.of(look.heldOut).filter(row -> !known.contains(look.cell(input, row))).toArray();
    var held = look.heldOut.length;
    return unseen.length >= Math.max(FEWEST_ROWS, SHARE * held)
        ? Optional.of(
            Trap.of(
                Trap.Kind.UNSEEN, List.of(input), unseen, look.name(input), unseen.length, held))
        : Optional.empty();
  }
}
