package dev.neuralworkbench.data.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberParserTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "+5",
        "007",
        ".5",
        "5.",
        "-1.25",
        "1e3",
        "1E-3",
        "1.5e+10",
        "9007199254740993",
        "123456789012345678901234567890",
        "0.000000000000000000000000000001234567890123456789",
        "1e22",
        "1e23",
        "8.5e-23",
        "4.9e-324",
        "1e-400",
        "2.2250738585072011e-308",
        "1.7976931348623157e308",
        "0e999999999999",
        "179769313486231570000e288",
        "0.1000000000000000055511151231257827021181583404541015625"
      })
  void numbersAreRoundedAsJavaDoes(String text) {
    assertEquals(Double.parseDouble(text), NumberParser.parse(text));
    assertEquals(
        Double.doubleToRawLongBits(Double.parseDouble(text)),
        Double.doubleToRawLongBits(NumberParser.parse(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+",
        ".",
        "e5",
        "1e",
        "1e+",
        "--1",
        "1.2.3",
        "0x1F",
        "1f",
        "1d",
        "1_000",
        "1,5",
        "Infinity",
        "NaN",
        "1e999",
        "1 2",
        "１２",
        "1e5.5"
      })
  void anythingElseIsNone(String text) {
    assertTrue(Double.isNaN(NumberParser.parse(text)));
  }

  @Test
  void shortestTextsOfRandomNumbersReadBackToTheSameBits() {
    var random = RandomSource.of(1, Purpose.GENERATED_DATA);
    for (var i = 0; i < 100_000; i++) {
      var value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertEquals(value, NumberParser.parse(Double.toString(value)));
      }
      var usual = random.nextGaussian() * 1000;
      assertEquals(usual, NumberParser.parse(Double.toString(usual)));
    }
  }

  @Test
  void decimalSeparatorIsAsAskedFor() {
    var text = "x-1,25y".toCharArray();
    assertEquals(-1.25, NumberParser.parse(text, 1, 5, ','));
    assertTrue(Double.isNaN(NumberParser.parse(text, 1, 5, '.')));
    var long17 = "3,14159265358979312".toCharArray();
    assertEquals(Math.PI, NumberParser.parse(long17, 0, long17.length, ','));
  }
}
