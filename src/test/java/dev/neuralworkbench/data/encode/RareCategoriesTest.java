package dev.neuralworkbench.data.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.table.TextColumn;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Categories of few training rows share an input, which is none. */
class RareCategoriesTest {

  private static final TextColumn COLOURS =
      TextColumn.of("colour", "red", "blue", "red", "green", "blue", "red", null, "pink", "green");

  private static int[] rows(int count) {
    return IntStream.range(0, count).toArray();
  }

  @Test
  void aCategoryOfTooFewTrainingRowsIsAllZeroAndYetKnown() {
    // Of the first seven rows three are red, two blue, one green.
    var input = CategoryInput.fit(COLOURS, rows(7), 2, MissingValues.MEAN);
    assertEquals(List.of("blue", "red"), input.categories());
    assertEquals(List.of("green"), input.others());
    assertEquals("red", input.fill());
    assertEquals(2, input.width());
    var cells = input.on(COLOURS);
    var into = new float[2];
    cells.encode(3, into, 0);
    assertArrayEquals(new float[] {0, 0}, into);
    cells.encode(4, into, 0);
    assertArrayEquals(new float[] {1, 0}, into);
    cells.encode(6, into, 0);
    assertArrayEquals(new float[] {0, 1}, into, "missing: the most frequent");
    var outside = input.isOutside(COLOURS);
    assertFalse(outside.test(3), "green was among the training rows");
    assertTrue(outside.test(7), "pink was not");
    assertFalse(outside.test(6));
  }

  @Test
  void aMissingCategoryMayBeNoneOfThem() {
    var input = CategoryInput.fit(COLOURS, rows(7), 1, MissingValues.APART);
    assertEquals("", input.fill());
    var into = new float[] {9, 9, 9};
    input.on(COLOURS).encode(6, into, 0);
    assertArrayEquals(new float[] {0, 0, 0}, into);
    assertFalse(input.isOutside(COLOURS).test(6));
  }

  @Test
  void theMostFrequentStaysAndOneIsEnoughForAll() {
    var input = CategoryInput.fit(COLOURS, rows(9), 100, MissingValues.MEAN);
    assertEquals(List.of("red"), input.categories());
    var all = CategoryInput.fit(COLOURS, rows(9), 1, MissingValues.MEAN);
    assertEquals(List.of("blue", "green", "pink", "red"), all.categories());
    assertNull(all.others());
    assertEquals(all, new CategoryInput("colour", all.categories(), "red"));
  }
}
