package dev.neuralworkbench.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.Cases;
import dev.neuralworkbench.data.prepare.RowFilter;
import dev.neuralworkbench.data.table.Tables;
import dev.neuralworkbench.ui.chart.plane.Plane;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScatterTest {

  private static Plane plane(String... lines) {
    return scatter(false, lines).plane();
  }

  private static Scatter scatter(boolean all, String... lines) {
    return Scatter.of(
        new Scatter.Question(0, 1, -1, false, new Cases(List.of(), RowFilter.NONE), all),
        Tables.parse(lines));
  }

  /** x is 0, 1, 2 … but for the last of so many rows; y falls. */
  private static String[] withLast(int rows, double last) {
    return Stream.concat(
            Stream.of("x,y"),
            IntStream.range(0, rows)
                .mapToObj(row -> (row == rows - 1 ? last : row) + "," + 10 * (500 - row)))
        .toArray(String[]::new);
  }

  /** Of 100 values the percentiles are 1 and 98: four times 97 beyond 98 is 486. */
  @Test
  void outlierIsLeftOutWhereTheRestWouldShareAFifthOfTheAxis() {
    var near = scatter(false, withLast(100, 486));
    assertEquals(0, near.outliers());
    assertTrue(near.plane().x().contains(486));
    var far = scatter(false, withLast(100, 487));
    assertEquals(1, far.outliers());
    assertEquals(100, far.rows());
    assertEquals(98 * 1.04, far.plane().x().greatest(), 1e-9);
    assertEquals(-98 * 0.04, far.plane().x().least(), 1e-9);
    var all = scatter(true, withLast(100, 487));
    assertEquals(1, all.outliers());
    assertTrue(all.plane().x().contains(487));
  }

  @Test
  void fewValuesHaveNoOutliers() {
    assertEquals(0, scatter(false, withLast(19, 1e6)).outliers());
    assertEquals(1, scatter(false, withLast(20, 1e6)).outliers());
  }

  /** Of equal values with a few others none crush: there is nothing to be seen between. */
  @Test
  void columnOfOneValueAndAFewOthersIsShownWhole() {
    var lines = withLast(100, 7);
    for (var row = 1; row < 100; row++) {
      lines[row] = "0," + (4000 + row);
    }
    assertEquals(0, scatter(false, lines).outliers());
  }

  /** One hundredth of many values at each end may lie far away, not more. */
  @Test
  void percentilesCountWhereRowsAreMany() {
    var lines = withLast(400, 1e5);
    for (var row = 397; row < 400; row++) {
      lines[row] = "1e5,1";
    }
    assertEquals(4, scatter(false, lines).outliers());
    lines[396] = "1e5,1";
    assertEquals(0, scatter(false, lines).outliers());
  }

  /** By their characters, 1.10.2023 would come before 2.1.2023. */
  @Test
  void datesStandInTheOrderOfTime() {
    assertEquals(
        List.of("31.12.2022", "2.1.2023", "1.10.2023", "1.2.2024"),
        plane("day,y", "1.10.2023,1", "2.1.2023,2", "1.2.2024,3", "31.12.2022,4").xCategories());
    assertEquals(
        List.of("Jan 5, 2024", "Feb 3, 2024", "Apr 1, 2024"),
        plane("day,y", "\"Apr 1, 2024\",1", "\"Jan 5, 2024\",2", "\"Feb 3, 2024\",3")
            .xCategories());
  }

  @Test
  void otherTextsStandInTheOrderOfTheirCharacters() {
    assertEquals(
        List.of("1.10.2023", "2.1.2023", "soon"),
        plane("day,y", "2.1.2023,1", "soon,2", "1.10.2023,3").xCategories());
  }

  /** One value far away takes none with it that are near the rest. */
  @Test
  void valuesNearThePercentilesStayInSight() {
    var lines = withLast(400, 1e5);
    lines[399] = "700,1";
    lines[398] = "800,1";
    var scatter = scatter(false, lines);
    // Percentiles 4 and 395: as far again from 395 is 786.
    assertEquals(2, scatter.outliers());
    assertTrue(scatter.plane().x().contains(700));
  }
}
