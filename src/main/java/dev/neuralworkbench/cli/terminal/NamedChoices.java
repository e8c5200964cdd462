package dev.neuralworkbench.cli.terminal;

import dev.neuralworkbench.problem.Ids;
import java.util.Arrays;
import java.util.Locale;

/** Reads the name of one of several choices, as an option gives it. */
public final class NamedChoices {

  private NamedChoices() {}

  /** The constant of that name; case and hyphens do not matter. */
  public static <E extends Enum<E>> E of(String option, Class<E> type, String name) {
    var names = Arrays.stream(type.getEnumConstants()).map(Ids::of).toList();
    return Ids.find(type, name.toLowerCase(Locale.ROOT).replace('-', '_'))
        .orElseThrow(() -> CommandFailure.option("cli.choice", option, names, name));
  }
}
