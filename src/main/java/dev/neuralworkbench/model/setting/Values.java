package dev.neuralworkbench.model.setting;

import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.problem.Records;
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
 * What values a setting may have, and how a text names them: the same in a form, on the command
 * line and in a file.
 *
 * @param type what the command line reads: Double, Integer, Long or Boolean, otherwise a text
 * @param parameter what stands for a value in the help of the command line
 * @param read the value of a text; null for a text that names none
 * @param write the text of a value
 * @param expected what a text may be, for a sentence: a range, or a list of names
 * @param range of numbers; null for values that have no order
 * @param logarithmic whether steps of equal ratio are the natural ones
 * @param usual what a component that is null stands for; null where none is
 * @param words what keys of the names' words begin with: {@code activation.}; of numbers the key of
 *     what an empty field stands for, which is 0; null for neither
 */
public record Values<T>(
    Class<?> type,
    String parameter,
    Function<String, @Nullable T> read,
    Function<T, String> write,
    Object expected,
    @Nullable Range range,
    boolean logarithmic,
    @Nullable T usual,
    @Nullable String words) {

  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
  private static final double PLAIN = 1e-6;

  private static <T> Values<T> of(
      Class<?> type,
      String parameter,
      Function<String, @Nullable T> read,
      Function<T, String> write,
      Object expected) {
    var range = expected instanceof Range known ? known : null;
    return new Values<>(type, parameter, read, write, expected, range, false, null, null);
  }

  /** Real numbers. */
  static Values<Double> numbers(Range range) {
    return of(Double.class, "X", text -> number(range, text), Values::text, range);
  }

  /** Shares of rows, written with a point. */
  static Values<Double> shares(Range range) {
    return of(Double.class, "SHARE", text -> number(range, text), String::valueOf, range);
  }

  /** Whole numbers. */
  static Values<Integer> whole(Range range) {
    return of(
        Integer.class,
        "N",
        text -> Optional.ofNullable(number(range, text)).map(Double::intValue).orElse(null),
        String::valueOf,
        range);
  }

  /** Seeds: any whole number on the command line, and in a form those that one can type. */
  static Values<Long> seeds() {
    var range = Range.whole(0, Integer.MAX_VALUE);
    return of(
        Long.class,
        "N",
        text -> Optional.ofNullable(number(range, text)).map(Double::longValue).orElse(null),
        String::valueOf,
        range);
  }

  /** Yes or no. */
  static Values<Boolean> flag() {
    return of(Boolean.class, "", Boolean::valueOf, String::valueOf, List.of(false, true));
  }

  /** Constants by their names. */
  static <E extends Enum<E>> Values<E> names(Class<E> type) {
    var kind = type.getSimpleName().toLowerCase(Locale.ROOT) + ".";
    return named(kind, List.of(type.getEnumConstants()), Ids::of);
  }

  /** Some things by their names. */
  static <T> Values<T> named(String words, List<T> all, Function<T, String> id) {
    Values<T> values =
        of(
            String.class,
            "NAME",
            text ->
                all.stream()
                    .filter(
                        it -> id.apply(it).equals(text.toLowerCase(Locale.ROOT).replace('-', '_')))
                    .findFirst()
                    .orElse(null),
            id,
            all.stream().map(id).toList());
    return Records.with(values, "words", words);
  }

  /** Units of hidden layers: {@code 8,8}, or {@code none}; semicolons between several. */
  static Values<List<Integer>> layers() {
    return of(
        String.class,
        "UNITS",
        Values::units,
        units ->
            units.isEmpty()
                ? "none"
                : units.stream().map(String::valueOf).collect(Collectors.joining(",")),
        "8; 16; 8,8; none");
  }

  /** The same, called otherwise in the help. */
  Values<T> called(String parameter) {
    return Records.with(this, "parameter", parameter);
  }

  /** The same, of which equal ratios are the natural steps. */
  Values<T> byRatio() {
    return Records.with(this, "logarithmic", true);
  }

  /** The same, of which one is meant where a component is null. */
  Values<T> orUsually(T value) {
    return Records.with(this, "usual", value);
  }

  /** The same numbers, of which 0 has a word, and is meant where a component is null. */
  Values<T> orNone(String words) {
    return Records.with(orUsually(ofNumber(0.0)), "words", words);
  }

  /** What stands between several values in a text. */
  public String separator() {
    return expected instanceof String ? ";" : ",";
  }

  /** The names; empty for other values. */
  @SuppressWarnings("unchecked") // Of texts, only names are expected as a list.
  public List<String> names() {
    return type == String.class && expected instanceof List ? (List<String>) expected : List.of();
  }

  private static @Nullable List<Integer> units(String text) {
    if (text.isEmpty() || text.equals("none")) {
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
  public Optional<T> of(String text) {
    return Optional.ofNullable(read.apply(text.strip()));
  }

  /** The value of a component of a record; where that is null, the usual one. */
  @SuppressWarnings("unchecked") // It is a number, or of these values' type.
  @Nullable T ofComponent(@Nullable Object component) {
    return switch (component) {
      case null -> usual;
      case Number number when !type.isInstance(number) -> ofNumber(number.doubleValue());
      default -> (T) component;
    };
  }

  /**
   * The value of a number that a form gives.
   *
   * @throws ClassCastException if the values are no numbers
   */
  @SuppressWarnings("unchecked") // Values of numbers are of their type.
  public T ofNumber(Double number) {
    return (T)
        switch (type.getSimpleName()) {
          case "Integer" -> (Object) number.intValue();
          case "Long" -> number.longValue();
          default -> number;
        };
  }
}
