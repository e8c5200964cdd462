package dev.neuralworkbench.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DecimalsTest {

  private static final Decimals FOUR = new Decimals(4, false);

  @Test
  void numbersAboveOneHaveTheDecimalsChosen() {
    assertEquals("12.3457", FOUR.text(12.345678));
    assertEquals("−1.5000", FOUR.text(-1.5));
    assertEquals("1.23", new Decimals(2, false).text(1.2345));
  }

  @Test
  void smallNumbersKeepTheirDigits() {
    assertEquals("0.3775", FOUR.text(0.3775));
    assertEquals("0.01611", FOUR.text(0.016109630));
    assertEquals("0.0008055", FOUR.text(0.00080548));
    assertEquals("3.1200·10⁻⁷", FOUR.text(3.12e-7));
  }

  @Test
  void whatIsNearlyOneDoesNotBecomeOne() {
    assertEquals("0.999970", FOUR.text(0.99997));
    assertEquals("−0.999970", FOUR.text(-0.99997));
  }

  @Test
  void wholeNumbersStayWhole() {
    assertEquals("1", FOUR.text(1));
    assertEquals("0", FOUR.text(0));
    assertEquals("−3", FOUR.text(-3));
  }

  @Test
  void aCommaForWhoWritesOne() {
    assertEquals("0,3775", new Decimals(4, true).text(0.3775));
    assertEquals("0,001", new Decimals(4, true).exact(0.001));
  }

  @Test
  void chosenNumbersAreNotRounded() {
    assertEquals("0.123456789", FOUR.exact(0.123456789));
    assertEquals("1·10⁻⁸", FOUR.exact(1e-8));
  }

  @Test
  void theRoundedNumberIsTheOneShown() {
    assertEquals(0.01611, FOUR.rounded(0.016109630), 0);
    assertEquals(12.3457, FOUR.rounded(12.345678), 0);
  }
}
