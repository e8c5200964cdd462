package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.trap.TrapScan.TrapRule;
import java.util.Arrays;
import java.util.BitSet;
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
            Trap.Remedy.BY_HAND));
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

  /**
   * Rows as numbers of 64 bits: the sum of a mixed number for each cell, so that one column can be
   * taken out of it again. Rows that are equal have equal keys; of a million different ones two
   * have equal keys with a chance of 1 in 37 million.
   */
  private record RowKeys(List<Column> columns) {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    long[] of(int[] rows) {
      return IntStream.of(rows).mapToLong(this::of).toArray();
    }

    /** The keys of rows with one column taken out of all their keys, which are not modified. */
    long[] without(int column, int[] rows, long[] all) {
      return IntStream.range(0, rows.length)
          .mapToLong(i -> all[i] - part(column, rows[i]))
          .toArray();
    }

    long of(int row) {
      var key = 0L;
      for (var i = 0; i < columns.size(); i++) {
        key += part(i, row);
      }
      return key;
    }

    private long part(int column, int row) {
      var bits = Double.doubleToLongBits(TrapScan.cell(columns.get(column), row));
      return mix(mix(bits + GOLDEN_GAMMA) + GOLDEN_GAMMA * (column + 1));
    }

    private static long mix(long z) {
      z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      return z ^ (z >>> 31);
    }
  }
}
