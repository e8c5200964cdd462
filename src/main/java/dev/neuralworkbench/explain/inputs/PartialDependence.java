package dev.neuralworkbench.explain.inputs;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.neuralworkbench.data.encode.DateInput;
import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.table.CategoryCounts;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.progress.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a prediction moves with one column while the others stay: for some rows a curve each, the
 * prediction with the column set to each of some values (individual conditional expectation;
 * Goldstein and others, "Peeking inside the black box", 2015), and their mean, the partial
 * dependence (Friedman, "Greedy function approximation", 2001; scikit-learn's {@code
 * partial_dependence} with {@code method="brute"}). Where columns go together, some of these rows
 * are such as no table has.
 *
 * @param encoder of the column
 * @param values those that the column is set to, each such as a row has: {@value #MOST_VALUES}
 *     quantiles of numbers and dates from the smallest to the largest, equal ones once; of
 *     categories the {@value #MOST_CATEGORIES} most frequent, in rising order
 * @param curves predictions (rows × values): the probability of a class, or a number in the user's
 *     units; NaN where there is none. Not to be modified.
 * @param all every value that the rows have
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
public record PartialDependence(
    InputEncoder encoder, List<Value> values, double[][] curves, List<Value> all) {

  /** Rows that have a curve, at most. */
  public static final int MOST_ROWS = 200;

  static final int MOST_VALUES = 41;
  static final int MOST_CATEGORIES = 24;

  private static final double SECONDS_A_YEAR = 31_556_952;
  private static final int EPOCH = 1970;

  /**
   * A value of the column.
   *
   * @param text as it is in the table; empty for the lack of a category, where a model knows it
   * @param at where it lies: the number; of a date the year, as 2024.5; of a category its index
   */
  public record Value(String text, double at) {}

  public PartialDependence {
    values = List.copyOf(values);
    all = List.copyOf(all);
  }

  /**
   * The curves of a column.
   *
   * @param name of an input column
   * @param classIndex whose probability it is; not looked at for numbers
   * @param progress told of the values
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public static PartialDependence of(
      ModelPredictor predictor, ReadRows rows, String name, int classIndex, Progress progress) {
    var encoder =
        rows.encoders().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    var all = all(encoder, rows.column(name));
    var values = encoder instanceof CategoryInput ? frequent(all) : quantiles(all);
    var some = rows.sample(MOST_ROWS);
    var curves = new double[some.rows()][values.size()];
    for (var i = 0; i < values.size(); i++) {
      progress.goOn(i, values.size());
      var answers = predictor.predict(some.with(List.of(constant(name, values.get(i), some))));
      IntToDoubleFunction predicted =
          answers.classes().isEmpty()
              ? answers::number
              : row -> answers.probability(row, classIndex);
      for (var row = 0; row < curves.length; row++) {
        curves[row][i] = answers.isAnswered(row) ? predicted.applyAsDouble(row) : Double.NaN;
      }
    }
    return new PartialDependence(encoder, values, curves, all);
  }

  /** What the rows have, in rising order. */
  private static List<Value> all(InputEncoder encoder, Column column) {
    var names = CategoryCounts.of(column).names();
    IntToDoubleFunction at =
        switch (encoder) {
          case NumberInput _ -> row -> column.value(row) + 0.0;
          case DateInput date -> row -> EPOCH + date.seconds(column.text(row)) / SECONDS_A_YEAR;
          case CategoryInput _ -> row -> names.indexOf(column.text(row));
        };
    var isValue = encoder instanceof CategoryInput category && category.knowsMissing();
    return IntStream.range(0, column.rows())
        .filter(row -> isValue || !column.isMissing(row))
        .mapToObj(row -> new Value(column.text(row), at.applyAsDouble(row)))
        .sorted(comparingDouble(Value::at))
        .toList();
  }

  private static List<Value> quantiles(List<Value> all) {
    var last = all.size() - 1.0;
    var places =
        all.size() <= MOST_VALUES
            ? IntStream.range(0, all.size())
            : IntStream.range(0, MOST_VALUES)
                .map(i -> (int) Math.round(i * last / (MOST_VALUES - 1)));
    return places.mapToObj(all::get).distinct().toList();
  }

  private static List<Value> frequent(List<Value> all) {
    var counts = all.stream().collect(groupingBy(Function.identity(), counting()));
    return all.stream()
        .distinct()
        .sorted(comparingLong(value -> -counts.getOrDefault(value, 0L)))
        .limit(MOST_CATEGORIES)
        .sorted(comparingDouble(Value::at))
        .toList();
  }

  private static Column constant(String name, Value value, ReadRows rows) {
    var all = new @Nullable String[rows.rows()];
    Arrays.fill(all, value.text());
    return TextColumn.of(name, all);
  }

  /** The mean of the curves at each value, of those that are numbers there; NaN without any. */
  public double[] mean() {
    return IntStream.range(0, values.size())
        .mapToDouble(
            i ->
                Arrays.stream(curves)
                    .mapToDouble(it -> it[i])
                    .filter(it -> !Double.isNaN(it))
                    .average()
                    .orElse(Double.NaN))
        .toArray();
  }

  /** How many rows have a value. */
  public int count(Value value) {
    return Collections.frequency(all, value);
  }

  /** All of it, a line for each value: the mean and each curve. */
  public Table table() {
    var columns = new ArrayList<Column>();
    columns.add(TextColumn.of("value", values.stream().map(Value::text).toArray(String[]::new)));
    columns.add(NumberColumn.of("mean", mean()));
    for (var row = 0; row < curves.length; row++) {
      columns.add(NumberColumn.of("curve " + (row + 1), curves[row]));
    }
    return new Table("dependence", columns, values.size());
  }
}
