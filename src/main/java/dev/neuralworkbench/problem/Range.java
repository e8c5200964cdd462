package dev.neuralworkbench.problem;

import java.util.List;

/**
 * The numbers that a choice may take: from {@code least} to {@code most}, each end included unless
 * said otherwise. One declaration serves the check, the sentence and the form field.
 *
 * @param least smallest number
 * @param leastIncluded whether {@code least} itself is allowed
 * @param most largest number; {@link Double#POSITIVE_INFINITY} for none
 * @param mostIncluded whether {@code most} itself is allowed
 * @param whole whether only whole numbers are allowed
 */
public record Range(
    double least, boolean leastIncluded, double most, boolean mostIncluded, boolean whole) {

  /** Any number. */
  public static final Range ANY = closed(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** Whole numbers from {@code least} to {@code most}, both included. */
  public static Range whole(long least, long most) {
    return new Range(least, true, most, true, true);
  }

  /** Real numbers, both ends included. */
  public static Range closed(double least, double most) {
    return new Range(least, true, most, true, false);
  }

  /** Real numbers above {@code least}, up to and including {@code most}. */
  public static Range above(double least, double most) {
    return new Range(least, false, most, true, false);
  }

  /** Real numbers from {@code least} on, below {@code most}. */
  public static Range below(double least, double most) {
    return new Range(least, true, most, false, false);
  }

  /** Whether the number is one of the range; NaN never is. */
  public boolean contains(double value) {
    return (leastIncluded ? value >= least : value > least)
        && (mostIncluded ? value <= most : value < most)
        && (!whole || value == StrictMath.rint(value));
  }

  /** The problem of a number outside, as a list of none or one, ready to be joined with others. */
  public List<Problem> problems(String component, double value) {
    return contains(value)
        ? List.of()
        : List.of(Problem.of("problem.range", component, this, value));
  }
}
