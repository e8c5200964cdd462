package dev.neuralworkbench.problem;

import java.util.Locale;

/**
 * Something expected or found that has a name in the user's language.
 *
 * @param key key of the name in the message bundles
 */
public record MessageKey(String key) {

  /** The name of a choice, which begins with that of its kind: {@code activation.relu}. */
  public static MessageKey of(Enum<?> choice) {
    var kind = choice.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT);
    return new MessageKey(kind + "." + Ids.of(choice));
  }
}
