package dev.neuralworkbench.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class LogOddsTest {

  @Test
  void oddsAreThoseOfTheProbabilities() {
    var logits = new DMatrixRMaj(new double[][] {{0.3, -1.2, 0.9}, {2, 2, -1}});
    var odds = LogOdds.of(logits);
    for (var row = 0; row < 2; row++) {
      var sum = 0.0;
      for (var c = 0; c < 3; c++) {
        sum += Math.exp(logits.get(row, c));
      }
      for (var c = 0; c < 3; c++) {
        var p = Math.exp(logits.get(row, c)) / sum;
        assertEquals(Math.log(p / (1 - p)), odds.get(row, c), 1e-6);
        assertEquals(-Math.log(p), LogLoss.ofRow(row(logits, row), 0, c), 1e-12);
      }
    }
  }

  private static DMatrixRMaj row(DMatrixRMaj of, int row) {
    return new DMatrixRMaj(1, 3, true, of.get(row, 0), of.get(row, 1), of.get(row, 2));
  }

  /** np.logaddexp.reduce of the others: far beyond what e to the power of them could hold. */
  @Test
  void sureRowsKeepTheirOrder() {
    var odds = LogOdds.of(new DMatrixRMaj(new double[][] {{900, 0, 10}, {1000, 0, 10}}));
    assertArrayEquals(
        new double[] {889.99994, -900, -890, 989.99994, -1000, -990}, odds.data, 1e-4);
    var two = LogOdds.of(new DMatrixRMaj(new double[][] {{3, 900}, {3, 1e4}}));
    assertArrayEquals(new double[] {-897, 897, -9997, 9997}, two.data);
  }

  @Test
  void singleLogitIsItsOwnOdds() {
    var logits = new DMatrixRMaj(new double[][] {{3}, {-90}});
    assertArrayEquals(logits.data, LogOdds.of(logits).data);
  }
}
