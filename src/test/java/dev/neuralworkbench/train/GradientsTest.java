package dev.neuralworkbench.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.nn.Parameter;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GradientsTest {

  private final Parameter weights =
      new Parameter(new FMatrixRMaj(1, 3), new FMatrixRMaj(1, 3), true);
  private final Parameter bias = new Parameter(new FMatrixRMaj(1, 1), new FMatrixRMaj(1, 1), false);

  @BeforeEach
  void fill() {
    weights.value().setTo(new FMatrixRMaj(1, 3, true, 2, -4, 0));
    weights.gradient().setTo(new FMatrixRMaj(1, 3, true, 1, 2, 4));
    bias.value().set(0, 5);
    bias.gradient().set(0, -2);
  }

  @Test
  void penaltyIsOnWeightsAndNeverOnBiases() {
    var gradients = gradients(new Penalty(0.5, 0.25), 0);
    gradients.penalize(0, 0, 3);
    gradients.penalize(1, 0, 1);
    // g + 0.5 sign(w) + 0.25 w; a weight of 0 has no sign.
    assertArrayEquals(new float[] {2, 0.5f, 4}, weights.gradient().data);
    assertEquals(-2, bias.gradient().get(0));
  }

  @Test
  void gradientLongerThanTheLimitIsScaledDownToIt() {
    // √(1 + 4 + 16 + 4) = 5.
    var gradients = gradients(Penalty.NONE, 2.5);
    assertEquals(5, gradients.norm());
    gradients.clip();
    assertArrayEquals(new float[] {0.5f, 1, 2}, weights.gradient().data);
    assertEquals(-1, bias.gradient().get(0));
    assertEquals(2.5, gradients.norm());
  }

  @Test
  void shorterGradientAndNoLimitChangeNothing() {
    gradients(Penalty.NONE, 5).clip();
    gradients(Penalty.NONE, 0).clip();
    assertArrayEquals(new float[] {1, 2, 4}, weights.gradient().data);
  }

  private Gradients gradients(Penalty penalty, double clipNorm) {
    return new Gradients(List.of(weights, bias), penalty, clipNorm);
  }
}
