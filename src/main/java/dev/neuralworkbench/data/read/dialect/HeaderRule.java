package dev.neuralworkbench.data.read.dialect;

import dev.neuralworkbench.data.cell.MissingMark;
import dev.neuralworkbench.data.cell.NumberStyle;
import dev.neuralworkbench.data.cell.WrittenNumber;
import dev.neuralworkbench.data.read.dialect.HeaderRule.Header;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

final class HeaderRule {

  static final String CHOSEN = "reading.why.chosen";

  /** Numbered columns 0, 1, 2 … are names only from so many on; fewer may well be a row. */
  private static final int FEWEST_NUMBERED = 3;

  /**
   * What the first line is.
   *
   * @param guessed whether it could well be otherwise
   * @param why key of the reason
   */
  record Header(boolean names, boolean guessed, String why) {

    static Header chosen(boolean names) {
      return new Header(names, false, CHOSEN);
    }

    private static Header names(String why) {
      return new Header(true, false, "reading.why.header." + why);
    }
  }

  private HeaderRule() {}

  /**
   * A text above nothing but numbers is a name. Otherwise a line with a number is a row, unless its
   * numbers are the positions of their columns or unlike what stands below them, see {@link
   * NumberedNames}. A line of texts is a row if at least half of them occur again further down in
   * their own column, but for lines that are the first one once more, as on every printed page.
   *
   * @param rowNames whether the first line lacks a field: then it can be no row
   */
  static Header of(List<List<String>> records, NumberStyle style, boolean rowNames) {
    if (records.isEmpty() || rowNames) {
      return Header.names("short");
    }
    if (hasNames(records, style)) {
      return Header.names("above");
    }
    var first = records.getFirst();
    var below = below(records);
    var numbered =
        IntStream.range(0, first.size())
            .filter(i -> isNumber(first.get(i), below, i, style))
            .toArray();
    if (numbered.length > 0) {
      var positions =
          numbered.length >= FEWEST_NUMBERED
              && IntStream.of(numbered).allMatch(i -> first.get(i).equals(Integer.toString(i)));
      return positions
          ? Header.names("positions")
          : NumberedNames.judge(first, below, numbered, style);
    }
    var named = IntStream.range(0, first.size()).filter(i -> !first.get(i).isEmpty()).toArray();
    var recurring =
        IntStream.of(named).filter(i -> column(below, i).anyMatch(first.get(i)::equals)).count();
    return recurring == 0 || recurring * 2 < named.length
        ? Header.names("once")
        : new Header(false, false, "reading.why.header.again");
  }

  static boolean hasNames(List<List<String>> records, NumberStyle style) {
    var first = records.getFirst();
    var below = below(records);
    return IntStream.range(0, first.size())
        .filter(i -> !MissingMark.isMissing(first.get(i)))
        .anyMatch(i -> !isNumber(first.get(i), below, i, style) && isNumeric(below, i, style));
  }

  private static List<List<String>> below(List<List<String>> records) {
    var first = records.getFirst();
    return records.stream().skip(1).filter(record -> !record.equals(first)).toList();
  }

  /** Whether a cell is a number of its column: {@code 100 m} above numbers without unit is none. */
  private static boolean isNumber(
      String cell, List<List<String>> below, int column, NumberStyle style) {
    var unit = style.isNumber(cell) ? WrittenNumber.unit(cell) : WrittenNumber.NO_UNIT;
    return style.isNumber(cell)
        && (unit.isEmpty()
            || column(below, column).map(WrittenNumber::unit).anyMatch(unit::equals));
  }

  private static boolean isNumeric(List<List<String>> records, int column, NumberStyle style) {
    var present = texts(records, column);
    return !present.isEmpty() && present.stream().allMatch(style::isNumber);
  }

  /** The cells of a column that are not missing. */
  static List<String> texts(List<List<String>> records, int column) {
    return column(records, column).filter(text -> !MissingMark.isMissing(text)).toList();
  }

  private static Stream<String> column(List<List<String>> records, int column) {
    return records.stream().filter(it -> column < it.size()).map(it -> it.get(column));
  }

  /**
   * Whether a first line with numbers, such as {@code 2019,2020,2021,label}, names the columns.
   * Names are different whole numbers. Two of three signs make them names: they rise by equal
   * steps; each lies far outside of what stands below it; a text among them never occurs again in a
   * column whose texts do. Years that rise need no text. One sign leaves a row, but with a doubt.
   */
  @SuppressWarnings("ArrayRecordComponent") // Few numbers; nobody compares them.
  private record NumberedNames(
      List<String> first, List<List<String>> below, int[] numbered, NumberStyle style) {

    private static final Pattern NAME = Pattern.compile("0|[1-9]\\d{0,5}");
    private static final String ROW = "reading.why.header.numbers";
    private static final int FEWEST_STEPS = 3;
    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2100;

    /**
     * Judges a line.
     *
     * @param numbered indices of its cells that are numbers, at least one. Not modified.
     */
    static Header judge(
        List<String> first, List<List<String>> below, int[] numbered, NumberStyle style) {
      return new NumberedNames(first, below, numbered, style).judge();
    }

    private Header judge() {
      if (numbered.length < 2 || below.isEmpty() || !areDifferentWholes()) {
        return new Header(false, false, ROW);
      }
      var rising = isRising();
      var outside = IntStream.of(numbered).allMatch(this::isOutside);
      var text = IntStream.range(0, first.size()).anyMatch(this::isNameOfTexts);
      var years =
          IntStream.of(numbered)
              .mapToDouble(this::number)
              .allMatch(it -> it >= FIRST_YEAR && it <= LAST_YEAR);
      var signs = (rising ? 1 : 0) + (outside ? 1 : 0) + (text ? 1 : 0);
      var names = signs == 3 || (text && signs == 2) || (rising && outside && years);
      var guessed = names || signs > 1 || (signs == 1 && (text || years));
      return new Header(names, guessed, names ? "reading.why.header.numbered" : ROW);
    }

    private boolean areDifferentWholes() {
      return IntStream.of(numbered).allMatch(i -> NAME.matcher(first.get(i)).matches())
          && IntStream.of(numbered).mapToObj(first::get).distinct().count() == numbered.length;
    }

    private boolean isRising() {
      var numbers = IntStream.of(numbered).mapToDouble(this::number).toArray();
      var step = numbers[1] - numbers[0];
      return numbers.length >= FEWEST_STEPS
          && step > 0
          && IntStream.range(1, numbers.length).allMatch(i -> numbers[i] - numbers[i - 1] == step);
    }

    /** Farther from the numbers below than those are from each other. */
    private boolean isOutside(int column) {
      var numbers =
          HeaderRule.texts(below, column).stream()
              .mapToDouble(style::parse)
              .filter(value -> !Double.isNaN(value));
      var range = numbers.summaryStatistics();
      var span = Math.max(1, range.getMax() - range.getMin());
      return range.getCount() > 0
          && (number(column) < range.getMin() - span || number(column) > range.getMax() + span);
    }

    /** A text that is no number, above texts that recur while it does not. */
    private boolean isNameOfTexts(int column) {
      if (Arrays.stream(numbered).anyMatch(i -> i == column) || first.get(column).isEmpty()) {
        return false;
      }
      var texts = HeaderRule.texts(below, column);
      var counts = texts.stream().collect(Collectors.groupingBy(it -> it, Collectors.counting()));
      return texts.size() >= 2
          && !counts.containsKey(first.get(column))
          && counts.values().stream().allMatch(count -> count >= 2);
    }

    private double number(int column) {
      return Double.parseDouble(first.get(column));
    }
  }
}
