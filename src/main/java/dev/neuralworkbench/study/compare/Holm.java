package dev.neuralworkbench.study.compare;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's correction for several tests: the more there are, the sooner one finds a difference that
 * is none (A Simple Sequentially Rejective Multiple Test Procedure, Scandinavian Journal of
 * Statistics 6, 1979). Of m values the i-th smallest becomes p′ᵢ = max over j ≤ i of min(1, (m − j
 * + 1) pⱼ); that any p′ of models without a difference is at most α has a probability of at most α.
 */
public final class Holm {

  private Holm() {}

  /**
   * Adjusts p values.
   *
   * @param p in [0, 1], or NaN for a test that could not be made: it stays, and does not count. Not
   *     modified.
   * @return in the same order; the caller's own
   */
  public static double[] adjusted(double[] p) {
    var order =
        IntStream.range(0, p.length)
            .filter(i -> !Double.isNaN(p[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .toList();
    var adjusted = p.clone();
    var largest = 0.0;
    for (var place = 0; place < order.size(); place++) {
      int i = order.get(place);
      largest = Math.max(largest, Math.min(1, (order.size() - place) * p[i]));
      adjusted[i] = largest;
    }
    return adjusted;
  }
}
