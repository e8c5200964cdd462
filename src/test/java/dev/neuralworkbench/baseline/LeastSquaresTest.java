package dev.neuralworkbench.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.baseline.Baseline.LeastSquares;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Expected values come from NumPy's pinv and scikit-learn's LinearRegression. */
class LeastSquaresTest {

  private static final FMatrixRMaj TEXTBOOK =
      new FMatrixRMaj(new float[][] {{1, 2}, {2, 3}, {3, 4}, {4, 5}});

  private static double[] parameters(LeastSquares fit, int inputs) {
    return IntStream.rangeClosed(0, inputs)
        .mapToDouble(j -> j == inputs ? fit.bias() : fit.weights()[j])
        .toArray();
  }

  @Test
  void textbookRowsOfRankTwoComeOutExactly() {
    var targets = new double[] {1, 3, 5, 7};
    var fit = LeastSquares.of(TEXTBOOK, targets);
    assertEquals(2, fit.rank());
    for (var row = 0; row < 4; row++) {
      assertEquals(targets[row], fit.predict(TEXTBOOK, row), 1e-12);
    }
    assertArrayEquals(new double[] {5 / 3.0, 1 / 3.0, -4 / 3.0}, parameters(fit, 2), 1e-12);
  }

  @Test
  void textbookSampleComesOutInTheUsersUnits() {
    var table = BundledSample.TEXTBOOK_LINEAR.table();
    var prepared = PreparedData.of(Preparation.defaults(table), table);
    var target = (NumberTarget) prepared.preprocessor().target();
    var answers =
        Baseline.linear(prepared.training()).orElseThrow().outputs(prepared.training().inputs());
    for (var row = 0; row < 4; row++) {
      assertEquals(1 + 2 * row, target.decode(answers.get(row, 0)), 1e-6);
    }
  }

  @Test
  void ofManySolutionsTheShortestIsTaken() {
    var oneHot =
        new FMatrixRMaj(
            new float[][] {
              {1, 0, 0, 2}, {0, 1, 0, 1}, {0, 0, 1, 4}, {1, 0, 0, 3}, {0, 1, 0, 0}, {0, 0, 1, -1}
            });
    var fit = LeastSquares.of(oneHot, new double[] {1, 2, 4, 2, 0.5, 3});
    assertEquals(4, fit.rank());
    assertArrayEquals(
        new double[] {-0.44444444, -0.13888889, 1.83333333, 0.27777778, 1.25},
        parameters(fit, 4),
        1e-8);
    var fewerRowsThanInputs = new FMatrixRMaj(new float[][] {{1, 2, 3, 4}, {2, 0, 1, 5}});
    assertArrayEquals(
        new double[] {-0.32631579, 0.58245614, 0.56491228, -0.37894737, -0.01754386},
        parameters(LeastSquares.of(fewerRowsThanInputs, new double[] {1, -2}), 4),
        1e-8);
  }

  @Test
  void diabetesInRawUnitsGivesTheKnownCoefficients() {
    var table = BundledSample.DIABETES.table();
    var inputs = new FMatrixRMaj(table.rows(), 10);
    var targets = new double[table.rows()];
    for (var row = 0; row < table.rows(); row++) {
      for (var j = 0; j < 10; j++) {
        inputs.set(row, j, (float) value(table, j, row));
      }
      targets[row] = value(table, 10, row);
    }
    var fit = LeastSquares.of(inputs, targets);
    assertEquals(11, fit.rank());
    var expected =
        new double[] {
          -3.63612242e-02,
          -2.28596481e+01,
          5.60296209,
          1.11680799,
          -1.08999633,
          7.46450456e-01,
          3.72004715e-01,
          6.53383194,
          6.84831250e+01,
          2.80116989e-01,
          -334.56713851878726
        };
    var actual = parameters(fit, 10);
    for (var j = 0; j < expected.length; j++) {
      assertEquals(1, actual[j] / expected[j], 1e-4, "parameter " + j);
    }
  }

  @Test
  void rowsBeyondOneBlockCount() {
    var rows = 3_000;
    var inputs = new FMatrixRMaj(rows, 1);
    var targets = new double[rows];
    for (var row = 0; row < rows; row++) {
      inputs.data[row] = row % 100;
      targets[row] = 3 * inputs.data[row] - 7 + (row < rows / 2 ? 1 : -1);
    }
    var fit = LeastSquares.of(inputs, targets);
    assertEquals(3, fit.weights()[0], 1e-12);
    assertEquals(-7, fit.bias(), 1e-10);
  }

  @Test
  void columnThatDiffersByRoundingAloneIsDependent() {
    var table = BundledSample.DIABETES.table();
    var preparation = Preparation.defaults(table).withSplit(Split.NONE);
    var inputs = PreparedData.of(preparation, table).training().inputs();
    var doubled = new FMatrixRMaj(inputs.numRows, 2);
    for (var row = 0; row < inputs.numRows; row++) {
      doubled.set(row, 0, inputs.get(row, 2));
      doubled.set(row, 1, inputs.get(row, 2) * 3.1f + 0.7f);
    }
    assertEquals(2, LeastSquares.of(doubled, new double[inputs.numRows]).rank());
  }

  @Test
  void tooManyInputsAreRefusedBeforehand() {
    assertTrue(LeastSquares.isFeasible(1_000_000, 10));
    assertFalse(LeastSquares.isFeasible(60_000, 784));
  }

  private static double value(Table table, int column, int row) {
    return ((NumberColumn) table.column(column)).value(row);
  }
}
