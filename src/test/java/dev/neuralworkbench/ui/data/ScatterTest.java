package dev.neuralworkbench.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.prepare.Cases;
import dev.neuralworkbench.data.prepare.RowFilter;
import dev.neuralworkbench.data.table.Tables;
import dev.neuralworkbench.ui.chart.plane.Plane;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScatterTest {

  private static Plane plane(String... lines) {
    return Scatter.of(
            new Scatter.Question(0, 1, -1, false, new Cases(List.of(), RowFilter.NONE)),
            Tables.parse(lines))
        .plane();
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
}
