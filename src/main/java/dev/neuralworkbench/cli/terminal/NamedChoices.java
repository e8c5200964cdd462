package dev.neuralworkbench.cli.terminal;

import dev.neuralworkbench.problem.Ids;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Reads the name of one of several choices, as an option gives it. */
public final class NamedChoices {

  private NamedChoices() {}

  /** The constant of that name; case and hyphens do not matter. */
  public static <E extends Enum<E>> E of(String option, Class<E> type, String name) {
    return of(option, List.of(type.getEnumConstants()), Ids::of, name);
  }

  /** The value of that name among several. */
  public static <T> T of(String option, List<T> values, Function<T, String> id, String name) {
    var wanted = name.toLowerCase(Locale.ROOT).replace('-', '_');
    return values.stream()
        .filter(value -> id.apply(value).equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                CommandFailure.option(
                    "cli.choice", option, values.stream().map(id).toList(), name));
  }

  /** Whole numbers separated by commas; none for an empty text or {@code none}. */
  public static int[] wholeNumbers(String option, String text) {
    if (text.isBlank() || text.equals("none")) {
      return new int[0];
    }
    try {
      return Arrays.stream(text.split(",", -1))
          .map(String::strip)
          .mapToInt(Integer::parseInt)
          .toArray();
    } catch (NumberFormatException e) {
      throw CommandFailure.option("cli.units", option, null, text);
    }
  }
}
