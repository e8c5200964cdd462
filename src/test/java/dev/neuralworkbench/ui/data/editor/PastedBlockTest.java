package dev.neuralworkbench.ui.data.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PastedBlockTest {

  @Test
  void spreadsheetsPutTabsBetweenCells() {
    assertEquals(
        List.of(List.of("x", "y"), List.of("1,5", "")), TypedCells.pasted("x\ty\r\n1,5\t\r\n"));
  }

  @Test
  void quotesHoldTabsLineEndsAndQuotes() {
    assertEquals(
        List.of(List.of("a\tb", "say \"no\""), List.of("1\n2", "z")),
        TypedCells.pasted("\"a\tb\"\t\"say \"\"no\"\"\"\n\"1\n2\"\tz"));
  }

  @Test
  void withoutTabsTextIsCutAtSemicolonsOrElseAtCommas() {
    assertEquals(List.of(List.of("1,5", "2")), TypedCells.pasted("1,5;2"));
    assertEquals(List.of(List.of("1.5", "2")), TypedCells.pasted("1.5,2"));
    assertEquals(List.of(List.of("word")), TypedCells.pasted("word"));
  }

  @Test
  void rowsMayDifferInLength() {
    assertEquals(
        List.of(List.of("a", "b"), List.of(""), List.of("c")), TypedCells.pasted("a\tb\n\nc\n"));
  }

  @Test
  void quotesThatDoNotMatchAreSignsLikeOthers() {
    assertEquals(
        List.of(List.of("\"a\" b", "5\""), List.of("c", "d")),
        TypedCells.pasted("\"a\" b\t5\"\nc\td"));
    assertEquals(
        List.of(List.of("5\" pipe", "x")), TypedCells.pasted("5\" pipe\tx"), "not at its start");
  }

  @Test
  void rowsMayBeWiderThanAnySpreadsheet() {
    assertEquals(20_001, TypedCells.pasted("1,".repeat(20_000)).getFirst().size());
  }
}
