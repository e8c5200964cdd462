package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.RowKeys;
import dev.neuralworkbench.data.trap.TrapScan.TrapRule;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Held-out rows that stand among the training rows too, equal in every input and in the target: at
 * least {@value #FEWEST_ROWS} and {@value #SHARE} of those held out. Where columns take few values,
 * rows are equal by chance, and no copies: votes, coarse measurements. There, held-out rows that
 * are equal to a training row in all columns but one, and differ in that, are about as frequent;
 * among copies of rows they are not. So there must be {@value #COPIES_PER_NEAR} copies for each of
 * them. A column whose values hardly repeat is none to leave out: being equal in it is no chance.
 * Of many inputs about {@value #MOST_LEFT_OUT} are left out, and stand for the others.
 */
final class DuplicateRule implements TrapRule {

  private static final int FEWEST_ROWS = 3;
  private static final double SHARE = 0.004;
  private static final int COPIES_PER_NEAR = 3;

  /** Share of the held-out rows whose value a training row has, from which values do repeat. */
  private static final double REPEATS = 0.5;

  /** Held-out rows that are asked for that. */
  private static final int SOME = 1_000;

  private static final int MOST_LEFT_OUT = 16;

  @Override
  public List<Trap> find(TrapScan look) {
    var held = look.heldOut;
    var fewest = Math.max(FEWEST_ROWS, SHARE * held.length);
    if (held.length < fewest) {
      return List.of();
    }
    var inputs = look.inputs;
    var columns = IntStream.concat(IntStream.of(inputs), IntStream.of(look.targetIndex));
    var keys = new RowKeys(columns.<Column>mapToObj(look.table::column).toList());
    var training = IntStream.of(look.split.training()).filter(isRepeated(keys).negate()).toArray();
    var ofHeld = keys.of(held);
    var ofTraining = keys.of(training);
    var known = LongStream.of(ofTraining).sorted().toArray();
    var copies = IntStream.range(0, held.length).filter(i -> times(known, ofHeld[i]) > 0).toArray();
    if (copies.length < fewest) {
      return List.of();
    }
    var near = new BitSet(held.length);
    var step = Math.max(1, inputs.length / MOST_LEFT_OUT);
    for (var input = 0; input < inputs.length; input += step) {
      if (repeats(look, inputs[input])) {
        var without = keys.without(input, training, ofTraining);
        Arrays.sort(without);
        var asked = keys.without(input, held, ofHeld);
        IntStream.range(0, held.length)
            .filter(i -> times(without, asked[i]) > times(known, ofHeld[i]))
            .forEach(near::set);
      }
    }
    if (copies.length < COPIES_PER_NEAR * near.cardinality() * step) {
      return List.of();
    }
    var first = copies[0];
    var original =
        IntStream.of(training)
            .filter(row -> keys.of(row) == ofHeld[first])
            .findFirst()
            .orElseThrow();
    var trap =
        Trap.of(
                Trap.Kind.DUPLICATES,
                List.of(),
                IntStream.of(copies).map(i -> held[i]).toArray(),
                copies.length,
                held.length,
                original + 1,
                held[first] + 1)
            .leavingOut(IntStream.of(look.usable).filter(isRepeated(keys)).toArray());
    return List.of(
        look.preparation.split().by() == null
            ? trap
            : trap.helpedBy(List.of(Trap.Remedy.LEAVE_OUT)));
  }

  /** Whether a row is equal to one that was asked about before. */
  private static IntPredicate isRepeated(RowKeys keys) {
    var met = new HashSet<Long>();
    return row -> !met.add(keys.of(row));
  }

  private static boolean repeats(TrapScan look, int input) {
    var known = look.cells(input, look.split.training());
    Arrays.sort(known);
    var some = Math.min(SOME, look.heldOut.length);
    return IntStream.of(look.heldOut)
            .limit(some)
            .filter(row -> Arrays.binarySearch(known, look.cell(input, row)) >= 0)
            .count()
        >= REPEATS * some;
  }

  /** How often a key occurs, if it is no more than twice; else twice. */
  private static int times(long[] sorted, long key) {
    var place = Arrays.binarySearch(sorted, key);
    if (place < 0) {
      return 0;
    }
    var isTwice =
        (place > 0 && sorted[place - 1] == key)
            || (place + 1 < sorted.length && sorted[place + 1] == key);
    return isTwice ? 2 : 1;
  }
}
