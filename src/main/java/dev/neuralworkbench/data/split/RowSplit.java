package dev.neuralworkbench.data.split;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.data.prepare.UsableRows;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The rows of a table divided into training, validation and test rows, each in rising order. Rows
 * that cannot be learned from are in none of them. Its arrays are kept, not copied, and not to be
 * modified.
 */
@SuppressWarnings("ArrayRecordComponent") // As many as a table has rows; nobody compares them.
public record RowSplit(int[] training, int[] validation, int[] test) {

  /**
   * The last division of every table that is in use: facts, forms, a run and each screen ask for
   * the same one.
   */
  private static final Map<Table, Made> MADE = Collections.synchronizedMap(new WeakHashMap<>());

  private static final Set<RowPart> HELD_OUT = EnumSet.of(RowPart.VALIDATION, RowPart.TEST);

  private record Made(Preparation preparation, RowSplit rows) {}

  public int[] rows(RowPart part) {
    return switch (part) {
      case TRAINING -> training;
      case VALIDATION -> validation;
      case TEST -> test;
    };
  }

  RowSplit where(IntPredicate some) {
    return new RowSplit(
        IntStream.of(training).filter(some).toArray(),
        IntStream.of(validation).filter(some).toArray(),
        IntStream.of(test).filter(some).toArray());
  }

  /**
   * The division that a preparation asks for, worked out once: {@link UsableRows} in an order drawn
   * from the split's seed, cut into parts of n · share rows, rounded. Stratified, each class is cut
   * by itself, and the rounding is carried from class to class, so that the parts are as large as
   * without. Every class keeps at least one training row. Where the split names a column, that
   * decides, see {@code SplitRule}. Of the training rows, the share {@link Split#usedShare used} is
   * drawn in the same manner.
   *
   * @throws IllegalArgumentException if the preparation has problems with the table
   */
  public static RowSplit of(Preparation preparation, Table table) {
    var made = MADE.get(table);
    if (made == null || !made.preparation.equals(preparation)) {
      var rows = UsableRows.of(preparation, table).rows();
      var all = of(preparation, table, preparation.split(), rows, HELD_OUT);
      made = new Made(preparation, all);
      MADE.put(table, made);
    }
    return made.rows;
  }

  /**
   * The division of some rows, as a preparation's column decides or by chance.
   *
   * @param wanted shares and seed; those of the preparation, or of a fold
   * @param rows in rising order. Not modified.
   * @param heldOut which parts may be held out; the rows of another are learned from
   */
  static RowSplit of(
      Preparation preparation, Table table, Split wanted, int[] rows, Set<RowPart> heldOut) {
    var split =
        wanted
            .withValidation(heldOut.contains(RowPart.VALIDATION) ? wanted.validation() : 0)
            .withTest(heldOut.contains(RowPart.TEST) ? wanted.test() : 0);
    var strata = split.stratified() ? strata(preparation, table, rows) : new int[rows.length];
    var rule = preparation.split().by();
    if (rule == null) {
      return split.keepsEqualRows()
          ? withUsed(split, ofEqual(preparation, table, split, rows, strata), rows, strata)
          : of(split, rows, strata);
    }
    var column = preparation.cleaned(table).named(rule.column());
    var parts =
        switch (rule.kind()) {
          case GROUP -> RuledSplit.byUnits(split, rows, RowUnits.groups(column, rows));
          case TIME -> RuledSplit.byTime(split, column, rows);
          case PART -> RuledSplit.byParts(column, rows, heldOut);
        };
    return withUsed(split, of(rows, parts), rows, strata);
  }

