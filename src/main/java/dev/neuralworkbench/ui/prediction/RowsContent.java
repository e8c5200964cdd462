package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.model.answer.RowsAnswer;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Same;
import dev.neuralworkbench.ui.common.grid.CellNumbers;
import dev.neuralworkbench.ui.common.grid.GridContent;
import dev.neuralworkbench.ui.common.grid.TableCells;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Answered rows in a grid: first the answer, seen however many inputs there are, then all else. */
final class RowsContent implements GridContent {

  enum Kind {
    ANSWER,
    PROBABILITY,
    ACTUAL,
    INPUT,
    UNUSED
  }

  /** With its index in the table; −1 where it is not from there. */
  record Shown(Kind kind, String name, int tableColumn) {}

  private static final int FEWEST_DIGITS = 9;
  private static final int MOST_DIGITS = 26;
  private static final int SAMPLED = 64;
  private static final int DIGITS = 5;

  private final RowsAnswer.Given given;
  private final Answers answers;
  private final TableCells cells;
  private final List<Shown> shown;
  private final @Nullable CellNumbers numbers;
  private final int @Nullable [] wrong;

  /** Of all rows, or of those alone whose class is not the table's. */
  RowsContent(RowsAnswer.Given given, boolean wrongOnly) {
    this.given = given;
    answers = given.answers().answers();
    cells = new TableCells(given.table());
    shown = inOrder();
    numbers =
        switch (answers.target()) {
          case ClassTarget _ -> null;
          case NumberTarget target -> new CellNumbers(numbers(target.name()), SAMPLED);
        };
    wrong =
        wrongOnly ? IntStream.range(0, given.table().rows()).filter(this::isWrong).toArray() : null;
  }

  static int wrong(RowsAnswer.Given given) {
    return new RowsContent(given, true).rows();
  }

  int tableRow(int place) {
    return wrong == null ? place : wrong[place];
  }

  private List<Shown> inOrder() {
    var table = given.table();
    var target = answers.target().name();
    var columns = new ArrayList<Shown>();
    columns.add(new Shown(Kind.ANSWER, target, -1));
    if (answers.target() instanceof ClassTarget) {
      columns.add(new Shown(Kind.PROBABILITY, "", -1));
    }
    if (table.column(target) != null) {
      columns.add(new Shown(Kind.ACTUAL, target, table.indexOf(target)));
    }
    given.model().preprocessor().inputs().stream()
        .map(InputEncoder::name)
        .forEach(name -> columns.add(new Shown(Kind.INPUT, name, table.indexOf(name))));
    given.unused().forEach(name -> columns.add(new Shown(Kind.UNUSED, name, table.indexOf(name))));
    return List.copyOf(columns);
  }

  private NumberColumn numbers(String name) {
    return NumberColumn.of(
        name,
        IntStream.range(0, given.table().rows())
            .mapToDouble(
                row -> {
                  var position = given.answers().position(row);
                  return position < 0 ? Double.NaN : rounded(answers.number(position));
                })
            .toArray());
  }

  private static double rounded(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(new MathContext(DIGITS)).doubleValue()
        : Double.NaN;
  }

  Shown column(int index) {
    return shown.get(index);
  }

  /** Whether another content is of the same rows, so that a place in one is one in the other. */
  boolean isOfTable(RowsContent other) {
    return Same.is(given.table(), other.given.table())
        && shown.equals(other.shown)
        && Arrays.equals(wrong, other.wrong);
  }

  @Override
  public int rows() {
    return wrong == null ? given.table().rows() : wrong.length;
  }

  @Override
  public int columns() {
    return shown.size();
  }

  @Override
  public String text(int place, int column) {
    var row = tableRow(place);
    var of = shown.get(column);
    return switch (of.kind()) {
      case ANSWER -> answer(row);
      case PROBABILITY -> probability(row);
      case ACTUAL, INPUT, UNUSED -> cells.text(row, of.tableColumn());
    };
  }

  private String answer(int row) {
    var position = given.answers().position(row);
    if (position < 0) {
      return TableCells.MISSING;
    }
    return numbers == null
        ? answers.classes().get(answers.predictedClass(position))
        : numbers.text(row);
  }

  private String probability(int row) {
    var position = given.answers().position(row);
    return position < 0
        ? TableCells.MISSING
        : AnswerPane.ProbabilityBar.text(
            answers.probability(position, answers.predictedClass(position)));
  }

  @Override
  public boolean isMissing(int place, int column) {
    var row = tableRow(place);
    var of = shown.get(column);
    return switch (of.kind()) {
      case ANSWER, PROBABILITY -> given.answers().position(row) < 0;
      case ACTUAL, INPUT, UNUSED -> cells.table.column(of.tableColumn()).isMissing(row);
    };
  }

  @Override
  public boolean isNumeric(int column) {
    var of = shown.get(column);
    return switch (of.kind()) {
      case ANSWER ->
          switch (answers.target()) {
            case ClassTarget classes -> classes.numbers();
            case NumberTarget _ -> true;
          };
      case PROBABILITY -> true;
      case ACTUAL, INPUT, UNUSED -> cells.table.column(of.tableColumn()) instanceof NumberColumn;
    };
  }

  @Override
  public boolean hasLongNames() {
    return shown.stream().anyMatch(of -> TableCells.head(of.name()).contains("\n"));
  }

  @Override
  public int digits(int column) {
    var of = shown.get(column);
    return switch (of.kind()) {
      case ANSWER ->
          Math.clamp(
              Math.max(TableCells.width(of.name()) + 1, answerWidth()), FEWEST_DIGITS, MOST_DIGITS);
      case PROBABILITY -> FEWEST_DIGITS;
      case ACTUAL, INPUT, UNUSED -> Math.max(FEWEST_DIGITS, cells.digits(of.tableColumn()));
    };
  }

  private int answerWidth() {
    return numbers == null
        ? answers.classes().stream().mapToInt(TableCells::width).max().orElse(0) + 1
        : numbers.width;
  }

  @Override
  public @Nullable String look(int column) {
    return shown.get(column).kind() == Kind.ANSWER ? "target" : null;
  }

  /** A mark where the table says otherwise; else where the row is unlike every training row. */
  @Override
  public @Nullable String mark(int place) {
    var row = tableRow(place);
    if (isWrong(row)) {
      return "wrong";
    }
    return given.answers().isOutside(row) ? "outside" : null;
  }

  private boolean isWrong(int row) {
    var position = given.answers().position(row);
    if (position < 0 || !(answers.target() instanceof ClassTarget target)) {
      return false;
    }
    var column = given.answers().read().column(target.name());
    if (column == null || column.isMissing(row)) {
      return false;
    }
    var actual = target.indexOf(column.text(row));
    return actual >= 0 && actual != answers.predictedClass(position);
  }

  @Override
  public String rowName(int place) {
    return Numbers.count(tableRow(place) + 1L);
  }
}
