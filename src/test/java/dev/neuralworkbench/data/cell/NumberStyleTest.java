package dev.neuralworkbench.data.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
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
        "5 k",
        "2.1M",
        "12A",
        "3D",
        "5C",
        "12 May",
        "1st",
        "5 kg 200 g",
        "kg 5",
        "5 xkg",
        "a5 kg",
        "3-5 kg",
        "<5 kg",
        "5 kg 3",
        "USD",
        "kg",
        "5 h 30 min",
        "-EUR",
        "USD 5 EUR",
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12 kg | 12 | kg",
        "12kg | 12 | kg",
        "12.5 Kg | 12.5 | kg",
        "-3 °C | -3 | °C",
        "21.5° | 21.5 | °",
        "50m2 | 50 | m²",
        "50 m² | 50 | m²",
        "23.4 kmpl | 23.4 | kmpl",
        "1248 CC | 1248 | cc",
        "1,248.5 km/h | 1248.5 | km/h",
        "5m | 5 | m",
        "20 C | 20 | °C",
        "1e3 Pa | 1000 | Pa",
        "€ 5 | 5 | €",
        "5 € | 5 | €",
        "$1,200.50 | 1200.5 | $",
        "-$5 | -5 | $",
        "$-5 | -5 | $",
        "30 % | 30 | %",
        "30pct | 30 | %",
        "USD 1,200.50 | 1200.5 | USD",
        "1200 EUR | 1200 | EUR",
        "US$ 5 | 5 | US$",
        "CHF 1'200.50 | 1200.5 | CHF",
        "Rs. 500 | 500 | Rs",
        "500 kr | 500 | kr",
        "120 平方米 | 120 | m²",
        "35岁 | 35 | 岁",
        "5 元 | 5 | 元",
      })
  void aUnitThatIsKnownIsLeftOutOfTheNumber(String text, double number, String unit) {
    assertEquals(number, NumberStyle.POINT.parse(text));
    assertEquals(unit, WrittenNumber.unit(text));
  }

  @Test
  void aUnitStandsBehindNumbersWithADecimalCommaToo() {
    assertEquals(1234.5, NumberStyle.COMMA.parse("1.234,5 kg"));
    assertEquals(1234.5, NumberStyle.COMMA.parse("€ 1.234,50"));
    assertEquals(1234, NumberStyle.COMMA.parse("1.234 EUR"));
  }
}
