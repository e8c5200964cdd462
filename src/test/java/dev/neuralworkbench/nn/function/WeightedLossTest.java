package dev.neuralworkbench.nn.function;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

/** Values of NumPy, from the formulas. */
class WeightedLossTest {

  @Test
  void twoClassesOfOneOutput() {
    var loss = Loss.BINARY_CROSS_ENTROPY.function().weighted(new float[] {0.5f, 3});
    var z = new float[] {0.3f, -1.2f, 2, 0.1f};
    var y = new float[] {1, 0, 1, 0};
    assertEquals(2.5476893302403, loss.sum(z, y, 4, 1), 1e-6);
    var gradient = new float[4];
    assertEquals(2.5476893302403, loss.gradient(z, y, gradient, 4, 1, 4), 1e-6);
    assertArrayEquals(
        new float[] {-0.31916812f, 0.0289344f, -0.08940219f, 0.0656224f}, gradient, 1e-6f);
  }

  @Test
  void anOutputForEachClass() {
    var loss = Loss.CATEGORICAL_CROSS_ENTROPY.function().weighted(new float[] {2, 1, 0.25f});
    var z = new float[] {0.2f, -0.4f, 1, 1.5f, 0.3f, -0.7f};
    var y = new float[] {0, 0, 1, 1, 0, 0};
    assertEquals(0.822067768795613, loss.sum(z, y, 2, 3), 1e-6);
    var gradient = new float[6];
    loss.gradient(z, y, gradient, 2, 3, 2);
    assertArrayEquals(
        new float[] {0.03311826f, 0.01817569f, -0.05129395f, -0.2917834f, 0.21331075f, 0.07847264f},
        gradient,
        1e-6f);
  }

  @Test
  void withoutWeightsItIsTheLossItself() {
    var loss = Loss.BINARY_CROSS_ENTROPY.function();
    assertSame(loss, loss.weighted(null));
  }
}
