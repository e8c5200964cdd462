package dev.neuralworkbench.data.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.neuralworkbench.nn.function.OutputFunction;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** NumPy's p̂ / ω, divided by its sum, of softmax, sigmoid and clipped outputs. */
class PriorCorrectionTest {

  private static final double[] THREE = {0.5, 2.5, 1.25};
  private static final double[] TWO = {0.5, 2.5};

  private static DMatrixRMaj corrected(
      double[] weights, OutputFunction function, double[]... rows) {
    var outputs = new DMatrixRMaj(rows);
    new PriorCorrection(weights, function != OutputFunction.IDENTITY).apply(outputs);
    function.apply(outputs.data, outputs.numRows, outputs.numCols);
    return outputs;
  }

  @Test
  void logitsLoseTheLogarithmsOfTheWeights() {
    var found =
        corrected(
            THREE,
            OutputFunction.SOFTMAX,
            new double[] {1, 2, 0},
            new double[] {0.5, -1, 3},
            new double[] {-2, 0.25, 0.5});
    var expected =
        new double[] {
          0.591433, 0.321536, 0.08703, 0.168987, 0.007541, 0.823472, 0.128691, 0.244197, 0.627111
        };
    assertArrayEquals(expected, found.data, 2e-6);
  }

  @Test
  void aSingleLogitIsThatOfTheSecondClass() {
    var found =
        corrected(
            TWO, OutputFunction.SIGMOID, new double[] {1}, new double[] {2}, new double[] {-0.3});
    assertArrayEquals(new double[] {0.352187, 0.596418, 0.129044}, found.data, 2e-6);
  }

  @Test
  void outputsThatAreNoLogitsBecomeProbabilities() {
    var found =
        corrected(
            THREE,
            OutputFunction.IDENTITY,
            new double[] {0.2, 0.9, -0.1},
            new double[] {1.5, 0.4, 0.3},
            new double[] {0, -1, 0});
    var expected = new double[] {0.526316, 0.473684, 0, 0.833333, 0.066667, 0.1, 0, 0, 0};
    assertArrayEquals(expected, found.data, 2e-6);
    var single =
        corrected(
            TWO,
            OutputFunction.IDENTITY,
            new double[] {0.8},
            new double[] {1.2},
            new double[] {-0.1},
            new double[] {0.9});
    assertArrayEquals(new double[] {0.444444, 1, 0, 0.642857}, single.data, 2e-6);
  }

  @Test
  void whatIsNoNumberStaysNone() {
    var infinite = Double.POSITIVE_INFINITY;
    for (var function : new OutputFunction[] {OutputFunction.IDENTITY, OutputFunction.SOFTMAX}) {
      var outputs = new DMatrixRMaj(new double[][] {{infinite, 0.5, Double.NaN}, {infinite, 0, 1}});
      new PriorCorrection(THREE, function != OutputFunction.IDENTITY).apply(outputs);
      assertArrayEquals(
          new double[] {infinite, infinite}, new double[] {outputs.data[0], outputs.data[3]});
      assertArrayEquals(new double[] {Double.NaN}, new double[] {outputs.data[2]});
    }
  }
}