  /** Class by class where they keep their shares, since equal rows are of one class. */
  private static RowSplit ofEqual(
      Preparation preparation, Table table, Split split, int[] rows, int[] strata) {
    var parts = new byte[rows.length];
    for (var stratum : IntStream.of(strata).distinct().sorted().toArray()) {
      var places = IntStream.range(0, rows.length).filter(i -> strata[i] == stratum).toArray();
      var some = IntStream.of(places).map(place -> rows[place]).toArray();
      var units = RowUnits.equal(preparation, table, some);
      var ofSome = RuledSplit.byUnits(split, some, units);
      for (var i = 0; i < places.length; i++) {
        parts[places[i]] = ofSome[i];
      }
    }
    return of(rows, parts);
  }

  /**
   * The division of any rows.
   *
   * @param rows rows to divide, in rising order. Not modified.
   * @param strata the class of each of these rows, from 0 on; all 0 where none is to be kept in
   *     proportion. Not modified.
   */
  public static RowSplit of(Split split, int[] rows, int[] strata) {
    return withUsed(split, divided(split, rows, strata), rows, strata);
  }

  private static RowSplit withUsed(Split split, RowSplit all, int[] rows, int[] strata) {
    if (split.usedShare() == 1) {
      return all;
    }
    var places = IntStream.of(all.training).map(row -> Arrays.binarySearch(rows, row));
    var ofTraining = places.map(place -> strata[place]).toArray();
    var left = split.withValidation(1 - split.usedShare()).withTest(0);
    return new RowSplit(divided(left, all.training, ofTraining).training, all.validation, all.test);
  }

  private static RowSplit divided(Split split, int[] rows, int[] strata) {
    var order = IntStream.range(0, rows.length).toArray();
    RandomSource.of(split.seed(), Purpose.SPLIT).shuffle(order);
    var classes = Arrays.stream(strata).max().orElse(0) + 1;
    var counts = new int[classes];
    for (var stratum : strata) {
      counts[stratum]++;
    }
    var validationLeft = new int[classes];
    var testLeft = new int[classes];
    var before = 0L;
    for (var c = 0; c < classes; c++) {
      var after = before + counts[c];
      testLeft[c] = share(split.test(), before, after, counts[c] - 1);
      validationLeft[c] = share(split.validation(), before, after, counts[c] - 1 - testLeft[c]);
      before = after;
    }
    var parts = new byte[rows.length];
    for (var position : order) {
      var stratum = strata[position];
      if (validationLeft[stratum] > 0) {
        validationLeft[stratum]--;
        parts[position] = RuledSplit.VALIDATION;
      } else if (testLeft[stratum] > 0) {
        testLeft[stratum]--;
        parts[position] = RuledSplit.TEST;
      }
    }
    return of(rows, parts);
  }

  /** Rows divided as the part of each says, one of {@link RuledSplit}'s. */
  static RowSplit of(int[] rows, byte[] parts) {
    return new RowSplit(
        rows(rows, parts, RuledSplit.TRAINING),
        rows(rows, parts, RuledSplit.VALIDATION),
        rows(rows, parts, RuledSplit.TEST));
  }

  private static int[] rows(int[] rows, byte[] parts, byte part) {
    return IntStream.range(0, rows.length)
        .filter(i -> parts[i] == part)
        .map(i -> rows[i])
        .toArray();
  }

  private static int share(double share, long before, long after, int most) {
    var count = Math.round(share * after) - Math.round(share * before);
    return (int) Math.max(0, Math.min(count, most));
  }

  /**
   * The target's class of each row, numbered as in {@link ClassTarget#classes()}, for splits and
   * folds that keep proportions; all 0 where the target is a number.
   *
   * @param rows rows whose target is there. Not modified.
   * @return as long as {@code rows}; the caller's own
   */
  static int[] strata(Preparation preparation, Table table, int[] rows) {
    var index = preparation.targetIndex();
    if (index < 0 || preparation.columns().get(index).kind() != ColumnKind.CATEGORY) {
      return new int[rows.length];
    }
    var column = preparation.cleaned(table).column(index);
    return ClassTarget.of(preparation.cases().column(table, index)).indices(column, rows);
  }
}
