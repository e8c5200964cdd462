package dev.neuralworkbench.data.prepare;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A way to write dates, with the places of year, month and day. A year of two digits is one from
 * 1969 to 2068, as in POSIX. A time may follow, of 12 or 24 hours; a zone in figures is counted,
 * one by name is not.
 */
public enum DateStyle {
  YEAR_FIRST("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})", 1, 2, 3),
  MONTH_ALONE("(\\d{4})[-/.](\\d{1,2})()", 1, 2, 0),
  DAY_POINT("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}|\\d{2})", 3, 2, 1),
  MONTH_FIRST("(\\d{1,2})[-/](\\d{1,2})[-/](\\d{4}|\\d{2})", 3, 1, 2),
  MONTH_NAME("(\\p{L}{3,9})\\.? (\\d{1,2}),? (\\d{4})", 3, 1, 2),
  DAY_NAME("(\\d{1,2})[- ](\\p{L}{3,9})\\.?[- ](\\d{4}|\\d{2})", 3, 2, 1),
  DAY_FIRST("(\\d{1,2})[-/](\\d{1,2})[-/](\\d{4}|\\d{2})", 3, 2, 1);

  private static final double SECONDS_A_DAY = 86_400;
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  /** First of the years that two digits may mean. */
  private static final int FIRST_SHORT_YEAR = 1969;

  private static final String TIME =
      "(?:[ T]+(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2}(?:[.,]\\d*)?))?"
          + "(?: ?(?<half>[AaPp])\\.?[Mm]\\.?)?"
          + "(?: ?(?:(?<sign>[-+])(?<hours>\\d{2}):?(?<minutes>\\d{2})?|[A-Z]{1,5}))?)?";

  private final Pattern pattern;
  private final int year;
  private final int month;
  private final int day;

  DateStyle(String date, int year, int month, int day) {
    pattern = Pattern.compile(date + TIME);
    this.year = year;
    this.month = month;
    this.day = day;
  }

  /** Seconds since 1970; NaN if the text is no such date. */
  public double seconds(String text) {
    var found = pattern.matcher(text);
    if (!found.matches()) {
      return Double.NaN;
    }
    try {
      var date =
          LocalDate.of(
              year(found.group(year)),
              month(found.group(month)),
              day == 0 ? 1 : Integer.parseInt(found.group(day)));
      return date.toEpochDay() * SECONDS_A_DAY + time(found);
    } catch (DateTimeException e) {
      return Double.NaN;
    }
  }

  private static int year(String text) {
    var number = Integer.parseInt(text);
    return text.length() > 2 ? number : FIRST_SHORT_YEAR + Math.floorMod(number - 69, 100);
  }

  /** From 1 on; an unknown name makes a month that there is not. */
  private static int month(String text) {
    if (Character.isDigit(text.charAt(0))) {
      return Integer.parseInt(text);
    }
    var place = MONTHS.indexOf(text.substring(0, 3).toLowerCase(Locale.ROOT));
    return place >= 0 && place % 3 == 0 ? place / 3 + 1 : 0;
  }

  private static double time(Matcher found) {
    var hour = hour(number(found, "hour"), found.group("half"));
    var away = 60 * number(found, "hours") + number(found, "minutes");
    var before = "-".equals(found.group("sign")) ? away : -away;
    return 60 * (60 * hour + number(found, "minute") + before) + number(found, "second");
  }

  /** Of 12 hours, 12 is the first; NaN where there is no such hour. */
  private static double hour(double hour, @Nullable String half) {
    if (half == null) {
      return hour;
    }
    return hour < 1 || hour > 12 ? Double.NaN : hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
  }

  private static double number(Matcher found, String group) {
    var text = found.group(group);
    return text == null ? 0 : Double.parseDouble(text.replace(',', '.'));
  }
}
