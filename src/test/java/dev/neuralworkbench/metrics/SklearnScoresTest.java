package dev.neuralworkbench.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.neuralworkbench.metrics.ClassScore.Average;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What scikit-learn says, written by {@code src/test/python/reference.py}. */
class SklearnScoresTest {

  private static final double EXACT = 1e-12;
  private static final int CLASSES = 6;

  private static JsonObject said = new JsonObject();

  @BeforeAll
  static void read() throws IOException {
    try (var in = SklearnScoresTest.class.getResourceAsStream("/reference/scores.json")) {
      var text = new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8);
      said = JsonParser.parseReader(text).getAsJsonObject();
    }
  }

  private static double[] doubles(JsonArray array) {
    return array.asList().stream().mapToDouble(it -> it.getAsDouble()).toArray();
  }

  private static int[] ints(JsonArray array) {
    return array.asList().stream().mapToInt(it -> it.getAsInt()).toArray();
  }

  private static boolean[] booleans(JsonArray array) {
    var all = new boolean[array.size()];
    IntStream.range(0, all.length).forEach(i -> all[i] = array.get(i).getAsBoolean());
    return all;
  }

  /** The points but for the start, which scikit-learn has not. */
  private static double[] behindStart(double[] points) {
    return Arrays.copyOfRange(points, 1, points.length);
  }

  @Test
  void curveAndAveragePrecisionOfTiedScores() {
    var of = said.getAsJsonObject("ranked");
    var scores = doubles(of.getAsJsonArray("scores"));
    var positive = booleans(of.getAsJsonArray("positive"));
    assertTrue(Arrays.stream(scores).distinct().count() < 15, "no ties");
    var curve = new RankedRows(scores, positive).curve();
    assertArrayEquals(
        doubles(of.getAsJsonArray("threshold")), behindStart(curve.thresholds()), EXACT);
    assertArrayEquals(
        doubles(of.getAsJsonArray("precision")), behindStart(curve.precisions()), EXACT);
    assertArrayEquals(doubles(of.getAsJsonArray("recall")), behindStart(curve.recalls()), EXACT);
    assertEquals(of.get("average_precision").getAsDouble(), curve.averagePrecision(), EXACT);
    assertEquals(of.get("auc").getAsDouble(), curve.area(), EXACT);
  }

  @Test
  void areasOfRowsThatCountSeveralTimes() {
    var of = said.getAsJsonObject("ranked");
    var ranked =
        new RankedRows(
            doubles(of.getAsJsonArray("scores")), booleans(of.getAsJsonArray("positive")));
    var areas = ranked.curve(ints(of.getAsJsonArray("times")));
    assertEquals(
        of.get("weighted_average_precision").getAsDouble(), areas.averagePrecision(), EXACT);
    assertEquals(of.get("weighted_auc").getAsDouble(), areas.area(), EXACT);
  }

  @Test
  void calibrationAndBrierScore() {
    var of = said.getAsJsonObject("ranked");
    var probabilities = doubles(of.getAsJsonArray("probabilities"));
    var positive = booleans(of.getAsJsonArray("positive"));
    var filled =
        Calibration.of(probabilities, positive).bins().stream()
            .filter(it -> it.rows() > 0)
            .toList();
    assertArrayEquals(
        doubles(of.getAsJsonArray("share")),
        filled.stream().mapToDouble(Calibration.Bin::share).toArray(),
        EXACT);
    assertArrayEquals(
        doubles(of.getAsJsonArray("mean")),
        filled.stream().mapToDouble(Calibration.Bin::mean).toArray(),
        EXACT);
    var brier =
        IntStream.range(0, positive.length)
            .mapToDouble(row -> BrierScore.ofRow(probabilities[row], positive[row]))
            .average()
            .orElseThrow();
    assertEquals(of.get("brier").getAsDouble(), brier, EXACT);
  }

  /** Class 1 is never predicted, 3 has no rows, 5 neither and is left out. */
  @Test
  void averagesSpecificityAndCorrelation() {
    var of = said.getAsJsonObject("classes");
    var actual = ints(of.getAsJsonArray("actual"));
    var predicted = ints(of.getAsJsonArray("predicted"));
    var times = ints(of.getAsJsonArray("times"));
    check(of.getAsJsonObject("once"), ConfusionMatrix.of(actual, predicted, CLASSES));
    check(of.getAsJsonObject("weighted"), ConfusionMatrix.of(actual, predicted, times, CLASSES));
  }

  private static void check(JsonObject expected, ConfusionMatrix matrix) {
    for (var average : Average.values()) {
      var ofAverage = doubles(expected.getAsJsonArray(average.name().toLowerCase(Locale.ROOT)));
      var found =
          Stream.of(ClassScore.PRECISION, ClassScore.RECALL, ClassScore.F1)
              .mapToDouble(score -> score.of(matrix, average))
              .toArray();
      assertArrayEquals(ofAverage, found, EXACT, average.toString());
    }
    assertEquals(expected.get("mcc").getAsDouble(), matrix.matthews(), EXACT);
    var specificity = doubles(expected.getAsJsonArray("specificity"));
    for (var c = 0; c < specificity.length; c++) {
      assertEquals(specificity[c], ClassScore.SPECIFICITY.of(matrix, c), EXACT);
    }
  }

  /** Rows without a prediction are a class of their own that no row is of. */
  @Test
  void rowsWithoutPredictionAreAFurtherPredictedClass() {
    var actual = new int[] {0, 0, 1, 1, 1, 2, 2, 0};
    var none = PredictedClasses.NONE;
    var with = ConfusionMatrix.of(actual, new int[] {0, none, 1, 1, 0, 2, none, 0}, 3);
    var further = ConfusionMatrix.of(actual, new int[] {0, 3, 1, 1, 0, 2, 3, 0}, 4);
    assertEquals(further.matthews(), with.matthews(), EXACT);
    // scikit-learn's, of the classes 0, 1, 2.
    assertEquals(0.8333333333333333, ClassScore.PRECISION.of(with, Average.MICRO), EXACT);
    assertEquals(0.625, ClassScore.RECALL.of(with, Average.MICRO), EXACT);
    assertEquals(0.7142857142857143, ClassScore.F1.of(with, Average.MICRO), EXACT);
  }

  @Test
  void oneClassAloneHasNoCorrelation() {
    assertEquals(0, ConfusionMatrix.of(new int[] {1, 1}, new int[] {1, 1}, 2).matthews());
    assertEquals(0, ConfusionMatrix.of(new int[] {0, 1}, new int[] {1, 1}, 2).matthews());
    assertTrue(Double.isNaN(ConfusionMatrix.of(new int[0], new int[0], 2).matthews()));
    var alone = ConfusionMatrix.of(new int[] {1, 1}, new int[] {1, 0}, 2);
    assertFalse(ClassScore.SPECIFICITY.exists(alone, 1));
    assertTrue(ClassScore.SPECIFICITY.exists(alone, 0));
  }

  @Test
  void meanPercentageErrorLeavesOutTargetsOfZero() {
    var of = said.getAsJsonObject("numbers");
    var actual = doubles(of.getAsJsonArray("actual"));
    var predicted = doubles(of.getAsJsonArray("predicted"));
    var report = RegressionReport.of(actual, predicted);
    assertEquals(of.get("mape").getAsDouble(), report.mape(), EXACT);
    assertEquals(0, report.zeros());
    var more =
        RegressionReport.of(
            Arrays.copyOf(actual, actual.length + 2), Arrays.copyOf(predicted, actual.length + 2));
    assertEquals(report.mape(), more.mape(), EXACT);
    assertEquals(2, more.zeros());
    assertTrue(Double.isNaN(RegressionReport.of(new double[1], new double[1]).mape()));
  }

  @Test
  void edgesOfBinsBelongToTheBinBelow() {
    assertEquals(
        List.of(0, 0, 0, 1, 2, 4, 4),
        Stream.of(0.0, 0.1, 0.2, 0.20001, 0.6, 0.8001, 1.0).map(Calibration::bin).toList());
    var bins = Calibration.of(new double[] {Double.NaN, 0.9}, new boolean[] {true, false}).bins();
    assertEquals(1, bins.stream().mapToInt(Calibration.Bin::rows).sum());
    assertTrue(bins.getLast().isThin() && Double.isNaN(bins.getFirst().share()));
    assertFalse(bins.getFirst().interval().exists());
  }

  @Test
  void withoutPositiveRowsThereIsNoCurve() {
    var scores = new double[] {0.5, 0.2};
    var none = new RankedRows(scores, new boolean[2]).curve();
    assertTrue(Double.isNaN(none.averagePrecision()));
    var areas = new RankedRows(scores, new boolean[2]).curve();
    assertTrue(Double.isNaN(areas.averagePrecision()) && Double.isNaN(areas.area()));
    var all = new RankedRows(scores, new boolean[] {true, true}).curve();
    assertTrue(all.averagePrecision() == 1 && Double.isNaN(all.area()));
    assertTrue(
        Double.isNaN(new RankedRows(new double[0], new boolean[0]).curve().averagePrecision()));
    // 0 and −0 are one score.
    assertEquals(
        2, new RankedRows(new double[] {0.0, -0.0}, new boolean[] {true, false}).curve().points());
  }
}
