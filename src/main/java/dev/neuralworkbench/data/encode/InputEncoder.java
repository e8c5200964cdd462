package dev.neuralworkbench.data.encode;

import dev.neuralworkbench.data.encode.RowRemark.RowTally;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.NumberSummary;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.statistics.NumberStatistics;
import dev.neuralworkbench.data.table.CategoryCounts;
import dev.neuralworkbench.data.table.CategoryIndex;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How one input column becomes numbers, as learned from the training rows. */
public sealed interface InputEncoder
    permits InputEncoder.NumberInput, InputEncoder.CategoryInput, DateInput {

  String name();

  /** How many numbers it becomes. */
  int width();

  /**
   * Writes the numbers of one raw value.
   *
   * @param input index of this input in the row
   * @param into receives {@link #width()} numbers from {@code offset} on. Modified.
   */
  void encode(RawRow row, int input, float[] into, int offset);

  /** This encoder for the rows of one column, with what can be looked up once done already. */
  CellEncoder on(Column column);

  /** Writes the numbers of a column's cells, the same bits as one raw value at a time. */
  interface CellEncoder {

    /**
     * Writes the numbers of one cell.
     *
     * @param into receives the encoder's width of numbers from {@code offset} on. Modified.
     */
    void encode(int row, float[] into, int offset);
  }

  /** Whether a row's cell in a column of this name holds what cannot be answered at all. */
  IntPredicate refuses(Column column);

  /**
   * Whether a row's cell in a column of this name holds what can be answered but was not among the
   * training rows: another category, or a number outside their range.
   */
  IntPredicate isOutside(Column column);

  /** What is so in a cell that is refused or outside. */
  Problem problem(Column column, int row);

  /**
   * A numeric input: x′ = (x − offset) / scale, in double, then rounded to float.
   *
   * @param minimum that of the training values, as are {@code maximum} and {@code mean}
   * @param fill stands in for a missing value
   * @param scale see {@link Scaling}; not 0
   */
  record NumberInput(
      String name,
      double minimum,
      double maximum,
      double mean,
      double fill,
      double offset,
      double scale)
      implements InputEncoder {

    static NumberInput fit(
        NumberColumn column, int[] rows, Scaling scaling, MissingValues missing) {
      var summary = NumberSummary.of(column, rows);
      return new NumberInput(
          column.name(),
          summary.minimum(),
          summary.maximum(),
          summary.mean(),
          missing.fill(summary).orElseGet(() -> fill(column.only(rows), missing)),
          scaling.offset(summary),
          scaling.scale(summary));
    }

    private static double fill(NumberColumn taught, MissingValues missing) {
      var told = NumberStatistics.of(taught);
      return told == null ? 0 : missing == MissingValues.MEDIAN ? told.median() : told.mode();
    }

    @Override
    public int width() {
      return 1;
    }

    /** The number itself; of NaN, the fill value. */
    public double filled(double value) {
      return Double.isNaN(value) ? fill : value;
    }

    /** The scaled number; of NaN, the scaled fill value. */
    public float encode(double value) {
      return (float) ((filled(value) - offset) / scale);
    }

    @Override
    public void encode(RawRow row, int input, float[] into, int offset) {
      into[offset] = encode(row.number(input));
    }

    @Override
    public CellEncoder on(Column column) {
      return (row, into, position) -> into[position] = encode(column.value(row));
    }

    /** Whether the training values are known: those of another program's model are not. */
    public boolean isRangeKnown() {
      return maximum < Scaling.LARGEST;
    }

    /** Largest magnitude that is answered: beyond it the network's floats would overflow. */
    public double largest() {
      return Scaling.largest(scale);
    }

    @Override
    public IntPredicate refuses(Column column) {
      var largest = largest();
      return switch (column) {
        case NumberColumn numbers ->
            numbers.max() > largest || numbers.min() < -largest
                ? row -> Math.abs(numbers.value(row)) > largest
                : RowTally.NEVER;
        case TextColumn text ->
            RowTally.ofTexts(text, value -> !(Math.abs(text.numberOf(value)) <= largest));
      };
    }

    @Override
    public IntPredicate isOutside(Column column) {
      return switch (column) {
        case NumberColumn numbers ->
            numbers.max() > maximum || numbers.min() < minimum
                ? row -> isOutside(numbers.value(row))
                : RowTally.NEVER;
        case TextColumn text -> RowTally.ofTexts(text, value -> isOutside(text.numberOf(value)));
      };
    }

    private boolean isOutside(double value) {
      return value < minimum || value > maximum;
    }

    @Override
    public Problem problem(Column column, int row) {
      var cell = Place.cell(name, row + 1L);
      var number = column.value(row);
      if (Double.isNaN(number)) {
        return Problem.at("data.cell.notNumber", cell, null, column.text(row));
      }
      return Math.abs(number) <= largest()
          ? Problem.at("data.cell.outside", cell, Range.closed(minimum, maximum), number)
          : Problem.at("data.column.tooLarge", cell, largest(), number);
    }
  }

  /**
   * A categorical input, one-hot: one number for each category, 1 for the row's own, 0 for the
   * others. A category that was not among the training rows is all 0, and so is one of too few.
   *
   * @param categories those of the training rows: texts in the order of their characters, numbers
   *     by value; before them the empty text, where a missing value has a number of its own
   * @param fill stands in for a missing value; one of the categories, or empty for none
   * @param others categories of the training rows that have no number of their own; null for none
   */
  record CategoryInput(
      String name, List<String> categories, String fill, @Nullable List<String> others)
      implements InputEncoder {

    public CategoryInput {
      categories = List.copyOf(categories);
      others = others == null || others.isEmpty() ? null : List.copyOf(others);
    }

    /** An input in which each category has a number of its own. */
    public CategoryInput(String name, List<String> categories, String fill) {
      this(name, categories, fill, null);
    }

    /**
     * Learns from the given rows.
     *
     * @param fewest rows that a category needs for a number of its own; the most frequent one has
     *     one in any case
     */
    public static CategoryInput fit(Column column, int[] rows, int fewest, MissingValues missing) {
      var counts = CategoryCounts.of(column, rows);
      var usual = counts.mostFrequent();
      var own = new ArrayList<String>();
      var others = new ArrayList<String>();
      var lacking = missing == MissingValues.OWN ? missing(column, rows) : 0;
      if (lacking > 0 && lacking >= fewest) {
        own.add("");
      }
      for (var i = 0; i < counts.names().size(); i++) {
        var name = counts.names().get(i);
        (counts.counts().get(i) >= fewest || name.equals(usual) ? own : others).add(name);
      }
      var fill = missing.fillsCategories(own.contains("")) ? usual : "";
      return new CategoryInput(column.name(), own, fill, others);
    }

    private static int missing(Column column, int[] rows) {
      return (int) IntStream.of(rows).filter(column::isMissing).count();
    }

    /** Whether a missing value has a number of its own. */
    public boolean knowsMissing() {
      return !categories.isEmpty() && categories.getFirst().isEmpty();
    }

    /** What one of its numbers tells, as it is written in every language. */
    public static String label(String column, String category) {
      return category.isEmpty() ? column + ".missing" : column + " = " + category;
    }

    @Override
    public int width() {
      return categories.size();
    }

    @Override
    public void encode(RawRow row, int input, float[] into, int offset) {
      write(indexOf(row.text(input)), into, offset);
    }

    @Override
    public CellEncoder on(Column column) {
      var index = CategoryIndex.of(categories, column, indexOf(fill));
      return (row, into, position) -> write(index.applyAsInt(row), into, position);
    }

    private void write(int category, float[] into, int offset) {
      Arrays.fill(into, offset, offset + categories.size(), 0);
      if (category != CategoryIndex.UNKNOWN) {
        into[offset + category] = 1;
      }
    }

    /** Index of a category, of the fill value for null or empty, −1 for one that is unknown. */
    public int indexOf(@Nullable String text) {
      return CategoryIndex.find(categories, text == null || text.isEmpty() ? fill : text);
    }

    /** Never: an unknown category is an answerable one, as scikit-learn's ignored ones are. */
    @Override
    public IntPredicate refuses(Column column) {
      return RowTally.NEVER;
    }

    @Override
    public IntPredicate isOutside(Column column) {
      var known = known();
      var index = CategoryIndex.of(known, column, CategoryIndex.find(known, fill));
      return row -> !column.isMissing(row) && index.applyAsInt(row) == CategoryIndex.UNKNOWN;
    }

    /** The categories of the training rows, those without a number of their own included. */
    public List<String> known() {
      return others == null
          ? categories
          : Stream.concat(categories.stream(), others.stream()).toList();
    }

    @Override
    public Problem problem(Column column, int row) {
      return Problem.at(
          "data.cell.unknownCategory",
          Place.cell(name, row + 1L),
          CategoryIndex.listed(knowsMissing() ? categories.subList(1, width()) : categories),
          column.text(row));
    }
  }
}
