package dev.neuralworkbench.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Expected values come from scikit-learn 1.4.2 with the same rows. */
class RegressionReportTest {

  @Test
  void errorsAreMeansAndRSquaredIsTheShareExplained() {
    var report =
        RegressionReport.of(new double[] {3, -0.5, 2, 7, 4.25}, new double[] {2.5, 0, 2.1, 7.8, 4});
    assertEquals(5, report.rows());
    assertEquals(0.2425, report.mse(), 1e-14);
    assertEquals(Math.sqrt(0.2425), report.rmse(), 1e-14);
    assertEquals(0.43, report.mae(), 1e-14);
    assertEquals(0.9605048859934854, report.r2(), 1e-14);
  }

  @Test
  void meanExplainsNothingAndWorseIsNegative() {
    var actual = new double[] {1, 2, 3};
    assertEquals(0, RegressionReport.of(actual, new double[] {2, 2, 2}).r2(), 1e-15);
    assertEquals(-3, RegressionReport.of(actual, new double[] {3, 2, 1}).r2(), 1e-15);
  }

  @Test
  void withoutSpreadThereIsNoRSquared() {
    var report = RegressionReport.of(new double[] {0.1, 0.1, 0.1}, new double[] {0.1, 0.2, 0.1});
    assertTrue(Double.isNaN(report.r2()));
    assertEquals(0.01 / 3, report.mse(), 1e-15);
    assertTrue(Double.isNaN(RegressionReport.of(new double[0], new double[0]).mse()));
  }
}
