package dev.neuralworkbench.explain.why;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.explain.why.Explanation.Contribution;
import dev.neuralworkbench.model.answer.Prediction;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rounded numbers that add up, each within one last digit of what it is. */
class RoundedSumTest {

  private static Explanation explanation(double base, double... amounts) {
    return new Explanation(
        new Prediction.OfNumber(0),
        base + Arrays.stream(amounts).sum(),
        base,
        Arrays.stream(amounts).mapToObj(it -> new Contribution("c", "", it)).toList(),
        List.of());
  }

  @Test
  void shownNumbersAddUp() {
    var random = new Random(7);
    for (var i = 0; i < 20_000; i++) {
      var amounts = random.doubles(1 + random.nextInt(15), -50, 50).toArray();
      var of = explanation(random.nextGaussian() * 40, amounts);
      var decimals = random.nextInt(5) - 2;
      var shown = RoundedSum.of(of, 1, decimals);
      var sum = shown.amounts().stream().reduce(shown.base(), BigDecimal::add);
      assertEquals(0, sum.compareTo(shown.output()));
      var digit = Math.pow(10, -decimals);
      assertEquals(of.output(), shown.output().doubleValue(), 0.5 * digit + 1e-9);
      assertEquals(of.base(), shown.base().doubleValue(), 0.5 * digit + 1e-9);
      for (var k = 0; k < amounts.length; k++) {
        assertEquals(amounts[k], shown.amounts().get(k).doubleValue(), 2 * digit);
      }
    }
  }

  @Test
  void percentAreOfShares() {
    var shown = RoundedSum.of(explanation(0.3333, 0.3333, 0.3333), 100, 1);
    assertEquals("33.3", shown.base().toPlainString());
    assertEquals("100.0", shown.output().toPlainString());
    assertEquals("[33.4, 33.3]", shown.amounts().toString());
  }

  @Test
  void digitsAreThoseOfTheLargestNumber() {
    assertEquals(1, RoundedSum.decimals(explanation(250, -130.5), 4));
    assertEquals(-2, RoundedSum.decimals(explanation(250_000, 3), 4));
    assertEquals(0, RoundedSum.decimals(explanation(0, 0), 4));
    assertTrue(
        RoundedSum.of(explanation(250_000, 3), 1, -2).output().toPlainString().equals("250000"));
  }
}
