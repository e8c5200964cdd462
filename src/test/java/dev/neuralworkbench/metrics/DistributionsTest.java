package dev.neuralworkbench.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What SciPy says, written by {@code src/test/python/reference.py}. */
class DistributionsTest {

  private static final double EXACT = 1e-10;
  private static final double LEAST = 1e-16;

  interface Check {
    void of(double x, double a, double b, double expected);
  }

  static int each(String name, Check check) throws IOException {
    List<String> lines;
    try (var in = DistributionsTest.class.getResourceAsStream("/reference/distributions.csv")) {
      var text = Objects.requireNonNull(in).readAllBytes();
      lines = new String(text, StandardCharsets.UTF_8).lines().toList();
    }
    var count = 0;
    for (var line : lines) {
      var cells = line.split(",", -1);
      if (cells[0].equals(name)) {
        count++;
        check.of(number(cells[1]), number(cells[2]), number(cells[3]), number(cells[4]));
      }
    }
    return count;
  }

  private static double number(String cell) {
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }

  private static void close(double expected, double actual, String of) {
    // SciPy's median of t is not 0 but 8e-17.
    assertEquals(expected, actual, Math.max(EXACT * Math.abs(expected), LEAST), of);
  }

  @Test
  void incompleteBetaIsThatOfScipyInBothTails() throws IOException {
    var count =
        each(
            "beta",
            (x, a, b, expected) ->
                close(expected, IncompleteBeta.of(x, a, b), x + " " + a + " " + b));
    assertTrue(count > 250, count + " cases");
  }

  @Test
  void itsInverseIsThatOfScipy() throws IOException {
    each(
        "inverse",
        (p, a, b, expected) ->
            close(expected, IncompleteBeta.inverse(p, a, b), p + " " + a + " " + b));
  }

  @Test
  void studentsTIsThatOfScipy() throws IOException {
    each(
        "t",
        (t, freedom, _, expected) -> close(expected, StudentT.cdf(t, freedom), t + " " + freedom));
    each(
        "quantile",
        (p, freedom, _, expected) ->
            close(expected, StudentT.quantile(p, freedom), p + " " + freedom));
  }

  @Test
  void endsAreExact() {
    assertEquals(0, IncompleteBeta.of(0, 2, 3));
    assertEquals(1, IncompleteBeta.of(1, 2, 3));
    assertEquals(0, IncompleteBeta.inverse(0, 2, 3));
    assertEquals(1, IncompleteBeta.inverse(1, 2, 3));
    assertTrue(Double.isNaN(IncompleteBeta.of(Double.NaN, 2, 3)));
    assertEquals(Double.POSITIVE_INFINITY, StudentT.quantile(1, 4));
    assertEquals(Double.NEGATIVE_INFINITY, StudentT.quantile(0, 4));
    assertEquals(1, StudentT.cdf(Double.POSITIVE_INFINITY, 4));
    assertTrue(Double.isNaN(StudentT.cdf(Double.NaN, 4)));
    assertThrows(IllegalArgumentException.class, () -> IncompleteBeta.of(0.5, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> IncompleteBeta.of(-0.1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> IncompleteBeta.inverse(1.1, 1, 1));
  }
}
