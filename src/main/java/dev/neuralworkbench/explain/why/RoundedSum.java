package dev.neuralworkbench.explain.why;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * base + Σ amounts = output, rounded so that it holds to the last digit: base and output are
 * rounded as any number is, each amount down, and what is missing then goes by whole last digits to
 * the amounts that lost most by that (the method of the largest remainder).
 */
public record RoundedSum(BigDecimal base, List<BigDecimal> amounts, BigDecimal output) {

  /**
   * Rounds an explanation.
   *
   * @param factor what every number is multiplied by before, such as 100 for percent
   * @param decimals digits behind the point; −2 for hundreds
   */
  public static RoundedSum of(Explanation of, double factor, int decimals) {
    var unit = factor * Math.pow(10, decimals);
    var exact = of.contributions().stream().mapToDouble(it -> it.amount() * unit).toArray();
    var whole = Arrays.stream(exact).mapToLong(it -> (long) Math.floor(it)).toArray();
    var base = Math.round(of.base() * unit);
    var output = Math.round(of.output() * unit);
    var missing = output - base - Arrays.stream(whole).sum();
    var order =
        IntStream.range(0, exact.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> whole[i] - exact[i]))
            .toList();
    for (var i = 0; i < Math.abs(missing); i++) {
      // Base and output are rounded, too: there may be one more than amounts, or one too many.
      var next = missing > 0 ? i % order.size() : order.size() - 1;
      whole[order.get(next)] += Long.signum(missing);
    }
    return new RoundedSum(
        BigDecimal.valueOf(base, decimals),
        Arrays.stream(whole).mapToObj(it -> BigDecimal.valueOf(it, decimals)).toList(),
        BigDecimal.valueOf(output, decimals));
  }

  /**
   * Decimals at which the largest of an explanation's numbers has so many digits; all 0 have none.
   */
  public static int decimals(Explanation of, int digits) {
    var most = Math.max(Math.abs(of.base()), Math.abs(of.output()));
    for (var each : of.contributions()) {
      most = Math.max(most, Math.abs(each.amount()));
    }
    return most == 0 ? 0 : digits - 1 - (int) Math.floor(Math.log10(most));
  }
}
