package dev.neuralworkbench.data.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.neuralworkbench.nn.function.OutputFunction;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

/** NumPy's p̂ / ω, divided by its sum, of softmax, sigmoid and clipped outputs. */
class PriorCorrectionTest {

  private static final float[] THREE = {0.5f, 2.5f, 1.25f};
  private static final float[] TWO = {0.5f, 2.5f};

  private static FMatrixRMaj corrected(float[] weights, OutputFunction function, float[]... rows) {
    var outputs = new FMatrixRMaj(rows);
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
            new float[] {1, 2, 0},
            new float[] {0.5f, -1, 3},
            new float[] {-2, 0.25f, 0.5f});
    var expected =
        new float[] {
          0.591433f, 0.321536f, 0.08703f, 0.168987f, 0.007541f, 0.823472f, 0.128691f, 0.244197f,
          0.627111f
        };
    assertArrayEquals(expected, found.data, 2e-6f);
  }

  @Test
  void aSingleLogitIsThatOfTheSecondClass() {
    var found =
        corrected(
            TWO, OutputFunction.SIGMOID, new float[] {1}, new float[] {2}, new float[] {-0.3f});
    assertArrayEquals(new float[] {0.352187f, 0.596418f, 0.129044f}, found.data, 2e-6f);
  }

  @Test
  void outputsThatAreNoLogitsBecomeProbabilities() {
    var found =
        corrected(
            THREE,
            OutputFunction.IDENTITY,
            new float[] {0.2f, 0.9f, -0.1f},
            new float[] {1.5f, 0.4f, 0.3f},
            new float[] {0, -1, 0});
    var expected = new float[] {0.526316f, 0.473684f, 0, 0.833333f, 0.066667f, 0.1f, 0, 0, 0};
    assertArrayEquals(expected, found.data, 2e-6f);
    var single =
        corrected(
            TWO,
            OutputFunction.IDENTITY,
            new float[] {0.8f},
            new float[] {1.2f},
            new float[] {-0.1f},
            new float[] {0.9f});
    assertArrayEquals(new float[] {0.444444f, 1, 0, 0.642857f}, single.data, 2e-6f);
  }

  @Test
  void whatIsNoNumberStaysNone() {
    var infinite = Float.POSITIVE_INFINITY;
    for (var function : new OutputFunction[] {OutputFunction.IDENTITY, OutputFunction.SOFTMAX}) {
      var outputs = new FMatrixRMaj(new float[][] {{infinite, 0.5f, Float.NaN}, {infinite, 0, 1}});
      new PriorCorrection(THREE, function != OutputFunction.IDENTITY).apply(outputs);
      assertArrayEquals(
          new float[] {infinite, infinite}, new float[] {outputs.data[0], outputs.data[3]});
      assertArrayEquals(new float[] {Float.NaN}, new float[] {outputs.data[2]});
    }
  }
}
