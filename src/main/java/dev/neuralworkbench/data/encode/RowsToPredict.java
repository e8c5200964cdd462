package dev.neuralworkbench.data.encode;

import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.RowRemark.Outcome;
import dev.neuralworkbench.data.encode.RowRemark.RowTally;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The rows of a table as questions to a model: which can be answered, and what must be known of
 * them. Found in this one way for the window and the command line. Rows that cannot be answered are
 * told column by column, as each needs a mend of its own; so are unknown categories. Numbers
 * outside the trained range and gaps that are filled are told of few columns, and together of the
 * rest, since in a wide table every column has some.
 */
public final class RowsToPredict {

  /** Most remarks of one kind: of more columns, the last is of all that are left. */
  private static final int MOST_ALONE = 4;

  private final Preprocessor preprocessor;
  private final IntPredicate some;

  /** The table with its cells as the model reads them. */
  public final Table table;

  private final List<RowRemark> remarks = new ArrayList<>();
  private final BitSet refused;
  private final BitSet outside;

  /** Looks at every cell of a table without {@link Preprocessor#columnProblems}. */
  public RowsToPredict(Preprocessor preprocessor, Table table) {
    this(preprocessor, table, _ -> true);
  }

  /** The same, remarks being about some rows alone. */
  public RowsToPredict(Preprocessor preprocessor, Table table, IntPredicate some) {
    this.preprocessor = preprocessor;
    this.some = some;
    this.table = preprocessor.cleaned(table);
    refused = new BitSet(table.rows());
    refuse();
    var unknown = answered(CategoryInput.class::isInstance, InputEncoder::isOutside);
    unknown.forEach(it -> tell(List.of(it), Cells::problem));
    outside = all(unknown);
    var numbers = answered(it -> !(it instanceof CategoryInput), InputEncoder::isOutside);
    tellOfFew(numbers, Cells::problem);
    outside.or(all(numbers));
    if (preprocessor.missing() != MissingValues.DROP_ROW) {
      var gaps = answered(_ -> true, (_, column) -> gaps(column));
      tellOfFew(gaps, (cells, row) -> at("data.cell.filled", cells.column, row));
    }
  }

  /**
   * What keeps a table's rows from being predicted: columns that are not there; else text where a
   * number is expected, numbers that are too large and, under {@link MissingValues#DROP_ROW},
   * missing values, the first of each column.
   */
  public static List<Problem> problems(Preprocessor preprocessor, Table table) {
    var lacking = preprocessor.columnProblems(table);
    return lacking.isEmpty()
        ? new RowsToPredict(preprocessor, table)
            .remarks.stream()
                .filter(remark -> remark.outcome() == Outcome.UNANSWERED)
                .map(RowRemark::first)
                .toList()
        : lacking;
  }

  /** The remarks, those about rows without an answer first. */
  public List<RowRemark> remarks() {
    return List.copyOf(remarks);
  }

  /** The rows that can be answered, in rising order; the caller's own. */
  public int[] answerable() {
    return IntStream.range(0, table.rows()).filter(row -> !refused.get(row)).toArray();
  }

  /**
   * Whether a row is answered although it is unlike every training row: a number is outside their
   * range, or a category was not among them.
   */
  public boolean isOutside(int row) {
    return outside.get(row);
  }

  private void refuse() {
    for (var input : preprocessor.inputs()) {
      var column = table.named(input.name());
      refuse(input.refuses(column), row -> input.problem(column, row));
      if (preprocessor.missing() == MissingValues.DROP_ROW) {
        refuse(gaps(column), row -> at("data.cell.missing", column, row));
      }
    }
    // What an engineered input makes of numbers that can each be taken may be too large itself.
    for (var engineered : preprocessor.engineered()) {
      var operands = preprocessor.operands(engineered.feature(), table);
      refuse(
          row -> !refused.get(row) && !engineered.canTake(operands.value(row)),
          row ->
              Problem.at(
                  "data.cell.feature",
                  Place.cell(engineered.feature().column(), row + 1L),
                  engineered.feature().name(),
                  operands.value(row)));
    }
  }

  private void refuse(IntPredicate holds, IntFunction<Problem> problem) {
    var rows = tally(holds);
    remarks.addAll(rows.remarks(problem, Outcome.UNANSWERED));
    refused.or(rows.rows());
  }

  private RowTally tally(IntPredicate holds) {
    return RowTally.of(table.rows(), holds.equals(RowTally.NEVER) ? holds : some.and(holds));
  }

  /** Of some inputs the cells of answered rows in which something is so; none without any. */
  private List<Cells> answered(
      Predicate<InputEncoder> some, BiFunction<InputEncoder, Column, IntPredicate> so) {
    var found = new ArrayList<Cells>();
    for (var input : preprocessor.inputs().stream().filter(some).toList()) {
      var column = table.named(input.name());
      var holds = so.apply(input, column);
      var rows = tally(holds).rows();
      rows.andNot(refused);
      if (!rows.isEmpty()) {
        found.add(new Cells(input, column, rows));
      }
    }
    return found;
  }

  /** Tells of each column, or where there are many of those with the most rows and of the rest. */
  private void tellOfFew(List<Cells> found, CellProblem problem) {
    var columns = new ArrayList<>(found);
    columns.sort(Comparator.comparingInt(it -> -it.rows.cardinality()));
    var alone = columns.size() <= MOST_ALONE ? columns.size() : MOST_ALONE - 1;
    columns.subList(0, alone).forEach(it -> tell(List.of(it), problem));
    if (alone < columns.size()) {
      tell(columns.subList(alone, columns.size()), problem);
    }
  }

  private void tell(List<Cells> columns, CellProblem problem) {
    var all = all(columns);
    var first = all.nextSetBit(0);
    var cells = columns.stream().filter(it -> it.rows.get(first)).findFirst().orElseThrow();
    remarks.add(
        new RowRemark(
            problem.of(cells, first), all.cardinality(), columns.size(), Outcome.ANSWERED));
  }

  private BitSet all(List<Cells> columns) {
    var all = new BitSet(table.rows());
    columns.forEach(it -> all.or(it.rows));
    return all;
  }

  private static IntPredicate gaps(Column column) {
    return column.missing() == 0 ? RowTally.NEVER : column::isMissing;
  }

  private static Problem at(String key, Column column, int row) {
    return Problem.at(key, Place.cell(column.name(), row + 1L), null, null);
  }

  private record Cells(InputEncoder input, Column column, BitSet rows) {
    Problem problem(int row) {
      return input.problem(column, row);
    }
  }

  private interface CellProblem {
    Problem of(Cells cells, int row);
  }
}
