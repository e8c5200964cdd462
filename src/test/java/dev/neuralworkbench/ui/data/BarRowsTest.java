package dev.neuralworkbench.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BarRowsTest {

  private static void assertWritten(String percent, double share) {
    assertEquals(percent + "%", BarRows.percent(share));
  }

  @Test
  void whatIsRareIsNotWrittenAsNothingAndWhatIsNearlyAllNotAsAll() {
    assertWritten("0", 0);
    assertWritten("0.84", 118 / 14_000.0);
    assertWritten("99.16", 13_882 / 14_000.0);
    assertWritten("0.0001", 1e-6);
    assertWritten("99.9999", 1 - 1e-6);
    assertWritten("0.17", 492 / 284_807.0);
    assertWritten("1", 0.01);
    assertWritten("1", 0.0149);
    assertWritten("99", 0.985);
    assertWritten("62", 0.616);
    assertWritten("100", 1);
    assertEquals("", BarRows.percent(Double.NaN));
  }
}
