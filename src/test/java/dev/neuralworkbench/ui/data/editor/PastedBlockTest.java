package dev.neuralworkbench.ui.data.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PastedBlockTest {

  @Test
  void spreadsheetsPutTabsBetweenCells() {
    assertEquals(
        List.of(List.of("x", "y"), List.of("1,5", "")),
        TypedCells.PastedBlock.cells("x\ty\r\n1,5\t\r\n"));
  }

  @Test
  void quotesHoldTabsLineEndsAndQuotes() {
    assertEquals(
        List.of(List.of("a\tb", "say \"no\""), List.of("1\n2", "z")),
        TypedCells.PastedBlock.cells("\"a\tb\"\t\"say \"\"no\"\"\"\n\"1\n2\"\tz"));
  }

  @Test
  void withoutTabsTextIsCutAtSemicolonsOrElseAtCommas() {
    assertEquals(List.of(List.of("1,5", "2")), TypedCells.PastedBlock.cells("1,5;2"));
    assertEquals(List.of(List.of("1.5", "2")), TypedCells.PastedBlock.cells("1.5,2"));
    assertEquals(List.of(List.of("word")), TypedCells.PastedBlock.cells("word"));
  }

  @Test
  void rowsMayDifferInLength() {
    assertEquals(
        List.of(List.of("a", "b"), List.of(""), List.of("c")),
        TypedCells.PastedBlock.cells("a\tb\n\nc\n"));
  }
}
