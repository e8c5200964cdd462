package dev.neuralworkbench.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypicalCategoryTest {

  private static final Background ROWS =
      new Background(
          List.of(1, 2, 3, 4, 5, 6, 7, 8, 9),
          Table.of("t", TextColumn.of("sex", ".", "m", "f", "f", "m", null, null, null, "rare")));

  @Test
  void theRowsTellItWhereNothingStandsInForAMissingValue() {
    var own = new CategoryInput("sex", List.of("", ".", "f", "m"), "", List.of("rare"));
    assertEquals("f", TypicalCategory.of(own, ROWS), "of two the first, and no missing one");
    var apart = new CategoryInput("sex", List.of(".", "m"), "");
    assertEquals("m", TypicalCategory.of(apart, ROWS));
  }

  @Test
  void whatStandsInForAMissingValueIsThatOfAllTrainingRows() {
    var filled = new CategoryInput("sex", List.of(".", "f", "m"), "m");
    assertEquals("m", TypicalCategory.of(filled, ROWS));
  }

  @Test
  void withoutRowsItIsTheFirstThatIsNotTheMissingOne() {
    var own = new CategoryInput("sex", List.of("", ".", "f"), "");
    assertEquals(".", TypicalCategory.of(own, null));
    assertEquals("", TypicalCategory.of(new CategoryInput("sex", List.of(""), ""), ROWS));
  }
}
