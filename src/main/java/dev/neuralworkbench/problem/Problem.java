package dev.neuralworkbench.problem;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a user's choice or file.
 *
 * @param key key of the sentence in the message bundles, such as {@code network.units}
 * @param component the choice it belongs to, as a form field is addressed: {@code
 *     network.hidden[1].units}; empty where no field is to blame
 * @param place where in a file or table
 * @param expected what would be right: a number, a word, or a {@link Range}
 * @param found what is there instead
 */
public record Problem(
    String key, String component, Place place, @Nullable Object expected, @Nullable Object found) {

  /** A problem of a form field. */
  public static Problem of(
      String key, String component, @Nullable Object expected, @Nullable Object found) {
    return new Problem(key, component, Place.NONE, expected, found);
  }

  /** A problem at a place in a file or table. */
  public static Problem at(
      String key, Place place, @Nullable Object expected, @Nullable Object found) {
    return new Problem(key, "", place, expected, found);
  }

  /** The same problem of another form field. */
  public Problem ofField(String component) {
    return new Problem(key, component, place, expected, found);
  }

  /** The same problem at another place. */
  public Problem at(Place place) {
    return new Problem(key, component, place, expected, found);
  }
}
