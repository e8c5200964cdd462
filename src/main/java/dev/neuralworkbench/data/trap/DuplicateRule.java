package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.prepare.RowFilter;
import dev.neuralworkbench.data.split.RowKeys;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.trap.TrapScan.TrapRule;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

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
  private static final double SHARE = 0.01;
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
    var training = different(look.split.training(), keys);
    var ofHeld = keys.of(held);
    var ofTraining = keys.of(training);
    var known = sorted(ofTraining);
    var copies = IntStream.range(0, held.length).filter(i -> times(known, ofHeld[i]) > 0).toArray();
    if (copies.length < fewest) {
      return List.of();
    }
    var near = new BitSet(held.length);
    var step = Math.max(1, inputs.length / MOST_LEFT_OUT);
    for (var input = 0; input < inputs.length; input += step) {
      if (repeats(look, inputs[input])) {
        var without = sorted(keys.without(input, training, ofTraining));
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
    return List.of(
        new Trap(
                Trap.Kind.DUPLICATES,
                List.of(),
                Trap.Rows.of(IntStream.of(copies).map(i -> held[i]).toArray()),
                List.of(copies.length, held.length, original + 1, held[first] + 1),
                look.preparation.split().by() == null
                    ? Trap.Remedy.KEEP_TOGETHER
                    : Trap.Remedy.LEAVE_OUT)
            .leavingOut(RowFilter.NONE.and(repeats(look, keys))));
  }

  /** All rows that are equal to an earlier one, whichever part they are in. */
  private static int[] repeats(TrapScan look, RowKeys keys) {
    var met = new HashSet<Long>();
    return IntStream.of(look.usable).filter(row -> !met.add(keys.of(row))).toArray();
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

  private static int[] different(int[] rows, RowKeys keys) {
    var order = keys.of(rows);
    var sorted = sorted(order);
    var met = new BitSet(rows.length);
    return IntStream.range(0, rows.length)
        .filter(
            i -> {
              var place = Arrays.binarySearch(sorted, order[i]);
              var isNew = !met.get(place);
              met.set(place);
              return isNew;
            })
        .map(i -> rows[i])
        .toArray();
  }

  private static long[] sorted(long[] keys) {
    var copy = keys.clone();
    Arrays.sort(copy);
    return copy;
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
