package dev.neuralworkbench.data.prepare;

import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.TextColumn;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a row was, as a number to be compared: its number, or its date and time. */
public final class TimeOrder {

  private static final double SECONDS_A_DAY = 86_400;
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  /**
   * How dates are written, each with the places of year, month and day; the first that fits all.
   */
  private enum Style {
    YEAR_FIRST("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})", 1, 2, 3),
    MONTH_ALONE("(\\d{4})[-/.](\\d{1,2})()", 1, 2, 0),
    DAY_POINT("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})", 3, 2, 1),
    MONTH_FIRST("(\\d{1,2})[-/](\\d{1,2})[-/](\\d{4})", 3, 1, 2),
    MONTH_NAME("([A-Za-z]{3,9})\\.? (\\d{1,2}),? (\\d{4})", 3, 1, 2),
    DAY_NAME("(\\d{1,2})[- ]([A-Za-z]{3,9})\\.?[- ](\\d{4})", 3, 2, 1),
    DAY_FIRST("(\\d{1,2})[-/](\\d{1,2})[-/](\\d{4})", 3, 2, 1);

    private final Pattern pattern;
    private final int year;
    private final int month;
    private final int day;

    Style(String date, int year, int month, int day) {
      pattern = Pattern.compile(date + "(?:[ T](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d*)?)?.*)?");
      this.year = year;
      this.month = month;
      this.day = day;
    }

    /** Seconds since 1970; NaN if the text is no such date. */
    private double seconds(String text) {
      var found = pattern.matcher(text);
      if (!found.matches()) {
        return Double.NaN;
      }
      try {
        var date =
            LocalDate.of(
                number(found, year), number(found, month), day == 0 ? 1 : number(found, day));
        return date.toEpochDay() * SECONDS_A_DAY
            + 3600.0 * optional(found, 4)
            + 60.0 * optional(found, 5)
            + optional(found, 6);
      } catch (DateTimeException e) {
        return Double.NaN;
      }
    }

    private static int number(Matcher found, int group) {
      var text = found.group(group);
      if (Character.isDigit(text.charAt(0))) {
        return Integer.parseInt(text);
      }
      // An unknown name makes a month that there is not.
      var place = MONTHS.indexOf(text.substring(0, 3).toLowerCase(Locale.ROOT));
      return place >= 0 && place % 3 == 0 ? place / 3 + 1 : 0;
    }

    private static int optional(Matcher found, int group) {
      return found.group(group) == null ? 0 : number(found, group);
    }
  }

  private TimeOrder() {}

  /**
   * The time of each row; NaN where it is missing.
   *
   * @return nothing if the column holds neither numbers nor dates of one style
   */
  public static Optional<double[]> of(Column column) {
    return switch (column) {
      case NumberColumn numbers -> Optional.of(numbers(numbers));
      case TextColumn text -> dates(text);
    };
  }

  private static double[] numbers(NumberColumn column) {
    var times = new double[column.rows()];
    for (var row = 0; row < times.length; row++) {
      times[row] = column.value(row);
    }
    return times;
  }

  private static Optional<double[]> dates(TextColumn column) {
    return List.of(Style.values()).stream()
        .filter(
            style -> column.categories().stream().noneMatch(it -> Double.isNaN(style.seconds(it))))
        .findFirst()
        .map(style -> dates(column, style));
  }

  private static double[] dates(TextColumn column, Style style) {
    var ofCode = column.categories().stream().mapToDouble(style::seconds).toArray();
    var times = new double[column.rows()];
    for (var row = 0; row < times.length; row++) {
      times[row] = column.isMissing(row) ? Double.NaN : ofCode[column.code(row)];
    }
    return times;
  }
}
