package dev.neuralworkbench.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TicksTest {

  @Test
  void linearTicksAreRoundAndWrittenAlike() {
    assertEquals(
        List.of("0.0", "0.2", "0.4", "0.6", "0.8"), Ticks.linear(0, 0.85, 5, false).texts());
    assertEquals(List.of("0.94", "0.96", "0.98"), Ticks.linear(0.931, 0.985, 4, false).texts());
    assertEquals(List.of("−50", "0", "50"), Ticks.linear(-60, 70, 4, false).texts());
  }

  @Test
  void ticksOfExtremeRangesDifferAndAreShort() {
    assertEquals(List.of("0", "2e8", "4e8", "6e8"), Ticks.linear(0, 7.6e8, 4, false).texts());
    assertEquals(List.of("1e−9", "2e−9", "3e−9"), Ticks.linear(1e-9, 3e-9, 3, false).texts());
    assertEquals(
        List.of("123,456,789,000", "123,456,789,005", "123,456,789,010"),
        Ticks.linear(123_456_789_000.0, 123_456_789_010.0, 3, false).texts());
    assertEquals(List.of("−2e12", "0", "2e12"), Ticks.linear(-2e12, 2e12, 3, false).texts());
  }

  @Test
  void axisHasTwoTicksAtLeast() {
    assertEquals(List.of("2", "4", "6"), Ticks.linear(0.6, 7, 3, false).texts());
    assertEquals(List.of("1"), Ticks.linear(1, 1.9, 3, true).texts());
  }

  @Test
  void epochsHaveWholeTicks() {
    assertEquals(List.of("1", "2", "3"), Ticks.linear(1, 3, 8, true).texts());
    assertEquals(List.of("20,000", "40,000"), Ticks.linear(1, 50_000, 3, true).texts());
  }

  @Test
  void logarithmicTicksArePowersOfTenWithMoreBetweenThemWhereThereIsRoom() {
    assertEquals(List.of("0.001", "0.01", "0.1", "1"), Ticks.logarithmic(0.0008, 2, 4).texts());
    assertEquals(
        List.of("0.02", "0.05", "0.1", "0.2", "0.5"), Ticks.logarithmic(0.018, 0.8, 6).texts());
    assertEquals(List.of("1e−8", "0.0001", "1"), Ticks.logarithmic(1e-9, 5, 3).texts());
  }

  @Test
  void logarithmicAxisOfLessThanADecadeStillHasTicks() {
    assertEquals(List.of("0.30", "0.35", "0.40"), Ticks.logarithmic(0.29, 0.42, 3).texts());
  }

  @Test
  void roundingUpGivesOneTwoAndFive() {
    assertEquals(1, Ticks.roundUp(0));
    assertEquals(10, Ticks.roundUp(7));
    assertEquals(200, Ticks.roundUp(101));
    assertEquals(500, Ticks.roundUp(500));
  }
}
