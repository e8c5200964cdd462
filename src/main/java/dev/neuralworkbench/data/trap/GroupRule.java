package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.trap.TrapScan.TrapRule;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An input of many values, each in several rows that share one target, on both sides of the split:
 * several visits of one patient. A network learns the patients by heart, and knows those of the
 * held-out rows. Many are {@value #FEWEST_GROUPS}, and more than thrice the classes, since a code
 * of few values is an input that determines the target; several rows have {@value #REPEATED} of all
 * rows. Each row's target is foretold by the others of its group: in all but {@value #WRONG} of the
 * rows, and ten times more often than by any other row; of a number, the variance within groups is
 * at most {@value #WITHIN} of all, but for the outermost in a hundred, since one of them may be all
 * of the variance. Numbers whose nearest other value foretells half of it are quantities, and no
 * names of groups.
 */
final class GroupRule implements TrapRule.OfColumns {

  private static final int FEWEST_GROUPS = 20;
  private static final double REPEATED = 0.5;
  private static final double WRONG = 0.01;
  private static final int FEWEST_WRONG = 20;
  private static final double WITHIN = 0.001;
  private static final int FEWEST_HELD_OUT = 5;

  /** One of so many rows is outermost at each end. */
  private static final int OUTERMOST = 200;

  /** More rows unlike the first of their value, and no group of them shares a class. */
  private static final double MOST_UNLIKE = 0.2;

  /** The rows of one value: how many, how many of each class or Σy and Σy². */
  private static final class Group {
    private int rows;
    private int first;
    private double sum;
    private double squares;
    private final Map<Integer, Integer> classes = new HashMap<>(2);
  }

  @Override
  public Optional<Trap> find(TrapScan look, int input) {
    if (look.inputs.length < 2 || look.heldOut.length == 0 || !repeats(look, input)) {
      return Optional.empty();
    }
    var groups = groups(look, input);
    var several = groups.values().stream().filter(group -> group.rows > 1).toList();
    var rows = several.stream().mapToInt(group -> group.rows).sum();
    var fewest = Math.max(FEWEST_GROUPS, 3 * look.target.classes().size());
    if (several.size() < fewest
        || rows < REPEATED * look.usable.length
        || !(look.target.isClass() ? shareClass(look, several, rows) : shareNumber(look, several))
        || (!look.isCategory(input) && look.alone(input).isToldByOrder())) {
      return Optional.empty();
    }
    return trap(look, input, several.size());
  }

  private static boolean repeats(TrapScan look, int input) {
    var cells = look.cells(input, look.usable);
    Arrays.sort(cells);
    var repeated = 0;
    for (var i = 0; i < cells.length; i++) {
      var isAgain = i > 0 && cells[i] == cells[i - 1];
      repeated += isAgain || (i + 1 < cells.length && cells[i] == cells[i + 1]) ? 1 : 0;
    }
    return repeated >= REPEATED * cells.length;
  }

  private static Map<Double, Group> groups(TrapScan look, int input) {
    var groups = new HashMap<Double, Group>();
    var unlike = 0;
    for (var row : look.usable) {
      var cell = look.cell(input, row);
      if (!Double.isNaN(cell)) {
        var group = groups.computeIfAbsent(cell, _ -> new Group());
        group.rows++;
        if (look.target.isClass()) {
          var ofRow = look.target.classOf(row);
          group.first = group.rows == 1 ? ofRow : group.first;
          unlike += ofRow == group.first ? 0 : 1;
          if (unlike > MOST_UNLIKE * look.usable.length) {
            return Map.of();
          }
          group.classes.merge(ofRow, 1, Integer::sum);
        } else {
          group.sum += look.target.value(row);
          group.squares += look.target.value(row) * look.target.value(row);
        }
      }
    }
    return groups;
  }

  /** A row is foretold where most others of its group have its class. */
  private static boolean shareClass(TrapScan look, List<Group> several, int rows) {
    var wrong = 0.0;
    for (var group : several) {
      var most = group.classes.values().stream().mapToInt(it -> it).max().orElse(0);
      wrong +=
          most * 2 > group.rows + 1 || group.classes.size() == 1 ? group.rows - most : group.rows;
    }
    var byShares = byShares(look, several, rows);
    return byShares >= FEWEST_WRONG && wrong <= Math.min(WRONG * rows, byShares / 10);
  }

  /** Rows whose class another row would foretell wrong, both drawn by chance. */
  private static double byShares(TrapScan look, List<Group> several, int rows) {
    var counts = new int[look.target.classes().size()];
    several.forEach(it -> it.classes.forEach((ofRow, count) -> counts[ofRow] += count));
    return rows - IntStream.of(counts).mapToDouble(it -> (double) it * it / rows).sum();
  }

  private static boolean shareNumber(TrapScan look, List<Group> several) {
    var within = 0.0;
    var rows = 0;
    for (var group : several) {
      var squares = group.squares - group.sum * group.sum / group.rows;
      within += squares * group.rows / (group.rows - 1);
      rows += group.rows;
    }
    var sorted =
        IntStream.of(look.usable)
            .boxed()
            .sorted(Comparator.comparingDouble(look.target::value))
            .mapToInt(row -> row)
            .toArray();
    var outer = sorted.length / OUTERMOST;
    var middle = Arrays.copyOfRange(sorted, outer, sorted.length - outer);
    return within / rows <= WITHIN * LoneInput.variance(look.target, middle);
  }

  private static Optional<Trap> trap(TrapScan look, int input, int groups) {
    var trained = new HashSet<Double>();
    IntStream.of(look.split.training()).forEach(row -> trained.add(look.cell(input, row)));
    var held =
        IntStream.of(look.heldOut)
            .filter(row -> !Double.isNaN(look.cell(input, row)))
            .filter(row -> trained.contains(look.cell(input, row)))
            .toArray();
    return held.length < FEWEST_HELD_OUT
        ? Optional.empty()
        : Optional.of(
            Trap.of(
                Trap.Kind.GROUP,
                List.of(input),
                held,
                look.name(input),
                look.targetName(),
                groups,
                held.length,
                look.heldOut.length));
  }
}
