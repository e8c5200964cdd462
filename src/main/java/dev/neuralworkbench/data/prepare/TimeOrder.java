package dev.neuralworkbench.data.prepare;

import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.TextColumn;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** When a row was, as a number to be compared: its number, or its date and time. */
public final class TimeOrder {

  /** Texts by which a column is judged that has more. */
  private static final int LOOKED_AT = 100;

  private static final Set<String> NAMES =
      Set.of("date", "datetime", "timestamp", "year", "日期", "时间", "时间戳", "年份", "年");

  private static final Map<TextColumn, Optional<Dates>> DATES =
      Collections.synchronizedMap(new WeakHashMap<>());

  private TimeOrder() {}

  /**
   * The time of each row; NaN where it is missing.
   *
   * @return nothing if the column holds neither numbers nor dates of one style, or nothing at all
   */
  public static Optional<double[]> of(Column column) {
    if (column.missing() == column.rows()) {
      return Optional.empty();
    }
    return switch (column) {
      case NumberColumn numbers -> Optional.of(times(numbers, numbers::value));
      case TextColumn text -> dates(text).map(it -> times(text, row -> time(text, it, row)));
    };
  }

  /**
   * The dates of a column of texts, parsed once while the column is in use; nothing where they are
   * not all of one style.
   */
  public static Optional<Dates> dates(TextColumn column) {
    var known = DATES.get(column);
    if (known == null) {
      known = parsed(column);
      DATES.put(column, known);
    }
    return known;
  }

  /** Dates of one style: seconds since 1970 of each category, not to be modified. */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
  public record Dates(DateStyle style, double[] seconds) {

    /** Category of the earliest date. */
    public int earliest() {
      return codes().boxed().min(Comparator.comparingDouble(code -> seconds[code])).orElseThrow();
    }

    /** Category of the latest date. */
    public int latest() {
      return codes().boxed().max(Comparator.comparingDouble(code -> seconds[code])).orElseThrow();
    }

    private IntStream codes() {
      return IntStream.range(0, seconds.length);
    }
  }

  private static Optional<Dates> parsed(TextColumn column) {
    return column.missing() == column.rows()
        ? Optional.empty()
        : Stream.of(DateStyle.values()).flatMap(style -> parsed(column, style)).findFirst();
  }

  private static Stream<Dates> parsed(TextColumn column, DateStyle style) {
    var seconds = new double[column.categories().size()];
    for (var code = 0; code < seconds.length; code++) {
      seconds[code] = style.seconds(column.categories().get(code));
      if (Double.isNaN(seconds[code])) {
        return Stream.empty();
      }
    }
    return Stream.of(new Dates(style, seconds));
  }

  static boolean isDate(String text) {
    return Stream.of(DateStyle.values()).anyMatch(style -> !Double.isNaN(style.seconds(text)));
  }

  /**
   * Whether a column is likely to hold times: texts that are dates, as far as the first of them
   * show; numbers such as 20240331, or under a name such as {@code saleYear}.
   */
  public static boolean isLikely(Column column) {
    return switch (column) {
      case TextColumn text ->
          text.missing() < text.rows()
              && Stream.of(DateStyle.values())
                  .anyMatch(
                      style ->
                          text.categories().stream()
                              .limit(LOOKED_AT)
                              .noneMatch(it -> Double.isNaN(style.seconds(it))));
      case NumberColumn numbers -> NameParts.hasAny(numbers.name(), NAMES) || areDays(numbers);
    };
  }

  private static double[] times(Column column, IntToDoubleFunction ofRow) {
    return IntStream.range(0, column.rows()).mapToDouble(ofRow).toArray();
  }

  private static double time(TextColumn column, Dates dates, int row) {
    return column.isMissing(row) ? Double.NaN : dates.seconds()[column.code(row)];
  }

  private static boolean areDays(NumberColumn numbers) {
    return numbers.isWhole()
        && numbers.min() >= 1900_01_01
        && numbers.max() <= 2100_12_31
        && IntStream.range(0, numbers.rows())
            .allMatch(row -> numbers.isMissing(row) || isDay((int) numbers.value(row)));
  }

  private static boolean isDay(int day) {
    return day / 100 % 100 >= 1 && day / 100 % 100 <= 12 && day % 100 >= 1 && day % 100 <= 31;
  }
}
