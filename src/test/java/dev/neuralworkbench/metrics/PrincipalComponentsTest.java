package dev.neuralworkbench.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {

  /** Four points on two crossed lines: variances 2 · 25 and 2 · 4 along (0.6, 0.8), (0.8, −0.6). */
  @Test
  void componentsOfCrossedPointsAreTheirLines() {
    var rows =
        new FMatrixRMaj(
            4, 2, true, new float[] {1 + 3, 2 + 4, 1 - 3, 2 - 4, 2.6f, 0.8f, -0.6f, 3.2f});
    var components = PrincipalComponents.of(rows);
    assertArrayEquals(new float[] {1 + 0.6f, 2 + 0.8f}, point(components, 1, 0), 1e-5f);
    assertArrayEquals(new float[] {1 + 0.8f, 2 - 0.6f}, point(components, 0, 1), 1e-5f);
    assertEquals(50.0 / 58, components.shares()[0], 1e-6);
    assertEquals(8.0 / 58, components.shares()[1], 1e-6);
    assertEquals(5, components.place(rows, 0, 0), 1e-5);
    assertEquals(0, components.place(rows, 0, 1), 1e-5);
  }

  private static float[] point(PrincipalComponents components, double first, double second) {
    var point = new float[2];
    components.point(first, second, point, 0);
    return point;
  }

  @Test
  void pointOfTheNetworkPlaneIsFoundAgain() {
    var random = new Random(3);
    var rows = new FMatrixRMaj(60, 7);
    for (var i = 0; i < rows.getNumElements(); i++) {
      rows.data[i] = (float) (random.nextGaussian() * (1 + i % 7));
    }
    var components = PrincipalComponents.of(rows);
    var point = new FMatrixRMaj(1, 7);
    components.point(1.5, -2, point.data, 0);
    assertEquals(1.5, components.place(point, 0, 0), 1e-4);
    assertEquals(-2, components.place(point, 0, 1), 1e-4);
  }

  @Test
  void rowsThatAreAllAlikeHaveNoDirection() {
    var components = PrincipalComponents.of(new FMatrixRMaj(5, 3));
    assertEquals(0, components.shares()[0]);
    assertEquals(0, components.place(new FMatrixRMaj(1, 3), 0, 0));
  }

  @Test
  void oneColumnIsTooFew() {
    assertThrows(
        IllegalArgumentException.class, () -> PrincipalComponents.of(new FMatrixRMaj(5, 1)));
  }
}
