package dev.neuralworkbench.data.cell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.table.TextColumn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+cmd|x", "-a", "@SUM(A1)", "\uff1d1", "-1-1"})
  void formulasStandBehindAnApostropheAndAreFoundAgain(String name) {
    assertEquals("'" + name, SpreadsheetText.guarded(name));
    var target = new ClassTarget("y", List.of("a", name), false);
    assertEquals(1, target.indexOf(SpreadsheetText.guarded(name)));
    var column = TextColumn.of("y", "'" + name, "a");
    assertArrayEquals(new int[] {1, 0}, target.indices(column, new int[] {0, 1}));
  }

  /** A second mark of UTF-8 is dropped, too; semicolons part cells where commas part decimals. */
  @Test
  void whatIsDroppedOrPartsCellsDoesNotHideAFormula() {
    var guarded =
        Map.of(
            "\ufeff=1",
            "'\ufeff=1",
            "x;=2+3",
            "x;'=2+3",
            "1,5;-a\t@b;c",
            "1,5;'-a\t'@b;c",
            "\t=1",
            "\t'=1",
            "\n=1",
            "\n'=1");
    guarded.forEach(
        (text, shown) -> {
          assertEquals(shown, SpreadsheetText.guarded(text));
          assertEquals(text, SpreadsheetText.plain(shown));
        });
    assertEquals("1;-2;", SpreadsheetText.guarded("1;-2;"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "-", "+", "=", "@", "-5", "+5.25", "-1e-3", "'quoted'", "a=b"})
  void numbersLoneSignsAndOtherTextsStayAsTheyAre(String text) {
    assertEquals(text, SpreadsheetText.guarded(text));
    assertEquals(text, SpreadsheetText.plain(text));
  }

  @Test
  void aClassThatIsCalledLikeAGuardedOneIsFoundFirst() {
    var target = new ClassTarget("y", List.of("'=a", "=a"), false);
    assertEquals(0, target.indexOf("'=a"));
    assertEquals(1, target.indexOf("=a"));
  }
}
