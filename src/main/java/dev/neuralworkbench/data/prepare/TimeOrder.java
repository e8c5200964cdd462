package dev.neuralworkbench.data.prepare;

import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.TextColumn;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** When a row was, as a number to be compared: its number, or its date and time. */
public final class TimeOrder {

  /** Texts by which a column is judged that has more. */
  private static final int LOOKED_AT = 100;

  private static final Set<String> NAMES =
      Set.of("date", "datetime", "timestamp", "year", "日期", "时间", "时间戳", "年份", "年");

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
      case NumberColumn numbers -> Optional.of(numbers(numbers));
      case TextColumn text -> Stream.of(DateStyle.values()).flatMap(it -> of(text, it)).findFirst();
    };
  }

  /** The style in which all texts of a column are dates; nothing where there is none. */
  public static Optional<DateStyle> style(TextColumn column) {
    return column.missing() == column.rows()
        ? Optional.empty()
        : Stream.of(DateStyle.values()).filter(it -> isOf(column, it)).findFirst();
  }

  private static boolean isOf(TextColumn column, DateStyle style) {
    return column.categories().stream().noneMatch(it -> Double.isNaN(style.seconds(it)));
  }

  /** Whether a text is a date, with or without a time, in any style. */
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

  private static double[] numbers(NumberColumn column) {
    var times = new double[column.rows()];
    for (var row = 0; row < times.length; row++) {
      times[row] = column.value(row);
    }
    return times;
  }

  private static Stream<double[]> of(TextColumn column, DateStyle style) {
    var ofCode = new double[column.categories().size()];
    for (var code = 0; code < ofCode.length; code++) {
      ofCode[code] = style.seconds(column.categories().get(code));
      if (Double.isNaN(ofCode[code])) {
        return Stream.empty();
      }
    }
    var times = new double[column.rows()];
    for (var row = 0; row < times.length; row++) {
      times[row] = column.isMissing(row) ? Double.NaN : ofCode[column.code(row)];
    }
    return Stream.of(times);
  }

  /** Whether every number is a day written in eight digits. */
  private static boolean areDays(NumberColumn numbers) {
    if (!numbers.isWhole() || !(numbers.min() >= 1900_01_01) || !(numbers.max() <= 2100_12_31)) {
      return false;
    }
    for (var row = 0; row < numbers.rows(); row++) {
      var day = (int) numbers.value(row);
      var isDay =
          day / 100 % 100 >= 1 && day / 100 % 100 <= 12 && day % 100 >= 1 && day % 100 <= 31;
      if (!numbers.isMissing(row) && !isDay) {
        return false;
      }
    }
    return true;
  }
}
