package dev.neuralworkbench.data;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether the first line of a table names its columns. */
final class HeaderRule {

  /** Numbered columns 0, 1, 2 … are names only from so many on; fewer may well be a row. */
  private static final int FEWEST_NUMBERED = 3;

  private HeaderRule() {}

  /**
   * A text above nothing but numbers is a name. Otherwise a line with a number is a row, unless all
   * its numbers are the positions of their columns. A line of texts is a row if at least half of
   * them occur again further down in their own column.
   *
   * @param records the first records
   * @param decimal decimal separator of numbers
   */
  static boolean isHeader(List<List<String>> records, char decimal) {
    if (records.isEmpty()) {
      return true;
    }
    var first = records.getFirst();
    var below = records.subList(1, records.size());
    if (IntStream.range(0, first.size())
        .anyMatch(i -> isText(first.get(i), decimal) && isNumeric(below, i, decimal))) {
      return true;
    }
    var numbered =
        IntStream.range(0, first.size())
            .filter(i -> DialectDetector.isNumber(first.get(i), decimal))
            .toArray();
    if (numbered.length > 0) {
      return numbered.length >= FEWEST_NUMBERED
          && IntStream.of(numbered).allMatch(i -> first.get(i).equals(Integer.toString(i)));
    }
    var named = IntStream.range(0, first.size()).filter(i -> !first.get(i).isEmpty()).toArray();
    var recurring = IntStream.of(named).filter(i -> cells(below, i).contains(first.get(i))).count();
    return recurring == 0 || recurring * 2 < named.length;
  }

  private static boolean isText(String cell, char decimal) {
    return !CellText.isMissing(cell) && !DialectDetector.isNumber(cell, decimal);
  }

  private static boolean isNumeric(List<List<String>> records, int column, char decimal) {
    var present = cells(records, column);
    present.removeIf(CellText::isMissing);
    return !present.isEmpty()
        && present.stream().allMatch(cell -> DialectDetector.isNumber(cell, decimal));
  }

  private static Set<String> cells(List<List<String>> records, int column) {
    return records.stream()
        .filter(record -> column < record.size())
        .map(record -> record.get(column))
        .collect(Collectors.toCollection(HashSet::new));
  }
}
