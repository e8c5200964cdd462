package dev.neuralworkbench.walk;

import java.util.function.DoubleUnaryOperator;

/**
 * A number worked out in double, and how far the rounding of a network's floats may take it.
 *
 * @param value the number; NaN where there is none
 * @param least the least that it may be in floats
 * @param most the most
 */
record Bounds(double value, double least, double most) {

  static final Bounds NONE = exact(Double.NaN);

  static Bounds exact(double value) {
    return new Bounds(value, value, value);
  }

  /** A number that is known but for an error of at most so much. */
  static Bounds about(double value, double error) {
    return new Bounds(value, value - error, value + error);
  }

  Bounds plus(Bounds other) {
    return new Bounds(value + other.value, least + other.least, most + other.most);
  }

  /** What comes of a function that does not fall. */
  Bounds rising(DoubleUnaryOperator function) {
    return new Bounds(
        function.applyAsDouble(value), function.applyAsDouble(least), function.applyAsDouble(most));
  }

  /** The other way round: 1 less it. */
  Bounds rest() {
    return new Bounds(1 - value, 1 - most, 1 - least);
  }

  /** The size of a number; its least is 0 where the sign may be either. */
  Bounds size() {
    var low = least <= 0 && most >= 0 ? 0 : Math.min(Math.abs(least), Math.abs(most));
    return new Bounds(Math.abs(value), low, Math.max(Math.abs(least), Math.abs(most)));
  }

  /** Whether a number is this one, but for a share of it and half a digit that is not written. */
  boolean isMet(double number, double share, double digit) {
    return Double.isNaN(value)
        ? Double.isNaN(number)
        : Math.abs(number - value) <= share * Math.abs(value) + digit;
  }

  /** Whether rounding may have made a number of this one, but for the same. */
  boolean mayBe(double number, double share, double digit) {
    var slack = share * Math.abs(value) + digit;
    return Double.isNaN(value)
        ? Double.isNaN(number)
        : number >= least - slack && number <= most + slack;
  }
}
