package dev.neuralworkbench.nn.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Errors in ulp of the float result, against StrictMath, over floats of every size and sign. */
class ElementaryTest {

  private static final double BOUND = 0.51;

  @Test
  void expIsWithinItsBound() {
    assertUlp(Elementary::exp, StrictMath::exp, -104, 88.7);
  }

  @Test
  void expMinus1IsWithinItsBoundAroundZeroToo() {
    assertUlp(Elementary::expMinus1, StrictMath::expm1, -104, 88.7);
  }

  @Test
  void tanhIsWithinItsBound() {
    assertUlp(Elementary::tanh, StrictMath::tanh, -1e30, 1e30);
  }

  @Test
  void sigmoidIsWithinItsBound() {
    assertUlp(Elementary::sigmoid, x -> 1 / (1 + StrictMath.exp(-x)), -104, 1e30);
  }

  @Test
  void softplusIsWithinItsBound() {
    assertUlp(
        x -> Math.max(x, 0) + Elementary.log1p(Elementary.exp(-Math.abs(x))),
        x -> Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x))),
        -104,
        1e30);
  }

  @Test
  void log1pIsWithinItsBound() {
    assertUlp(Elementary::log1p, StrictMath::log1p, 0, 1);
  }

  @Test
  void logIsADoublesLogarithm() {
    for (var x = 1e-300; x < 1e300; x *= 1.37) {
      var expected = StrictMath.log(x);
      assertEquals(
          expected, Elementary.log(x), 4e-16 * Math.max(1, Math.abs(expected)), "log " + x);
    }
    assertEquals(0, Elementary.log(1));
    assertTrue(Double.isNaN(Elementary.log(0)));
    assertTrue(Double.isNaN(Elementary.log(-1)));
    assertTrue(Double.isNaN(Elementary.log(Double.POSITIVE_INFINITY)));
  }

  @Test
  void millsRatioGivesTheTailOfTheNormalDistribution() {
    // Φ(−z) from tables of 15 digits (Abramowitz, Stegun 26.1 and 26.2).
    double[][] table = {
      {0, 0.5},
      {0.5, 0.308537538725987},
      {1, 0.158655253931457},
      {2, 0.0227501319481792},
      {3, 1.34989803163009e-3},
      {5, 2.86651571879194e-7},
      {10, 7.61985302416053e-24}
    };
    for (var entry : table) {
      var tail = Elementary.millsRatio(entry[0]) * Elementary.normalDensity(entry[0]);
      assertEquals(entry[1], tail, 4e-9 * entry[1], "z = " + entry[0]);
    }
  }

  @Test
  void millsRatioIsWithinItsBoundOfTheContinuedFraction() {
    for (var z = 3.0; z < 20; z += 0.01) {
      var fraction = z;
      for (var k = 200; k >= 1; k--) {
        fraction = z + k / fraction;
      }
      assertEquals(1 / fraction, Elementary.millsRatio(z), 2e-9 / fraction, "z = " + z);
    }
  }

  @Test
  void notANumberStaysNotANumber() {
    assertTrue(Double.isNaN(Elementary.exp(Double.NaN)));
    assertTrue(Double.isNaN(Elementary.tanh(Double.NaN)));
    assertTrue(Double.isNaN(Elementary.sigmoid(Double.NaN)));
  }

  @Test
  void endsOfTheRangeAreReached() {
    assertEquals(Float.POSITIVE_INFINITY, (float) Elementary.exp(1e9));
    assertEquals(0, (float) Elementary.exp(-1e9));
    assertEquals(1, (float) Elementary.tanh(1e9));
    assertEquals(-1, (float) Elementary.tanh(-1e9));
    assertEquals(1, (float) Elementary.sigmoid(1e9));
    assertEquals(0, (float) Elementary.sigmoid(-1e9));
  }

  private static void assertUlp(
      DoubleUnaryOperator ours, DoubleUnaryOperator truth, double from, double to) {
    var worst = 0.0;
    var at = Float.NaN;
    // Every 997th bit pattern: about four million floats of every exponent and both signs.
    for (var bits = 0L; bits < 1L << 32; bits += 997) {
      var x = Float.intBitsToFloat((int) bits);
      if (!(x >= from && x <= to)) {
        continue;
      }
      var expected = truth.applyAsDouble(x);
      if (Math.abs(expected) > Float.MAX_VALUE) {
        continue;
      }
      var error = Math.abs((float) ours.applyAsDouble(x) - expected) / Math.ulp((float) expected);
      if (error > worst) {
        worst = error;
        at = x;
      }
    }
    assertTrue(worst > 0.4, "not compared: " + worst);
    assertTrue(worst <= BOUND, worst + " ulp at " + at);
  }
}
