package dev.neuralworkbench.data.read.dialect;

import dev.neuralworkbench.data.cell.MissingMark;
import dev.neuralworkbench.data.cell.NumberStyle;
import dev.neuralworkbench.data.read.dialect.HeaderRule.Header;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether a first line with numbers, such as {@code 2019,2020,2021,label}, names the columns. Names
 * are different whole numbers. Two of three signs make them names: they rise by equal steps; each
 * lies far outside of what stands below it; a text among them never occurs again in a column whose
 * texts do. Years that rise need no text. One sign leaves a row, but with a doubt.
 */
final class NumberedNames {

  private static final Pattern NAME = Pattern.compile("0|[1-9]\\d{0,5}");
  private static final String ROW = "reading.why.header.numbers";
  private static final int FEWEST_STEPS = 3;
  private static final int FIRST_YEAR = 1800;
  private static final int LAST_YEAR = 2100;

  private final List<String> first;
  private final List<List<String>> below;
  private final int[] numbered;
  private final NumberStyle style;

  private NumberedNames(
      List<String> first, List<List<String>> below, int[] numbered, NumberStyle style) {
    this.first = first;
    this.below = below;
    this.numbered = numbered;
    this.style = style;
  }

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
    var years = IntStream.of(numbered).allMatch(i -> isYear(number(i)));
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
        texts(column).stream().mapToDouble(style::parse).filter(value -> !Double.isNaN(value));
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
    var texts = texts(column);
    var counts = texts.stream().collect(Collectors.groupingBy(it -> it, Collectors.counting()));
    return texts.size() >= 2
        && !counts.containsKey(first.get(column))
        && counts.values().stream().allMatch(count -> count >= 2);
  }

  private List<String> texts(int column) {
    return below.stream()
        .filter(record -> column < record.size())
        .map(record -> record.get(column))
        .filter(text -> !MissingMark.isMissing(text))
        .toList();
  }

  private double number(int column) {
    return Double.parseDouble(first.get(column));
  }

  private static boolean isYear(double number) {
    return number >= FIRST_YEAR && number <= LAST_YEAR;
  }
}
