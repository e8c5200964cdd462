package dev.neuralworkbench.data.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.TextColumn;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When rows were, however it is written. */
class TimeOrderTest {

  private static Optional<double[]> times(String... texts) {
    return TimeOrder.of(TextColumn.of("d", texts));
  }

  @Test
  void datesOfAllSortsAreOrdered() {
    for (var pair :
        List.of(
            List.of("2019-12-31", "2020-01-01"),
            List.of("2019/2", "2019/11"),
            List.of("31.1.2020", "1.2.2020"),
            List.of("1/31/2020", "2/1/2020"),
            List.of("31/1/2020", "1/2/2020"),
            List.of("12/31/99", "1/1/00"),
            List.of("Jan 31 2020", "February 1, 2020"),
            List.of("31-Jan-20", "1-Feb-20"),
            List.of("31 January 2020", "1 Feb 2020"),
            List.of("1/5/2024 11:00 AM", "1/5/2024 1:00 PM"),
            List.of("1/5/2024 12:30 a.m.", "1/5/2024 1:00 am"),
            List.of("1/5/2024 11:59 AM", "1/5/2024 12:00 PM"),
            List.of("2020-01-01 09:59", "2020-01-01T10:00:00Z"),
            List.of("2020-01-01 10:00:00.25", "2020-01-01 10:00:00.5"),
            List.of("2020-01-01T10:00:00+02:00", "2020-01-01T09:00:00+00:00"),
            List.of("2020-01-01T10:00:00Z", "2020-01-01T06:00:00-0500"))) {
      var times = times(pair.get(0), pair.get(1)).orElseThrow();
      assertTrue(times[0] < times[1], pair.toString());
    }
  }

  @Test
  void secondsAreThoseOfTheClock() {
    // Worked out with date -u -d '...' +%s.
    assertArrayEquals(
        new double[] {1704459600, 1704463200, Double.NaN},
        times("1/5/2024 1:00 PM", "1/5/2024 2:00 PM", "").orElseThrow());
    assertEquals(1577865600, times("2020-01-01T10:00:00+02:00").orElseThrow()[0]);
    assertEquals(-31536000, times("1/1/69").orElseThrow()[0]);
    assertEquals(3092601600L, times("1/1/68").orElseThrow()[0]);
  }

  @Test
  void whatIsNoTimeIsNone() {
    for (var other :
        List.of(
            "2020",
            "12-10",
            "1.2.3.4",
            "13/14/2020",
            "abc 1 2020",
            "2020-01-01 about noon",
            "1/5/2024 13:00 PM",
            "2023-02-30")) {
      assertTrue(times(other).isEmpty(), other);
    }
    assertTrue(times("2020-01-01", "1/2/2020").isEmpty(), "two styles");
    assertTrue(times("", "").isEmpty(), "nothing at all");
    assertTrue(TimeOrder.of(NumberColumn.of("d", Double.NaN, Double.NaN)).isEmpty());
  }

  @Test
  void columnsThatAreLikelyTimesAreKnownByTheirCellsOrTheirName() {
    assertTrue(TimeOrder.isLikely(TextColumn.of("d", "2020-01-01", "2020-01-02")));
    assertFalse(TimeOrder.isLikely(TextColumn.of("date", "early", "late")));
    assertFalse(TimeOrder.isLikely(TextColumn.of("date", "", "")));
    assertTrue(TimeOrder.isLikely(NumberColumn.of("d", 20191231, 20200101)));
    assertFalse(TimeOrder.isLikely(NumberColumn.of("d", 20191331, 20200101)));
    assertTrue(TimeOrder.isLikely(NumberColumn.of("saleYear", 1990, 1991)));
    assertFalse(TimeOrder.isLikely(NumberColumn.of("lifetime", 1990, 1991)));
    assertFalse(TimeOrder.isLikely(NumberColumn.of("updates", 1990, 1991)));
  }

  @Test
  void namesAreTakenApart() {
    for (var name :
        List.of("id", "ID", "PassengerId", "user_id", "customerID", "order no.", "学号")) {
      assertTrue(NameParts.hasAny(name, Set.of("id", "no", "学号")), name);
    }
    for (var name : List.of("width", "acid", "nose", "Madrid")) {
      assertFalse(NameParts.hasAny(name, Set.of("id", "no")), name);
    }
  }
}
