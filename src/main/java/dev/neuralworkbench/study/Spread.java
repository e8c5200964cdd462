package dev.neuralworkbench.study;

import java.util.stream.DoubleStream;

/**
 * A number over several runs.
 *
 * @param mean x̄ = 1/n Σ x; NaN without numbers
 * @param deviation standard deviation √(Σ (x − x̄)² / (n − 1)); NaN below two numbers, 0 where
 *     numbers differ in rounding alone
 * @param count n: the runs for which the number exists
 */
public record Spread(double mean, double deviation, int count) {

  /** What rounding leaves of a sum of numbers that are alike, as a share of them. */
  private static final double ROUNDING = 1e-13;

  /** The spread of some numbers; NaN, a number that does not exist for its run, is left out. */
  public static Spread of(DoubleStream numbers) {
    var present = numbers.filter(number -> !Double.isNaN(number)).toArray();
    var mean = DoubleStream.of(present).average().orElse(Double.NaN);
    var squares = DoubleStream.of(present).map(x -> (x - mean) * (x - mean)).sum();
    var deviation = present.length < 2 ? Double.NaN : Math.sqrt(squares / (present.length - 1));
    var isRounding = deviation <= ROUNDING * Math.abs(mean);
    return new Spread(mean, isRounding ? 0 : deviation, present.length);
  }
}
