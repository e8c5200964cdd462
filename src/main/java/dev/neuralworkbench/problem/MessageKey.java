package dev.neuralworkbench.problem;

import java.util.Locale;

/** Something expected or found that has a name in the message bundles, under this key. */
public record MessageKey(String key) {

  /** The name of a choice, which begins with that of its kind: {@code activation.relu}. */
  public static MessageKey of(Enum<?> choice) {
    var kind = choice.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT);
    return new MessageKey(kind + "." + Ids.of(choice));
  }
}
