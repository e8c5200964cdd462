package dev.neuralworkbench.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Expected values come from scikit-learn 1.4.2 with the same rows. */
class ThresholdCurveTest {

  private static final double[] SCORES = {0.1, 0.4, 0.35, 0.8, 0.4, 0.4, 0.9, 0.05};
  private static final int[] CLASSES = {0, 0, 1, 1, 1, 0, 1, 0};

  private static ThresholdCurve curve() {
    return RankedRows.of(new DMatrixRMaj(8, 1, true, SCORES), CLASSES, 1).curve();
  }

  @Test
  void tiesMakeOnePoint() {
    var curve = curve();
    var falsePositives = new double[] {0, 0, 0, 0.5, 0.5, 0.75, 1};
    var truePositives = new double[] {0, 0.25, 0.5, 0.75, 1, 1, 1};
    var thresholds = new double[] {Double.POSITIVE_INFINITY, 0.9, 0.8, 0.4, 0.35, 0.1, 0.05};
    assertEquals(7, curve.points());
    for (var point = 0; point < 7; point++) {
      assertEquals(falsePositives[point], curve.fallOuts()[point]);
      assertEquals(truePositives[point], curve.recalls()[point]);
      assertEquals(thresholds[point], curve.thresholds()[point]);
    }
    assertEquals(0.8125, curve.area());
  }

  @Test
  void areaIsTheShareOfPairsInOrder() {
    var random = RandomSource.of(3, Purpose.GENERATED_DATA);
    var scores = new double[300];
    var positive = new boolean[300];
    for (var i = 0; i < 300; i++) {
      scores[i] = random.nextInt(40) - 20;
      positive[i] = random.nextInt(3) == 0;
    }
    var pairs = 0.0;
    var won = 0.0;
    for (var i = 0; i < 300; i++) {
      for (var j = 0; j < 300; j++) {
        if (positive[i] && !positive[j]) {
          pairs++;
          won += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
        }
      }
    }
    assertEquals(won / pairs, new RankedRows(scores, positive).curve().area(), 1e-12);
  }

  @Test
  void equalScoresAreWorthOneHalf() {
    var area =
        new RankedRows(new double[] {1, 1, 1}, new boolean[] {true, false, true}).curve().area();
    assertEquals(0.5, area);
  }

  @Test
  void oneAndTwoColumnsGiveTheSameArea() {
    var two = new DMatrixRMaj(8, 2);
    for (var row = 0; row < 8; row++) {
      two.set(row, 0, 1 - SCORES[row]);
      two.set(row, 1, SCORES[row]);
    }
    assertEquals(0.8125, ThresholdCurve.area(two, CLASSES));
    assertEquals(0.8125, ThresholdCurve.area(new DMatrixRMaj(8, 1, true, SCORES), CLASSES));
    assertEquals(0.8125, RankedRows.of(two, CLASSES, 0).curve().area());
    assertEquals(
        0.8125, RankedRows.of(new DMatrixRMaj(8, 1, true, SCORES), CLASSES, 0).curve().area());
  }

  @Test
  void moreClassesAreEachSetAgainstTheOthers() {
    var probabilities = Probabilities.ofThreeClasses();
    assertEquals(
        0.9583333333333334, ThresholdCurve.area(probabilities, Probabilities.CLASSES), 1e-15);
  }

  @Test
  void withOneClassThereIsNoArea() {
    assertTrue(Double.isNaN(new RankedRows(SCORES, new boolean[8]).curve().area()));
    assertTrue(Double.isNaN(new RankedRows(new double[0], new boolean[0]).curve().area()));
    assertTrue(Double.isNaN(ThresholdCurve.area(new DMatrixRMaj(2, 3), new int[] {1, 1})));
  }
}
