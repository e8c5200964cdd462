package dev.neuralworkbench.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.Patience;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TicksTest {

  /** A difference of two such numbers is infinite. */
  @Test
  void numbersOfBothEndsHaveAFewTicks() {
    assertEquals(List.of("−10³⁰⁸", "0", "10³⁰⁸"), texts(Ticks.linear(-1e308, 1e308, 1, false)));
    assertTrue(Ticks.linear(-Double.MAX_VALUE, Double.MAX_VALUE, 9, false).size() < 20);
  }

  @Test
  void linearTicksAreRoundAndWrittenAlike() {
    assertEquals(
        List.of("0.0", "0.2", "0.4", "0.6", "0.8"), texts(Ticks.linear(0, 0.85, 5, false)));
    assertEquals(List.of("0.94", "0.96", "0.98"), texts(Ticks.linear(0.931, 0.985, 4, false)));
    assertEquals(List.of("−50", "0", "50"), texts(Ticks.linear(-60, 70, 4, false)));
  }

  /** One unit an axis, from 10,000 on: thousands, millions and billions as field tools write. */
  @Test
  void largeNumbersOfAnAxisAreWrittenInOneUnit() {
    assertEquals(
        List.of("0", "2000", "4000", "6000", "8000"), texts(Ticks.linear(0, 9_999, 5, false)));
    assertEquals(List.of("0", "5 k", "10 k"), texts(Ticks.linear(0, 10_000, 2, false)));
    assertEquals(List.of("−200 k", "0", "200 k"), texts(Ticks.linear(-3e5, 3e5, 3, false)));
    assertEquals(List.of("0", "500 k"), texts(Ticks.linear(0, 999_999, 2, false)));
    assertEquals(
        List.of("0", "0.5 M", "1.0 M", "1.5 M"), texts(Ticks.linear(0, 1_500_000, 3, false)));
    assertEquals(List.of("0", "200 M", "400 M", "600 M"), texts(Ticks.linear(0, 7.6e8, 4, false)));
    assertEquals(List.of("0", "1 B", "2 B"), texts(Ticks.linear(0, 2.5e9, 3, false)));
    assertEquals(List.of("0", "500 B"), texts(Ticks.linear(0, 9.9e11, 2, false)));
    assertEquals(List.of("0", "10¹²", "2·10¹²"), texts(Ticks.linear(0, 2e12, 2, false)));
    assertEquals(List.of("20.0 M", "20.2 M"), texts(Ticks.linear(19_900_101, 20_261_231, 2, true)));
  }

  @Test
  void ticksOfExtremeRangesDifferAndAreShort() {
    assertEquals(List.of("10⁻⁹", "2·10⁻⁹", "3·10⁻⁹"), texts(Ticks.linear(1e-9, 3e-9, 3, false)));
    assertEquals(
        List.of("123,456,789,000", "123,456,789,005", "123,456,789,010"),
        texts(Ticks.linear(123_456_789_000.0, 123_456_789_010.0, 3, false)));
    assertEquals(List.of("−2·10¹²", "0", "2·10¹²"), texts(Ticks.linear(-2e12, 2e12, 3, false)));
    assertEquals(List.of("0.00000", "0.00001", "0.00002"), texts(Ticks.linear(0, 2e-5, 3, false)));
  }

  @Test
  void axisHasTwoTicksAtLeast() {
    assertEquals(List.of("2", "4", "6"), texts(Ticks.linear(0.6, 7, 3, false)));
    assertEquals(List.of("1"), texts(Ticks.linear(1, 1.9, 3, true)));
  }

  @Test
  void epochsHaveWholeTicks() {
    assertEquals(List.of("1", "2", "3"), texts(Ticks.linear(1, 3, 8, true)));
    assertEquals(List.of("20 k", "40 k"), texts(Ticks.linear(1, 50_000, 3, true)));
  }

  @Test
  void logarithmicTicksArePowersOfTenWithMoreBetweenThemWhereThereIsRoom() {
    assertEquals(List.of("0.001", "0.01", "0.1", "1"), texts(Ticks.logarithmic(0.0008, 2, 4)));
    assertEquals(
        List.of("0.02", "0.05", "0.1", "0.2", "0.5"), texts(Ticks.logarithmic(0.018, 0.8, 6)));
    assertEquals(List.of("10⁻⁸", "10⁻⁴", "10⁰"), texts(Ticks.logarithmic(1e-9, 5, 3)));
  }

  /** A power of ten every few decades, as many as have room, in one style. */
  @Test
  void manyDecadesHaveATickEveryFew() {
    assertEquals(
        List.of("10⁻¹⁸", "10⁻¹⁵", "10⁻¹²", "10⁻⁹", "10⁻⁶"),
        texts(Ticks.logarithmic(1e-19, 1e-5, 5)));
    assertEquals(List.of("10⁻¹⁹", "10⁻⁵"), texts(Ticks.logarithmic(1e-19, 1e-5, 1)));
    assertEquals(
        List.of("100", "1000", "10 k", "100 k", "1 M"), texts(Ticks.logarithmic(90, 2e6, 5)));
    assertEquals(List.of("0.0001", "0.001"), texts(Ticks.logarithmic(9.9e-5, 2e-3, 2)));
    assertEquals(List.of("10⁻⁵", "10⁻⁴", "10⁻³"), texts(Ticks.logarithmic(9e-6, 2e-3, 3)));
  }

  @Test
  void oneNumberIsShortOnceItHasFiveDigits() {
    assertEquals("9999", TickText.of(9_999, 4));
    assertEquals("10 k", TickText.of(9_999.6, 4));
    assertEquals("400 k", TickText.of(400_000, 4));
    assertEquals("1 M", TickText.of(999_999, 3));
    assertEquals("2.5 B", TickText.of(2.5e9, 4));
    assertEquals("−1.235 M", TickText.of(-1_234_567, 4));
    assertEquals("10¹²", TickText.of(1e12, 4));
    assertEquals("0.0001", TickText.of(1e-4, 4));
    assertEquals("9.9·10⁻⁵", TickText.of(9.9e-5, 4));
    assertEquals("0", TickText.of(0, 4));
  }

  @Test
  void logarithmicAxisOfLessThanADecadeStillHasTicks() {
    assertEquals(List.of("0.30", "0.35", "0.40"), texts(Ticks.logarithmic(0.29, 0.42, 3)));
  }

  @Test
  @Timeout(Patience.SECONDS)
  void axisOfOneHugeNumberHasAnEnd() {
    assertFalse(Ticks.linear(1e17, Math.nextUp(1e17), 10, false).isEmpty());
  }

  @Test
  @Timeout(Patience.SECONDS)
  void axisOfAllNumbersHasAnEnd() {
    assertEquals(List.of("−10³⁰⁸", "0", "10³⁰⁸"), texts(Ticks.linear(-1.7e308, 1.7e308, 4, false)));
  }

  @Test
  void roundingUpGivesOneTwoAndFive() {
    assertEquals(1, Ticks.roundUp(0));
    assertEquals(10, Ticks.roundUp(7));
    assertEquals(200, Ticks.roundUp(101));
    assertEquals(500, Ticks.roundUp(500));
  }

  private static List<String> texts(List<Ticks.Label> labels) {
    return labels.stream().map(Ticks.Label::text).toList();
  }
}
