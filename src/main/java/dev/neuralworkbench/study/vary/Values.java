package dev.neuralworkbench.study.vary;

import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.Range;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What values a choice may have, and how a text names them: the same in a form, on the command line
 * and in a file.
 *
 * @param read the value of a text; null for a text that names none
 * @param write the text of a value
 * @param expected what a text may be, for a sentence: a range, or a list of names
 * @param separator what stands between several values
 * @param range of numbers; null for values that have no order
 * @param logarithmic whether steps of equal ratio are the natural ones
 */
public record Values<T>(
    Function<String, @Nullable T> read,
    Function<T, String> write,
    Object expected,
    String separator,
    @Nullable Range range,
    boolean logarithmic) {

  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
  private static final double PLAIN = 1e-6;

  /** Real numbers. */
  static Values<Double> numbers(Range range, boolean logarithmic) {
    return new Values<>(text -> number(range, text), Values::text, range, ",", range, logarithmic);
  }

  /** Whole numbers. */
  static Values<Integer> whole(Range range, boolean logarithmic) {
    return new Values<>(
        text -> {
          var number = number(range, text);
          return number == null ? null : number.intValue();
        },
        String::valueOf,
        range,
        ",",
        range,
        logarithmic);
  }

  /** Constants by their names. */
  static <E extends Enum<E>> Values<E> names(Class<E> type) {
    return named(List.of(type.getEnumConstants()), Ids::of);
  }

  /** Some things by their names. */
  static <T> Values<T> named(List<T> all, Function<T, String> id) {
    return new Values<>(
        text ->
            all.stream()
                .filter(it -> id.apply(it).equals(text.toLowerCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElse(null),
        id,
        all.stream().map(id).toList(),
        ",",
        null,
        false);
  }

  /** Units of hidden layers: {@code 8,8}, or {@code none}; semicolons between several. */
  static Values<List<Integer>> layers() {
    return new Values<>(
        Values::units,
        units ->
            units.isEmpty()
                ? "none"
                : units.stream().map(String::valueOf).collect(Collectors.joining(",")),
        "8; 16; 8,8; none",
        ";",
        null,
        false);
  }

  private static @Nullable List<Integer> units(String text) {
    if (text.equals("none")) {
      return List.of();
    }
    var parts = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    return parts.stream().allMatch(part -> WHOLE.matcher(part).matches())
        ? parts.stream().map(Integer::valueOf).toList()
        : null;
  }

  private static @Nullable Double number(Range range, String text) {
    try {
      var number = new BigDecimal(text).doubleValue();
      return range.contains(number) ? number : null;
    } catch (NumberFormatException _) {
      return null;
    }
  }

  private static String text(double value) {
    var decimal = BigDecimal.valueOf(value).stripTrailingZeros();
    return value != 0 && Math.abs(value) < PLAIN ? decimal.toString() : decimal.toPlainString();
  }

  /** The value of a text; empty if it names none. */
  Optional<T> of(String text) {
    return Optional.ofNullable(read.apply(text.strip()));
  }
}
