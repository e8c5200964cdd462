package dev.neuralworkbench.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0.001, 0.001",
    "1, 1",
    "-0.5, -0.5",
    "1e-7, 1e-7",
    "0.1, 0.1",
    "65536, 65536",
    "1e12, 1e12",
    "123456789.25, 123456789.25",
    "0, 0",
    "1.5e-9, 1.5e-9"
  })
  void numberIsWrittenShortAndReadsBackTheSame(double value, String written) {
    assertEquals(written, Numbers.exact(value));
    assertEquals(value, Numbers.read(written).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "-1.9302833802037944, -1.9302834",
    "3.253067868814301, 3.2530679",
    "0.5, 0.5",
    "9999, 9999",
    "'4498435001166', '4,498,435,001,166'",
    "-12345678901234, '-12,345,678,901,234'",
    "1e20, 1e20",
    "123456.78912345, '123456.79'",
    "1234567890.25, 1.2345679e9"
  })
  void numberOfATableIsShortToRead(double value, String written) {
    assertEquals(written, Numbers.readable(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "abc", "1x", "1d", "0x10", "NaN", "Infinity", "1e999", "1,5", "--1"})
  void whatIsNoFiniteNumberIsNotRead(String typed) {
    assertTrue(Numbers.read(typed).isEmpty());
  }

  /** An R² may be as far below 0 as a prediction is off. */
  @Test
  void hugeScoreIsWrittenShort() {
    assertEquals("−6.25e19", Numbers.share(-6.25e19));
    assertEquals("−3.125231e9", Numbers.share(-3.125230983441889E9));
    assertEquals("−0.125", Numbers.share(-0.125));
  }

  @Test
  void spacesAndTypographicMinusAreRead() {
    assertEquals(-2.5, Numbers.read(" \u22122.5 ").orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({"１２, 12", "－０．５, -0.5", "0。25, 0.25", "１ｅ－３, 0.001"})
  void digitsOfAChineseInputMethodAreRead(String typed, double value) {
    assertEquals(value, Numbers.read(typed).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1e99999", "１e400"})
  void tooLargeNumberIsKnownFromWhatIsNone(String typed) {
    assertTrue(Numbers.isTooLarge(typed));
    assertTrue(Numbers.read(typed).isEmpty());
    assertFalse(Numbers.isTooLarge("abc"));
    assertFalse(Numbers.isTooLarge("Infinity"));
  }

  @Test
  void numberIsRoundedToSignificantDigits() {
    assertEquals("0.333", Numbers.rounded(1 / 3.0, 3));
    assertEquals("1235", Numbers.rounded(1235, 3));
    assertEquals("22,424", Numbers.rounded(22_423.7, 4));
    assertEquals("760,167,650", Numbers.rounded(760_167_650.2, 4));
    assertEquals("7.602e10", Numbers.rounded(76_016_765_020.0, 4));
    assertEquals("-22,424", Numbers.rounded(-22_423.7, 4));
  }

  @Test
  void exactNumberKeepsAllItsDigits() {
    assertEquals("760,167,650", Numbers.grouped(760_167_650));
    assertEquals("2019", Numbers.grouped(2019));
    assertEquals("-22,423.75", Numbers.grouped(-22_423.75));
    assertEquals("0.1", Numbers.grouped(0.1));
    assertEquals("123,456,789,012", Numbers.grouped(123_456_789_012.0));
    assertEquals("1e15", Numbers.grouped(1e15));
  }

  @Test
  void numbersThatDifferAreGivenTheDigitsThatTellThemApart() {
    assertEquals(3, Numbers.digitsApart(List.of(0.75, 0.69), 3));
    assertEquals(5, Numbers.digitsApart(List.of(0.69412, 0.69407), 3));
    assertEquals(3, Numbers.digitsApart(List.of(0.694, 0.694), 3));
    assertEquals(8, Numbers.digitsApart(List.of(1.0, 1.0 + 1e-12), 3));
  }
}
