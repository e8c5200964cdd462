package dev.neuralworkbench.problem;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Names of enum constants in files and on the command line: the constant's own, in lower case. */
public final class Ids {

  private Ids() {}

  /** The name of a constant: {@code leaky_relu} for {@code LEAKY_RELU}. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The constant of that name; empty if there is none. */
  public static <E extends Enum<E>> Optional<E> find(Class<E> type, String id) {
    return Stream.of(type.getEnumConstants()).filter(it -> of(it).equals(id)).findFirst();
  }
}
