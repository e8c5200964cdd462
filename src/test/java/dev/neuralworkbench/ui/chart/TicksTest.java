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
    assertEquals(List.of("−1e308", "0", "1e308"), texts(Ticks.linear(-1e308, 1e308, 1, false)));
    assertTrue(Ticks.linear(-Double.MAX_VALUE, Double.MAX_VALUE, 9, false).size() < 20);
  }

  @Test
  void linearTicksAreRoundAndWrittenAlike() {
    assertEquals(
        List.of("0.0", "0.2", "0.4", "0.6", "0.8"), texts(Ticks.linear(0, 0.85, 5, false)));
    assertEquals(List.of("0.94", "0.96", "0.98"), texts(Ticks.linear(0.931, 0.985, 4, false)));
    assertEquals(List.of("−50", "0", "50"), texts(Ticks.linear(-60, 70, 4, false)));
  }

  @Test
  void ticksOfExtremeRangesDifferAndAreShort() {
    assertEquals(List.of("0", "2e8", "4e8", "6e8"), texts(Ticks.linear(0, 7.6e8, 4, false)));
    assertEquals(List.of("1e−9", "2e−9", "3e−9"), texts(Ticks.linear(1e-9, 3e-9, 3, false)));
    assertEquals(
        List.of("123,456,789,000", "123,456,789,005", "123,456,789,010"),
        texts(Ticks.linear(123_456_789_000.0, 123_456_789_010.0, 3, false)));
    assertEquals(List.of("−2e12", "0", "2e12"), texts(Ticks.linear(-2e12, 2e12, 3, false)));
  }

  @Test
  void axisHasTwoTicksAtLeast() {
    assertEquals(List.of("2", "4", "6"), texts(Ticks.linear(0.6, 7, 3, false)));
    assertEquals(List.of("1"), texts(Ticks.linear(1, 1.9, 3, true)));
  }

  @Test
  void epochsHaveWholeTicks() {
    assertEquals(List.of("1", "2", "3"), texts(Ticks.linear(1, 3, 8, true)));
    assertEquals(List.of("20,000", "40,000"), texts(Ticks.linear(1, 50_000, 3, true)));
  }

  @Test
  void logarithmicTicksArePowersOfTenWithMoreBetweenThemWhereThereIsRoom() {
    assertEquals(List.of("0.001", "0.01", "0.1", "1"), texts(Ticks.logarithmic(0.0008, 2, 4)));
    assertEquals(
        List.of("0.02", "0.05", "0.1", "0.2", "0.5"), texts(Ticks.logarithmic(0.018, 0.8, 6)));
    assertEquals(List.of("1e−8", "0.0001", "1"), texts(Ticks.logarithmic(1e-9, 5, 3)));
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
    assertEquals(List.of("−1e308", "0", "1e308"), texts(Ticks.linear(-1.7e308, 1.7e308, 4, false)));
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
