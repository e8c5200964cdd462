package dev.neuralworkbench.study.vary;

import dev.neuralworkbench.model.setting.Setting;
import dev.neuralworkbench.model.setting.Settings;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.random.RandomSource;
import dev.neuralworkbench.study.vary.Combination.Level;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A choice and the values that a study gives it: a list, or a range of numbers with even steps, of
 * equal ratio where that is natural for the choice.
 *
 * @param values those of a grid, each once
 * @param span where values may also be drawn from; null for a list
 */
public record Variation<T>(Setting<T> setting, List<T> values, @Nullable Span span) {

  public static final Range STEPS = Range.whole(2, 100);

  private static final int USUAL_STEPS = 5;
  private static final MathContext DIGITS = new MathContext(3);
  private static final Pattern SPAN =
      Pattern.compile("(?>([^:]+?)(?:\\.\\.|…))([^:]++)(?::\\s*+(\\d{1,4})\\s*+)?");

  public Variation {
    values = List.copyOf(values);
  }

  public record Span(double from, double to, boolean logarithmic) {

    /**
     * The place at a share of the way.
     *
     * @param share in [0, 1]
     */
    double at(double share) {
      if (share == 0 || share == 1) {
        return share == 0 ? from : to;
      }
      return logarithmic
          ? StrictMath.exp(
              StrictMath.log(from) + share * (StrictMath.log(to) - StrictMath.log(from)))
          : from + share * (to - from);
    }
  }

  /**
   * Reads {@code learning-rate=0.001,0.01} or {@code learning-rate=0.001..1:4}.
   *
   * @throws StudyException if it names no choice, or a value that the choice cannot have
   */
  public static Variation<?> read(String text) throws StudyException {
    var equals = text.indexOf('=');
    var id = equals < 0 ? text : text.substring(0, equals);
    var setting = Settings.variable(id.strip());
    if (setting.isEmpty()) {
      throw new StudyException(
          Problem.of(
              "study.problem.setting",
              "study.vary",
              Settings.VARIABLE.stream().map(Setting::name).toList(),
              id.strip()));
    }
    return read(setting.get(), equals < 0 ? "" : text.substring(equals + 1));
  }

  /**
   * Reads values: {@code 0.001, 0.01}, or from … to with a number of steps, {@value #USUAL_STEPS}
   * unless said.
   *
   * @throws StudyException if one of them is not a value of the choice
   */
  public static <T> Variation<T> read(Setting<T> setting, String text) throws StudyException {
    var match = SPAN.matcher(text);
    if (setting.values().range() != null && match.matches()) {
      return span(setting, match.group(1).strip(), match.group(2).strip(), match.group(3));
    }
    var values = new ArrayList<T>();
    for (var part : parts(setting, text)) {
      values.add(value(setting, part));
    }
    return new Variation<>(setting, values.stream().distinct().toList(), null);
  }

  /** Numbers between semicolons may have a decimal comma. */
  private static String[] parts(Setting<?> setting, String text) {
    return setting.values().range() != null && text.contains(";")
        ? text.replace(',', '.').split(";", -1)
        : text.split(setting.values().separator(), -1);
  }

  private static <T> T value(Setting<T> setting, String text) throws StudyException {
    return setting.values().of(text).orElseThrow(() -> wrong(setting, text));
  }

  private static StudyException wrong(Setting<?> setting, String text) {
    var range = setting.values().range();
    var kind = range == null ? "value" : range.whole() ? "whole" : "number";
    var key = "study.problem." + (text.isBlank() ? "empty" : kind);
    return new StudyException(
        Problem.of(key, "study.vary", setting.values().expected(), text.strip()));
  }

  private static <T> Variation<T> span(
      Setting<T> setting, String from, String to, @Nullable String steps) throws StudyException {
    var start = ((Number) value(setting, from)).doubleValue();
    var end = ((Number) value(setting, to)).doubleValue();
    var logarithmic = setting.values().logarithmic() && start > 0 && end > 0;
    if (start >= end) {
      throw new StudyException(Problem.of("study.problem.span", "study.vary", start, end));
    }
    var count = steps == null ? USUAL_STEPS : Integer.parseInt(steps);
    if (!STEPS.contains(count)) {
      throw new StudyException(Problem.of("study.problem.steps", "study.vary", STEPS, count));
    }
    var span = new Span(start, end, logarithmic);
    var values = new ArrayList<T>();
    for (var i = 0; i < count; i++) {
      values.add(number(setting, span.at(i / (count - 1.0))));
    }
    return new Variation<>(setting, values.stream().distinct().toList(), span);
  }

  /** A number of a range as a value: whole where the choice is, and with few digits. */
  private static <T> T number(Setting<T> setting, double number) throws StudyException {
    var range = setting.values().range();
    var whole = range != null && range.whole();
    var text = whole ? String.valueOf(Math.round(number)) : new BigDecimal(number, DIGITS);
    return value(setting, text.toString());
  }

  /** A value by chance: one of the list, or any number of the range. */
  Level<T> draw(RandomSource random) throws StudyException {
    return new Level<>(
        setting,
        span == null
            ? values.get(random.nextInt(values.size()))
            : number(setting, span.at(random.nextDouble())));
  }

  List<Level<T>> levels() {
    return IntStream.range(0, values.size())
        .mapToObj(i -> new Level<>(setting, values.get(i)))
        .toList();
  }
}
