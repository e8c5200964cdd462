package dev.neuralworkbench.explain.inputs;

import dev.neuralworkbench.data.cell.NumberStyle;
import dev.neuralworkbench.data.encode.DateInput;
import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.table.CategoryCounts;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.TextColumn;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values of a column that are asked about, all of them such as its rows have: of numbers and
 * dates {@value #MOST} quantiles from the smallest to the largest, equal ones once; of categories
 * the {@value #MOST_CATEGORIES} most frequent, in rising order.
 *
 * @param name of the column
 * @param kind what the values are
 * @param at where each lies on the axis: the number; of a date the days since 1970; of a category
 *     its index
 * @param texts each value as it is written in a table; empty where a category is the lack of one
 */
public record ValueGrid(String name, Kind kind, List<Double> at, List<String> texts) {

  /** Quantiles of numbers. */
  public static final int MOST = 41;

  /** Categories that are asked about. */
  public static final int MOST_CATEGORIES = 24;

  private static final double SECONDS_PER_DAY = 86_400;

  /** What the values of a column are. */
  public enum Kind {
    NUMBERS,
    DATES,
    CATEGORIES
  }

  public ValueGrid {
    at = List.copyOf(at);
    texts = List.copyOf(texts);
  }

  static ValueGrid of(ReadRows rows, String name) {
    var column = rows.column(name);
    var encoder =
        rows.encoders().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    return switch (encoder) {
      case NumberInput _ -> numbers(column);
      case DateInput date -> dates(date, column);
      case CategoryInput category -> categories(category, column);
    };
  }

  private static ValueGrid numbers(Column column) {
    var sorted =
        IntStream.range(0, column.rows())
            .mapToDouble(column::value)
            .filter(it -> !Double.isNaN(it))
            .map(it -> it + 0.0)
            .sorted()
            .toArray();
    var at = quantiles(sorted.length).mapToDouble(i -> sorted[i]).distinct().boxed().toList();
    return new ValueGrid(
        column.name(), Kind.NUMBERS, at, at.stream().map(NumberStyle::written).toList());
  }

  private static ValueGrid dates(DateInput date, Column column) {
    var sorted =
        IntStream.range(0, column.rows())
            .filter(row -> !column.isMissing(row))
            .mapToObj(column::text)
            .sorted(Comparator.comparingDouble(date::seconds))
            .toList();
    var texts = quantiles(sorted.size()).mapToObj(sorted::get).distinct().toList();
    var at = texts.stream().map(it -> date.seconds(it) / SECONDS_PER_DAY).toList();
    return new ValueGrid(column.name(), Kind.DATES, at, texts);
  }

  private static IntStream quantiles(int values) {
    return values <= MOST
        ? IntStream.range(0, values)
        : IntStream.range(0, MOST).map(i -> (int) Math.round(i * (values - 1.0) / (MOST - 1)));
  }

  private static ValueGrid categories(CategoryInput category, Column column) {
    var counts = CategoryCounts.of(column);
    var frequent =
        IntStream.range(0, counts.names().size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> -counts.counts().get(i)))
            .limit(MOST_CATEGORIES)
            .sorted()
            .map(counts.names()::get);
    var lack = category.knowsMissing() && column.missing() > 0 ? List.of("") : List.<String>of();
    var texts = Stream.concat(lack.stream(), frequent).toList();
    var at = IntStream.range(0, texts.size()).mapToObj(i -> (double) i).toList();
    return new ValueGrid(column.name(), Kind.CATEGORIES, at, texts);
  }

  public int size() {
    return at.size();
  }

  /** A column that has one of the values in each of so many rows. */
  Column column(int i, int rows) {
    if (kind == Kind.NUMBERS) {
      return NumberColumn.of(name, DoubleStream.generate(() -> at.get(i)).limit(rows).toArray());
    }
    var all = new @Nullable String[rows];
    Arrays.fill(all, texts.get(i));
    return TextColumn.of(name, all);
  }
}
