package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.trap.TrapScan.TrapRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Classes so rare that a network may never name them and still get nearly every row right. A class
 * is rare that has less than {@value #RARE} of the rows that it would have among equals, as the
 * diagnosis of a run has it: 7.5 % of two classes, 1.5 % of ten. Limits by experience: customers
 * who leave (14 %), incomes (24 %) and the rarest kind of glass (4 % of six classes) are below
 * nobody's notice; strokes (5 %), frauds and the best wines (0.6 % of six) are not found unless
 * something is done. Weights help where there is something to weigh; with fewer than {@value #FEW}
 * rows one or two are held out, which is no score, and the others teach little. Of more than
 * {@value #MOST} classes the target is no class at all but a name.
 */
final class ImbalanceRule implements TrapRule {

  private static final double RARE = 0.15;
  private static final int FEW = 10;
  private static final int MOST = 100;

  @Override
  public List<Trap> find(TrapScan look) {
    var target = look.target;
    if (!target.isClass() || look.usable.length < TrapScan.FEWEST_ROWS) {
      return List.of();
    }
    var counts = target.counts(look.usable);
    var present = IntStream.of(counts).filter(count -> count > 0).count();
    IntPredicate isRare = c -> counts[c] * (double) present < RARE * look.usable.length;
    var found = new ArrayList<Trap>();
    if (present <= MOST && !look.preparation.isBalanced()) {
      add(found, Trap.Kind.IMBALANCE, look, counts, isRare.and(c -> counts[c] >= FEW));
    }
    if (present <= MOST) {
      // A class of one row is told apart.
      add(found, Trap.Kind.SCARCE, look, counts, isRare.and(c -> counts[c] > 1 && counts[c] < FEW));
    }
    return found;
  }

  private static void add(
      List<Trap> to, Trap.Kind kind, TrapScan look, int[] counts, IntPredicate isMeant) {
    var target = look.target;
    var names =
        IntStream.range(0, counts.length)
            .filter(isMeant)
            .boxed()
            .sorted(Comparator.comparingInt(c -> counts[c]))
            .map(target.classes()::get)
            .toList();
    if (names.isEmpty()) {
      return;
    }
    IntPredicate isOfThem = row -> isMeant.test(target.classOf(row));
    var rows = IntStream.of(look.usable).filter(isOfThem).toArray();
    var held = (int) IntStream.of(look.heldOut).filter(isOfThem).count();
    var all = look.usable.length;
    List<Object> arguments = List.of(names.size(), names, look.targetName(), rows.length, held);
    var evidence = new ArrayList<>(arguments);
    if (kind == Trap.Kind.IMBALANCE) {
      evidence.addAll(List.of(all, rows.length / (double) all, all - rows.length));
    } else {
      evidence.add(FEW);
    }
    to.add(
        new Trap(
            kind,
            List.of(look.targetIndex),
            Trap.Rows.of(rows),
            evidence,
            kind == Trap.Kind.IMBALANCE ? Trap.Remedy.BALANCE : Trap.Remedy.BY_HAND));
  }
}
