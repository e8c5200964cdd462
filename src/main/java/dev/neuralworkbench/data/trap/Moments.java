package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.TextColumn;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Columns of dates and times: texts such as {@code 2024-03-31 12:00}, {@code 31.3.2024}, {@code
 * 3/31/2024} and {@code Mar 31 2024}; numbers such as 20240331; and numbers under a name such as
 * {@code year} or {@code timestamp}. Only the order counts, so a month has 31 days here.
 */
final class Moments {

  private static final String TIME = "(?:[ T]+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?.*)?";
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?" + TIME);
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{2,4})" + TIME);
  private static final Pattern MONTH_NAMED =
      Pattern.compile("(\\p{L}{3})\\p{L}*\\.? (\\d{1,2}),? (\\d{4})" + TIME);
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Set<String> NAMES =
      Set.of("date", "datetime", "timestamp", "year", "日期", "时间", "时间戳", "年份", "年");

  private Moments() {}

  /** When each row was; NaN where that is not said. Null where the column is of something else. */
  static @Nullable IntToDoubleFunction of(Column column) {
    return switch (column) {
      case TextColumn text -> ofTexts(text);
      case NumberColumn numbers ->
          NameParts.hasAny(numbers.name(), NAMES) || areDays(numbers) ? numbers::value : null;
    };
  }

  private static @Nullable IntToDoubleFunction ofTexts(TextColumn text) {
    var categories = text.categories();
    // In 31/3/2024 the first number is the day, in 3/31/2024 the second one.
    var dayFirst = categories.stream().anyMatch(Moments::beginsWithDay);
    var moments = new double[categories.size()];
    for (var code = 0; code < moments.length; code++) {
      moments[code] = moment(categories.get(code), dayFirst);
      if (Double.isNaN(moments[code])) {
        return null;
      }
    }
    return row -> text.isMissing(row) ? Double.NaN : moments[text.code(row)];
  }

  private static boolean beginsWithDay(String text) {
    var match = YEAR_LAST.matcher(text);
    return match.matches() && (text.indexOf('.') == match.end(1) || number(match, 1) > 12);
  }

  private static double moment(String text, boolean dayFirst) {
    var match = YEAR_FIRST.matcher(text);
    if (match.matches()) {
      return seconds(number(match, 1), number(match, 2), number(match, 3), match);
    }
    match = YEAR_LAST.matcher(text);
    if (match.matches()) {
      return seconds(
          number(match, 3),
          number(match, dayFirst ? 2 : 1),
          number(match, dayFirst ? 1 : 2),
          match);
    }
    match = MONTH_NAMED.matcher(text);
    if (match.matches()) {
      var month = MONTHS.indexOf(match.group(1).toLowerCase(Locale.ROOT)) + 1;
      return seconds(number(match, 3), month, number(match, 2), match);
    }
    return Double.NaN;
  }

  private static double seconds(int year, int month, int day, Matcher match) {
    if (month < 1 || month > 12 || day > 31) {
      return Double.NaN;
    }
    var hours = ((year * 12.0 + month) * 31 + day) * 24 + number(match, 4);
    return (hours * 60 + number(match, 5)) * 60 + number(match, 6);
  }

  private static int number(Matcher match, int group) {
    var digits = match.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
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
