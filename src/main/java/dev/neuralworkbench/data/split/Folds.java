package dev.neuralworkbench.data.split;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.data.prepare.UsableRows;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The divisions of a k-fold cross-validation: every usable row is a test row exactly once.
 * Validation rows, for stopping, are taken from each fold's other rows, so no test row decides when
 * its own model stops.
 */
public final class Folds {

  /** Numbers of folds; no more than {@link #most}. */
  public static final Range COUNT = Range.whole(2, 1_000);

  private Folds() {}

  /** The rows that are dealt: those that can be learned from, and that the split knows. */
  public static int[] rows(Preparation preparation, Table table) {
    var rows = UsableRows.of(preparation, table).rows();
    var rule = preparation.split().by();
    if (rule == null || !preparation.split().namesParts()) {
      return rows;
    }
    var column = preparation.cleaned(table).named(rule.column());
    return RowSplit.of(rows, RuledSplit.byParts(column, rows, Set.of())).training();
  }

  /**
   * Most folds into which rows can be dealt: their number, or that of the groups or stretches of
   * time that stay together.
   *
   * @param preparation without problems
   */
  public static int most(Preparation preparation, Table table, int[] rows) {
    return RowUnits.count(preparation, table, rows);
  }

  /**
   * Divides rows of a table. If the preparation's split is stratified, the classes are spread over
   * the folds in proportion; rows of one group are in one fold, and each fold is a run of stretches
   * of time, whatever the repetition. Where a column says the parts, it says who watches; all else
   * that it names is learned from or asked about.
   *
   * @param preparation without problems; its split gives seed, stratification and the share of
   *     validation rows
   * @param rows in rising order, of the {@link #rows}, such as those that several preparations can
   *     all use. Not modified.
   * @param count number of folds, no more than {@link #most}
   * @param repetition which of several draws, from 0 on
   * @param watched whether rows are held out for validation
   * @return as many divisions as folds
   * @throws IllegalArgumentException if there cannot be so many folds
   */
  public static List<RowSplit> of(
      Preparation preparation,
      Table table,
      int[] rows,
      int count,
      int repetition,
      boolean watched) {
    var split = preparation.split();
    var strata =
        split.stratified() ? RowSplit.strata(preparation, table, rows) : new int[rows.length];
    var units = RowUnits.of(preparation, table, rows);
    var most = units == null ? rows.length : RowUnits.count(units);
    if (!COUNT.contains(count) || count > most) {
      throw new IllegalArgumentException("expected 2 to " + most + " folds, received " + count);
    }
    var random = RandomSource.of(split.seed(), Purpose.FOLDS, repetition);
    var foldOf =
        units == null
            ? random.deal(strata, count)
            : RowUnits.areInOrder(preparation)
                ? RandomSource.dealInOrder(units, count)
                : random.dealUnits(units, count);
    Set<RowPart> heldOut = watched ? EnumSet.of(RowPart.VALIDATION) : Set.of();
    var divisions = new ArrayList<RowSplit>();
    for (var fold = 0; fold < count; fold++) {
      var of = fold;
      var others = rows(rows, place -> foldOf[place] != of);
      // Another draw for every fold, or the same rows would decide in all of them.
      var seeds = RandomSource.of(split.seed(), Purpose.FOLDS, repetition, fold);
      var drawn = split.withSeed(seeds.nextLong());
      var rest = RowSplit.of(preparation, table, drawn, others, heldOut);
      var test = rows(rows, place -> foldOf[place] == of);
      divisions.add(new RowSplit(rest.training(), rest.validation(), test));
    }
    return List.copyOf(divisions);
  }

  private static int[] rows(int[] rows, IntPredicate places) {
    return IntStream.range(0, rows.length).filter(places).map(place -> rows[place]).toArray();
  }
}
