package dev.neuralworkbench.data.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberStyleTest {

  @ParameterizedTest
  @CsvSource({
    "'1,234', 1234",
    "'1,234.5', 1234.5",
    "'12,345,678.25', 12345678.25",
    "'-1,234', -1234",
    "1 234.5, 1234.5",
    "1\u00A0234, 1234",
    "1\u202F234\u202F567, 1234567",
    "1'234.5, 1234.5",
    "1\u2019234, 1234",
    "\u22125, -5",
    "\u22121e\u22122, -0.01",
    "$10.50, 10.5",
    "-$10.50, -10.5",
    "$-10.50, -10.5",
    "'$1,234', 1234",
    "'\u20AC 12.5', 12.5",
    "12.5 \u20AC, 12.5",
    "10%, 10",
    "\u22122.5 %, -2.5",
    ".5, 0.5"
  })
  void numbersWithAPointAreRead(String text, double value) {
    assertEquals(value, NumberStyle.POINT.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "'6,5', 6.5",
    "32.690, 32690",
    "'1.234,5', 1234.5",
    "1.234.567, 1234567",
    "'1 234,5', 1234.5",
    "'1\u00A0234,5', 1234.5",
    "'0,123', 0.123",
    "'1.234,50 \u20AC', 1234.5",
    "'12,5 %', 12.5"
  })
  void numbersWithACommaAreRead(String text, double value) {
    assertEquals(value, NumberStyle.COMMA.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,23",
        "1234,567",
        "0,123",
        "1,2345",
        ",123",
        "1,234,56",
        "1.234.567",
        "1 23",
        "12 3456",
        "030 123 456",
        "1,234 567",
        "$",
        "%",
        "-",
        "$$5",
        "5%%",
        "$5%",
        "--5",
        "- 5",
        "1e5,000",
        "5 kg",
        "abc",
        "1,234e5x",
        "192.168.0.1",
        "2020-01-02",
        "",
        "1_000",
        "5 5"
      })
  void whatIsNoNumberWithAPointIsNone(String text) {
    assertEquals(Double.NaN, NumberStyle.POINT.parse(text));
  }
}
