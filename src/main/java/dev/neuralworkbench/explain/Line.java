package dev.neuralworkbench.explain;

/**
 * One number and how it comes about: left = right = value.
 *
 * @param place what in the network it belongs to
 * @param left its name
 * @param right how it is worked out
 * @param value the number, from the {@link BackpropTrace}
 */
public record Line(Location place, Maths left, Maths right, double value) {

  /**
   * Whether somebody who works out the right side from the numbers shown gets the value shown; if
   * not, the last digit differs because the numbers shown are rounded.
   */
  public boolean follows(Decimals decimals) {
    return decimals.text(right.value(decimals::rounded)).equals(decimals.text(value));
  }

  /** Whether the right side is one number and no arithmetic. */
  public boolean isPlain() {
    return switch (right) {
      case Maths.Quantity _, Maths.Constant _ -> true;
      case Maths.Cases cases -> new Line(place, left, cases.chosen(), value).isPlain();
      default -> false;
    };
  }
}
