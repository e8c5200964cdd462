package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.trap.TrapScan.TrapRule;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Classes so rare that a network may never name them and still get nearly every row right. A class
 * is rare that has less than {@value #RARE} of the rows that it would have among equals, as the
 * diagnosis of a run has it: 7.5 % of two classes, 1.5 % of ten. Limits by experience: customers
 * who leave (14 %), incomes (24 %) and the rarest kind of glass (4 % of six classes) are below
 * nobody's notice; strokes (5 %), frauds and the best wines (0.6 % of six) are not found unless
 * something is done. Weights help where there is something to weigh; with fewer than {@value #FEW}
 * rows one or two are held out, which is no score, and the others teach little. Classes with one
 * row can be learned or judged, not both. Of more than {@value #MOST} classes, or as many of one
 * row, the target is no class at all but a name, which the form says.
 */
final class RareClassesRule implements TrapRule {

  private static final double RARE = 0.15;
  private static final int FEW = 10;
  private static final int MOST = 100;

  @Override
  public List<Trap> find(TrapScan look) {
    if (!look.target.isClass() || look.usable.length < TrapScan.FEWEST_ROWS) {
      return List.of();
    }
    var counts = look.target.counts(look.usable);
    var present = IntStream.of(counts).filter(count -> count > 0).count();
    var singles = IntStream.of(counts).filter(count -> count == 1).count();
    IntPredicate isRare =
        c -> present <= MOST && counts[c] * (double) present < RARE * look.usable.length;
    return Stream.of(
            find(
                Trap.Kind.IMBALANCE,
                look,
                counts,
                isRare.and(c -> counts[c] >= FEW && !look.preparation.isBalanced())),
            find(Trap.Kind.SCARCE, look, counts, isRare.and(c -> counts[c] > 1 && counts[c] < FEW)),
            find(Trap.Kind.SINGLE, look, counts, c -> counts[c] == 1 && singles <= MOST))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Trap> find(
      Trap.Kind kind, TrapScan look, int[] counts, IntPredicate isMeant) {
    var target = look.target;
    var names =
        IntStream.range(0, counts.length)
            .filter(isMeant)
            .boxed()
            .sorted(Comparator.comparingInt(c -> counts[c]))
            .map(target.classes()::get)
            .toList();
    if (names.isEmpty()) {
      return Optional.empty();
    }
    IntPredicate isOfThem = row -> isMeant.test(target.classOf(row));
    var rows = IntStream.of(look.usable).filter(isOfThem).toArray();
    var held = (int) IntStream.of(look.heldOut).filter(isOfThem).count();
    var all = look.usable.length;
    var arguments =
        Stream.<Object>of(
            names.size(),
            names,
            look.targetName(),
            rows.length,
            held,
            kind == Trap.Kind.IMBALANCE ? all : FEW,
            rows.length / (double) all,
            all - rows.length);
    var told = kind == Trap.Kind.SINGLE ? 3 : kind == Trap.Kind.SCARCE ? 6 : 8;
    return Optional.of(
        Trap.of(kind, List.of(look.targetIndex), rows, arguments.limit(told).toArray()));
  }
}
