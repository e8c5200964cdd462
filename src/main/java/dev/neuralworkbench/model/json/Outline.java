package dev.neuralworkbench.model.json;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What may stand at a place of a file. A text is read along its outline, so that nothing is built
 * of what does not belong there: a member that is not known, an object in the place of a number, or
 * more items than any file has.
 */
public sealed interface Outline {

  /** A number, a text, true or false; which of them is left to who asks for it. */
  Outline VALUE = new Value();

  /** A single value. */
  record Value() implements Outline {}

  /**
   * An object.
   *
   * @param members what it may have; it need not have all, and has no others
   */
  record Members(Map<String, Outline> members) implements Outline {

    /** An object without members. */
    public Members() {
      this(new LinkedHashMap<>());
    }

    /** Adds a member; returns this outline. */
    public Members with(String name, Outline member) {
      members.merge(name, member, Outline::both);
      return this;
    }

    /** Adds the members of another object; returns this outline. */
    public Members with(Members other) {
      other.members.forEach(this::with);
      return this;
    }
  }

  /** An array of at most so many items, and what each of them is. */
  record Items(int most, Outline each) implements Outline {}

  /**
   * An array of numbers.
   *
   * @param most numbers that it may have
   * @param single whether they are kept in single precision
   * @param bytes memory that each takes until all is built
   */
  record Numbers(int most, boolean single, int bytes) implements Outline {}

  /** The name of something that stands elsewhere, or the thing itself. */
  record NameOr(Outline thing) implements Outline {}

  private static Outline both(Outline one, Outline other) {
    if (!one.equals(other)) {
      throw new IllegalArgumentException(
          "expected one outline for members of one name, received " + one + " and " + other);
    }
    return one;
  }
}
