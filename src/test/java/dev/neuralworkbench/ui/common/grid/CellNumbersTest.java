package dev.neuralworkbench.ui.common.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.table.NumberColumn;
import org.junit.jupiter.api.Test;

class CellNumbersTest {

  @Test
  void decimalPointsComeToStandBelowEachOther() {
    var numbers = numbers(1.5, 12, -0.25);
    assertEquals("1.5\u2007", numbers.text(0));
    assertEquals("12\u2008\u2007\u2007", numbers.text(1));
    assertEquals("\u22120.25", numbers.text(2));
    assertEquals(5, numbers.width);
  }

  @Test
  void wholeNumbersAreNotPadded() {
    assertEquals("7", numbers(7, 1000).text(0));
  }

  @Test
  void longNumbersAreRoundedForReading() {
    assertEquals("0.3333333", numbers(1 / 3.0).text(0));
    assertEquals("1.234568e\u22129", numbers(1.23456789012e-9).text(0));
  }

  @Test
  void missingNumberIsEmpty() {
    assertEquals("", numbers(1, Double.NaN).text(1));
  }

  private static CellNumbers numbers(double... values) {
    return new CellNumbers(NumberColumn.of("x", values), 64);
  }
}
