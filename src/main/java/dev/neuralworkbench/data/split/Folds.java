package dev.neuralworkbench.data.split;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.UsableRows;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The divisions of a k-fold cross-validation: every usable row is a test row exactly once.
 * Validation rows, for stopping, are taken from each fold's other rows, so no test row decides when
 * its own model stops.
 */
public final class Folds {

  /** Numbers of folds; no more than there are rows. */
  public static final Range COUNT = Range.whole(2, 1_000);

  private Folds() {}

  /**
   * Divides the usable rows of a table. If the preparation's split is stratified, the classes are
   * spread over the folds in proportion; rows of one group or of one stretch of time are in one
   * fold.
   *
   * @param preparation without problems; its split gives seed, stratification and the share of
   *     validation rows
   * @param count number of folds, at most the number of usable rows
   * @param repetition which of several draws, from 0 on
   * @return as many divisions as folds
   * @throws IllegalArgumentException if there are fewer usable rows than folds
   */
  public static List<RowSplit> of(Preparation preparation, Table table, int count, int repetition) {
    var rows = UsableRows.of(preparation, table).rows();
    if (!COUNT.contains(count) || count > rows.length) {
      throw new IllegalArgumentException(
          "expected 2 to " + rows.length + " folds, received " + count);
    }
    var split = preparation.split();
    var strata = split.stratified() ? Strata.of(preparation, table, rows) : new int[rows.length];
    var units = RowUnits.of(preparation, table, rows);
    var random = RandomSource.of(split.seed(), Purpose.FOLDS, repetition);
    var foldOf = units == null ? random.deal(strata, count) : random.dealUnits(units, count);
    var divisions = new ArrayList<RowSplit>();
    for (var fold = 0; fold < count; fold++) {
      divisions.add(division(fold, foldOf, rows, preparation, table, repetition));
    }
    return List.copyOf(divisions);
  }

  private static RowSplit division(
      int fold, int[] foldOf, int[] rows, Preparation preparation, Table table, int repetition) {
    var others =
        IntStream.range(0, rows.length).filter(i -> foldOf[i] != fold).map(i -> rows[i]).toArray();
    var test = IntStream.range(0, rows.length).filter(i -> foldOf[i] == fold).map(i -> rows[i]);
    var split = preparation.split();
    // Another draw for every fold, or the same rows would decide in all of them.
    var drawn = split.withTest(0).withSeed(foldSeed(split.seed(), repetition, fold));
    var rest = RowSplit.of(preparation, table, drawn, others);
    return new RowSplit(rest.training(), rest.validation(), test.toArray());
  }

  private static long foldSeed(long seed, int repetition, int fold) {
    return RandomSource.of(seed, Purpose.FOLDS, repetition, fold).nextLong();
  }
}
