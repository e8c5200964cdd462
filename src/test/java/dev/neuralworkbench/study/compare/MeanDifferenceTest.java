package dev.neuralworkbench.study.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against SciPy's t distribution, and the numbers that scikit-learn's documentation prints. */
class MeanDifferenceTest {

  private static final double EXACT = 1e-12;

  /** Half of the last digit that is printed. */
  private static final double PRINTED = 0.0005;

  private static JsonObject compared() throws IOException {
    var path = Path.of("src", "test", "resources", "reference", "compared.json");
    return JsonParser.parseString(Files.readString(path)).getAsJsonObject();
  }

  private static double[] scores(String model) throws IOException {
    return compared().getAsJsonObject("scores").getAsJsonArray(model).asList().stream()
        .mapToDouble(it -> it.getAsDouble())
        .toArray();
  }

  private static MeanDifference of(String one, String other, int count) throws IOException {
    var a = scores(one);
    var b = scores(other);
    var differences = IntStream.range(0, count).mapToDouble(i -> a[i] - b[i]).toArray();
    return MeanDifference.of(differences, 10.0 / 90);
  }

  @Test
  void bothTestsAreThoseOfScipy() throws IOException {
    var pairs = compared().getAsJsonArray("pairs");
    assertEquals(17, pairs.size());
    for (var each : pairs) {
      var pair = each.getAsJsonObject();
      var models = pair.getAsJsonArray("models");
      var found =
          of(
              models.get(0).getAsString(),
              models.get(1).getAsString(),
              pair.get("count").getAsInt());
      var shares = found.shares(0.01);
      assertEquals(pair.get("better").getAsDouble(), shares.better(), EXACT);
      assertEquals(pair.get("same").getAsDouble(), shares.same(), EXACT);
      assertEquals(pair.get("worse").getAsDouble(), shares.worse(), EXACT);
      assertEquals(pair.get("p").getAsDouble(), found.p(), EXACT);
      // SciPy's quantile of one degree of freedom, tan(0.475 π), is off by 2e-11.
      var interval = pair.getAsJsonArray("interval");
      assertEquals(interval.get(0).getAsDouble(), found.mean() - found.half(0.95), 1e-10);
      assertEquals(interval.get(1).getAsDouble(), found.mean() + found.half(0.95), 1e-10);
    }
  }

  /**
   * What "Statistical comparison of models using grid search" prints; its p values are of one side.
   */
  @Test
  void scikitLearnsExampleIsReproduced() throws IOException {
    var first = of("rbf", "linear", 100);
    assertEquals(0.750, first.mean() / first.scale(), PRINTED);
    assertEquals(0.227, first.p() / 2, PRINTED);
    assertEquals(0.773, first.shares(0).better(), PRINTED);
    assertEquals(-0.016445, first.mean() - first.half(0.95), PRINTED / 1000);
    assertEquals(0.036445, first.mean() + first.half(0.95), PRINTED / 1000);
    assertEquals(0.000977, first.mean() - first.half(0.5), PRINTED / 1000);
    printed("rbf", "linear", 0.750, 0.068, 0.500, 0.432);
    printed("rbf", "3_poly", 1.657, 0.018, 0.882, 0.100);
    printed("rbf", "2_poly", 4.565, 0.000, 1.000, 0.000);
    printed("linear", "3_poly", 1.111, 0.063, 0.750, 0.187);
    printed("linear", "2_poly", 4.276, 0.000, 1.000, 0.000);
    printed("3_poly", "2_poly", 3.851, 0.000, 1.000, 0.000);
  }

  private static void printed(
      String one, String other, double t, double worse, double better, double same)
      throws IOException {
    var found = of(one, other, 100);
    var shares = found.shares(0.01);
    assertEquals(t, found.mean() / found.scale(), PRINTED);
    assertEquals(worse, shares.worse(), PRINTED);
    assertEquals(better, shares.better(), PRINTED);
    assertEquals(same, shares.same(), PRINTED);
  }

  @Test
  void theOtherWayRoundTheSharesChangePlaces() throws IOException {
    var one = of("rbf", "3_poly", 10);
    var other = of("3_poly", "rbf", 10);
    assertEquals(one.shares(0.01).better(), other.shares(0.01).worse());
    assertEquals(one.p(), other.p());
    assertEquals(one.half(0.9), other.half(0.9));
  }

  private static MeanDifference equal(double difference) {
    var all = new double[10];
    Arrays.fill(all, difference);
    return MeanDifference.of(all, 1.0 / 9);
  }

  @Test
  void equalDifferencesLeaveNoDoubt() {
    assertEquals(new MeanDifference.Shares(0, 1, 0), equal(0).shares(0.01));
    assertEquals(new MeanDifference.Shares(0, 1, 0), equal(0).shares(0));
    assertEquals(1, equal(0).p());
    assertEquals(0, equal(0).half(0.95));
    assertEquals(new MeanDifference.Shares(0, 1, 0), equal(0.0099).shares(0.01));
    assertEquals(new MeanDifference.Shares(1, 0, 0), equal(0.0101).shares(0.01));
    assertEquals(new MeanDifference.Shares(0, 0, 1), equal(-0.3).shares(0.01));
    assertEquals(0, equal(-0.3).p());
    assertThrows(IllegalArgumentException.class, () -> MeanDifference.of(new double[] {0.1}, 0.5));
  }

  @Test
  void noMeanDifferenceIsNoEvidence() {
    var found = MeanDifference.of(new double[] {0.25, -0.25, 0.5, -0.5}, 1.0 / 3);
    assertEquals(1, found.p());
    assertEquals(found.shares(0.01).better(), found.shares(0.01).worse());
  }

  /** R: p.adjust(p, "holm"). */
  @Test
  void severalTestsAreAdjustedAsInR() {
    assertArrayEquals(
        new double[] {0.05, 0.08, 0.09, 0.09, 0.09},
        Holm.adjusted(new double[] {0.01, 0.02, 0.03, 0.04, 0.05}),
        EXACT);
    assertArrayEquals(
        new double[] {0.7, 0.03, Double.NaN, 0.04, 0},
        Holm.adjusted(new double[] {0.7, 0.01, Double.NaN, 0.02, 0}),
        EXACT);
    assertArrayEquals(new double[] {0.5}, Holm.adjusted(new double[] {0.5}));
    assertArrayEquals(new double[] {1, 1}, Holm.adjusted(new double[] {0.6, 0.6}));
  }
}
