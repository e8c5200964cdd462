package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.table.ReadingReport.Remark;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.data.trap.TrapScan.TrapRule;
import dev.neuralworkbench.progress.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds what in a table deceives. Every rule has thresholds of its own, chosen so that it is silent
 * on tables that are as they should be; they are rules of experience, not laws. Linear in the
 * cells, or n log n in at most {@value Inspection#SOME_ROWS} rows.
 */
public final class Traps {

  /**
   * A rule is one class and one line, in the order in which they are asked: of several that would
   * blame a column the first one does, as a row number that happens to sort the classes is a row
   * number.
   */
  private static final List<TrapRule> RULES =
      List.of(
          new MergedCellsRule(),
          new SentinelRule(),
          new SpellingRule(),
          new EqualRule(),
          new ConstantRule(),
          new MostlyMissingRule(),
          new TimeRule(),
          new IdentifierRule(),
          new GroupRule(),
          new DeterminesRule(),
          new SumRule(),
          new OrderRule(),
          new StrongRule(),
          new UnseenRule(),
          new DuplicateRule(),
          new RareClassesRule());

  /** Test scores of which the best is so by luck, too. */
  private static final int MANY_LOOKS = 5;

  private Traps() {}

  /**
   * The test rows are no judge any more once the best of many scores on them is chosen.
   *
   * @param looks how many runs' test scores were looked at
   */
  public static Optional<Trap> looked(int looks) {
    return looks < MANY_LOOKS
        ? Optional.empty()
        : Optional.of(Trap.of(Trap.Kind.LOOKED, List.of(), new int[0], looks));
  }

  /**
   * What is found, the gravest first, and columns in the table's order. The same table and choices
   * give the same list.
   *
   * @param preparation without {@link Preparation#problems}
   * @param progress asked before every rule whether to give up
   */
  public static List<Trap> of(Preparation preparation, Table table, Progress progress) {
    var found = new ArrayList<>(noCases(preparation, table));
    // What else deceives is looked for among the cases.
    var cases = preparation;
    for (var trap : found) {
      cases = trap.remedied(cases, table);
    }
    var look = new TrapScan(cases, table);
    for (var i = 0; i < RULES.size(); i++) {
      progress.goOn(i, RULES.size());
      var traps = RULES.get(i).find(look);
      traps.stream().filter(it -> !it.isOfCells()).forEach(it -> look.blamed.addAll(it.columns()));
      found.addAll(traps);
    }
    found.removeIf(trap -> isOfReading(trap, look));
    found.replaceAll(trap -> leavesNoInput(trap, look) ? trap.helpedBy(List.of()) : trap);
    found.sort(Comparator.comparing(Trap::kind));
    return List.copyOf(found);
  }

  /** Notes first: a total is the last row above them. */
  private static List<Trap> noCases(Preparation preparation, Table table) {
    var found = new ArrayList<>(new NoteRule().find(new TrapScan(preparation, table)));
    var cases = found.isEmpty() ? preparation : found.getFirst().remedied(preparation, table);
    found.addAll(new TotalRule().find(new TrapScan(cases, table)));
    return found;
  }

  private static boolean leavesNoInput(Trap trap, TrapScan look) {
    return trap.remedies().contains(Trap.Remedy.IGNORE)
        && IntStream.of(look.inputs).allMatch(new HashSet<>(trap.columns())::contains);
  }

  /**
   * Whether a trap may well come of how a column was read, of which there is a doubt: that is to be
   * settled first, as numbers read as texts look like names of rows.
   */
  private static boolean isOfReading(Trap trap, TrapScan look) {
    var blamed =
        switch (trap.kind()) {
          case IDENTIFIER, UNSEEN -> trap.columns();
          case IMBALANCE, SCARCE, SINGLE -> List.of(look.targetIndex);
          default -> List.<Integer>of();
        };
    var reading = look.table.reading();
    return reading != null
        && blamed.stream()
            .filter(column -> look.table.column(column) instanceof TextColumn)
            .flatMap(column -> reading.remarks(look.name(column)).stream())
            .anyMatch(Remark::doubtful);
  }
}
