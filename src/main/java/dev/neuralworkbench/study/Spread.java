package dev.neuralworkbench.study;

import java.util.stream.DoubleStream;

/**
 * A number over several runs.
 *
 * @param mean x̄ = 1/n Σ x; NaN without numbers
 * @param deviation standard deviation √(Σ (x − x̄)² / (n − 1)); NaN below two numbers
 * @param count n: the runs for which the number exists
 */
public record Spread(double mean, double deviation, int count) {

  /** The spread of some numbers; NaN, a number that does not exist for its run, is left out. */
  public static Spread of(DoubleStream numbers) {
    var present = numbers.filter(number -> !Double.isNaN(number)).toArray();
    var mean = DoubleStream.of(present).average().orElse(Double.NaN);
    var squares = DoubleStream.of(present).map(x -> (x - mean) * (x - mean)).sum();
    var deviation = present.length < 2 ? Double.NaN : Math.sqrt(squares / (present.length - 1));
    return new Spread(mean, deviation, present.length);
  }
}
