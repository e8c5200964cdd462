package dev.neuralworkbench.explain;

/** A number of which only so many digits are shown: all that it may be. */
public record Interval(double least, double most) {

  static Interval of(double value) {
    return new Interval(value, value);
  }

  Interval plus(Interval other) {
    return new Interval(least + other.least, most + other.most);
  }

  Interval minus() {
    return new Interval(-most, -least);
  }

  Interval times(Interval other) {
    return hull(least * other.least, least * other.most, most * other.least, most * other.most);
  }

  Interval inverse() {
    return least <= 0 && most >= 0
        ? new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
        : new Interval(1 / most, 1 / least);
  }

  Interval size() {
    return least >= 0 ? this : most <= 0 ? minus() : new Interval(0, Math.max(-least, most));
  }

  Interval rising(java.util.function.DoubleUnaryOperator function) {
    return new Interval(function.applyAsDouble(least), function.applyAsDouble(most));
  }

  Interval hull(Interval other) {
    return new Interval(Math.min(least, other.least), Math.max(most, other.most));
  }

  private static Interval hull(double a, double b, double c, double d) {
    return new Interval(
        Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
  }

  public boolean contains(double value, double slack) {
    return least - slack <= value && value <= most + slack;
  }
}
