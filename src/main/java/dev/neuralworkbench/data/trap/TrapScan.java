package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.UsableRows;
import dev.neuralworkbench.data.split.RowSplit;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.RowKeys;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A table as the rules look at it. One thread's. Its arrays of rows and inputs are in rising order,
 * but for {@link #sample}, and not to be modified.
 */
final class TrapScan {

  /** So many rows are looked at where looking at all would take long: 1 % is told well by them. */
  static final int SOME_ROWS = 20_000;

  /** So many cells, where there are many inputs. */
  private static final int SOME_CELLS = 2_000_000;

  /** Below so many rows chance alone looks like a rule. */
  static final int FEWEST_ROWS = 20;

  final Preparation preparation;
  final Table table;
  final int[] inputs;
  final int targetIndex;

  /** The rows that are not left out by choice, with a target or without. */
  final int[] rows;

  final int[] usable;
  final RowSplit split;
  final int[] heldOut;

  /** Some of the usable rows, at most {@value #SOME_ROWS}, in an order drawn by chance. */
  final int[] sample;

  final TargetValues target;
  final Set<Integer> blamed = new HashSet<>();
  private final Map<Integer, LoneInput> alone = new HashMap<>();

  TrapScan(Preparation preparation, Table raw) {
    this.preparation = preparation;
    table = preparation.cleaned(raw);
    inputs = preparation.inputIndices();
    targetIndex = preparation.targetIndex();
    var leftOut = preparation.filter().on(table);
    rows = IntStream.range(0, table.rows()).filter(row -> !leftOut.test(row)).toArray();
    usable = UsableRows.of(preparation, table).rows();
    split = RowSplit.of(preparation, table);
    heldOut =
        IntStream.concat(IntStream.of(split.validation()), IntStream.of(split.test()))
            .sorted()
            .toArray();
    var shuffled = usable.clone();
    RandomSource.of(0, Purpose.TRAPS).shuffle(shuffled);
    var some = Math.min(SOME_ROWS, SOME_CELLS / Math.max(1, inputs.length));
    sample = Arrays.copyOf(shuffled, Math.min(some, shuffled.length));
    target = TargetValues.of(table.column(targetIndex), isCategory(targetIndex));
  }

  String name(int column) {
    return table.column(column).name();
  }

  String targetName() {
    return name(targetIndex);
  }

  /** Whether a column is of names, whose order says nothing. */
  boolean isCategory(int column) {
    return preparation.columns().get(column).kind() == ColumnKind.CATEGORY;
  }

  /** A cell as a number: of a text its code, NaN where it is missing. */
  double cell(int column, int row) {
    return RowKeys.cell(table.column(column), row);
  }

  double[] cells(int column, int[] rows) {
    return IntStream.of(rows).mapToDouble(row -> cell(column, row)).toArray();
  }

  /** Several rules ask. */
  LoneInput alone(int input) {
    return alone.computeIfAbsent(input, it -> LoneInput.of(this, it));
  }

  /** The target of every row: a number, or the index of a class as one; then there are classes. */
  @SuppressWarnings("ArrayRecordComponent") // As many as a table has rows; nobody compares them.
  record TargetValues(List<String> classes, double[] values) {

    static TargetValues of(Column column, boolean isClass) {
      var rows = IntStream.range(0, column.rows()).toArray();
      if (!isClass) {
        return new TargetValues(List.of(), IntStream.of(rows).mapToDouble(column::value).toArray());
      }
      var target = ClassTarget.of(column);
      return new TargetValues(
          target.classes(), IntStream.of(target.indices(column, rows)).asDoubleStream().toArray());
    }

    boolean isClass() {
      return !classes.isEmpty();
    }

    double value(int row) {
      return values[row];
    }

    int classOf(int row) {
      return (int) values[row];
    }

    int[] counts(int[] rows) {
      var counts = new int[classes.size()];
      for (var row : rows) {
        counts[classOf(row)]++;
      }
      return counts;
    }
  }

  interface TrapRule {

    List<Trap> find(TrapScan look);

    /** Looks at one input after another; those that another rule has blamed are passed over. */
    interface OfColumns extends TrapRule {

      Optional<Trap> find(TrapScan look, int input);

      @Override
      default List<Trap> find(TrapScan look) {
        return IntStream.of(look.inputs)
            .filter(input -> !look.blamed.contains(input))
            .mapToObj(input -> find(look, input))
            .flatMap(Optional::stream)
            .toList();
      }
    }
  }
}
