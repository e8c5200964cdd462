package dev.neuralworkbench.train.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.neuralworkbench.nn.Parameter;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class MaxNormTest {

  // Two inputs, three units: (3, 4) is 5 long, (0.6, −0.8) is 1 and (0, 0) is 0.
  private final FMatrixRMaj weights = new FMatrixRMaj(2, 3, true, 3, 0.6f, 0, 4, -0.8f, 0);
  private final FMatrixRMaj bias = new FMatrixRMaj(1, 3, true, 9, 9, 9);
  // One input: each weight is as long as it is large.
  private final FMatrixRMaj behind = new FMatrixRMaj(1, 2, true, -8, 0.5f);

  private void limit(double longest) {
    new MaxNorm(longest, List.of(parameter(weights, true), parameter(bias, false), of(behind)))
        .limit();
  }

  private static Parameter of(FMatrixRMaj value) {
    return parameter(value, true);
  }

  private static Parameter parameter(FMatrixRMaj value, boolean penalized) {
    return new Parameter(value, new FMatrixRMaj(value.numRows, value.numCols), penalized);
  }

  @Test
  void longerWeightsIntoAUnitAreScaledBackAndKeepTheirDirection() {
    limit(2.5);
    assertArrayEquals(new float[] {1.5f, 0.6f, 0, 2, -0.8f, 0}, weights.data);
    assertArrayEquals(new float[] {-2.5f, 0.5f}, behind.data);
  }

  @Test
  void biasesAreLeftAlone() {
    limit(2.5);
    assertArrayEquals(new float[] {9, 9, 9}, bias.data);
  }

  @Test
  void weightsAsLongAsTheLimitAndNoLimitChangeNothing() {
    limit(8);
    limit(0);
    assertArrayEquals(new float[] {3, 0.6f, 0, 4, -0.8f, 0}, weights.data);
    assertArrayEquals(new float[] {-8, 0.5f}, behind.data);
  }

  @Test
  void lengthIsTakenInDouble() {
    weights.data[0] = 3e30f;
    weights.data[3] = 4e30f;
    limit(5);
    assertArrayEquals(new float[] {3, 0.6f, 0, 4, -0.8f, 0}, weights.data);
  }
}
