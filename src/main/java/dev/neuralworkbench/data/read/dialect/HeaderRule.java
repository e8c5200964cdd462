package dev.neuralworkbench.data.read.dialect;

import dev.neuralworkbench.data.cell.MissingMark;
import dev.neuralworkbench.data.cell.NumberStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether the first line of a table names its columns. */
final class HeaderRule {

  /** Numbered columns 0, 1, 2 … are names only from so many on; fewer may well be a row. */
  private static final int FEWEST_NUMBERED = 3;

  /**
   * What the first line is.
   *
   * @param names whether it names the columns
   * @param guessed whether it could well be otherwise
   * @param why key of the reason
   */
  record Header(boolean names, boolean guessed, String why) {

    static Header chosen(boolean names) {
      return new Header(names, false, DialectDetector.CHOSEN);
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
   * their own column.
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
    var below = records.subList(1, records.size());
    var numbered =
        IntStream.range(0, first.size()).filter(i -> style.isNumber(first.get(i))).toArray();
    if (numbered.length > 0) {
      var positions =
          numbered.length >= FEWEST_NUMBERED
              && IntStream.of(numbered).allMatch(i -> first.get(i).equals(Integer.toString(i)));
      return positions
          ? Header.names("positions")
          : NumberedNames.judge(first, below, numbered, style);
    }
    var named = IntStream.range(0, first.size()).filter(i -> !first.get(i).isEmpty()).toArray();
    var recurring = IntStream.of(named).filter(i -> cells(below, i).contains(first.get(i))).count();
    return recurring == 0 || recurring * 2 < named.length
        ? Header.names("once")
        : new Header(false, false, "reading.why.header.again");
  }

  /** Whether a text stands above nothing but numbers. */
  static boolean hasNames(List<List<String>> records, NumberStyle style) {
    var first = records.getFirst();
    var below = records.subList(1, records.size());
    return IntStream.range(0, first.size())
        .anyMatch(i -> isText(first.get(i), style) && isNumeric(below, i, style));
  }

  private static boolean isText(String cell, NumberStyle style) {
    return !MissingMark.isMissing(cell) && !style.isNumber(cell);
  }

  private static boolean isNumeric(List<List<String>> records, int column, NumberStyle style) {
    var present = cells(records, column);
    present.removeIf(MissingMark::isMissing);
    return !present.isEmpty() && present.stream().allMatch(style::isNumber);
  }

  private static Set<String> cells(List<List<String>> records, int column) {
    return records.stream()
        .filter(record -> column < record.size())
        .map(record -> record.get(column))
        .collect(Collectors.toCollection(HashSet::new));
  }
}
