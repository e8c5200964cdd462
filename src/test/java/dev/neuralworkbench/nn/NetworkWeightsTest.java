package dev.neuralworkbench.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkWeightsTest {

  private final LayerWeights first =
      new LayerWeights(2, 3, new float[] {1, 2, 3, 4, 5, 6}, new float[] {7, 8, 9});
  private final LayerWeights second =
      new LayerWeights(3, 1, new float[] {1, 2, 3}, new float[] {4});
  private final NetworkWeights weights = new NetworkWeights(List.of(first, second));

  @Test
  void weightsAreRowByRowFromInputToUnit() {
    assertEquals(6, weights.weight(0, 1, 2));
    assertEquals(9, weights.layer(0).bias(2));
    assertEquals(13, weights.parameterCount());
  }

  @Test
  void arraysAreCopiedInAndOut() {
    var array = new float[] {1, 2};
    var layer = new LayerWeights(2, 1, array, new float[] {3});
    array[0] = 9;
    layer.weights()[1] = 9;
    layer.bias()[0] = 9;
    assertEquals(new LayerWeights(2, 1, new float[] {1, 2}, new float[] {3}), layer);
  }

  @Test
  void changeOfOneWeightSharesTheOtherLayers() {
    var changed = weights.withWeight(0, 1, 0, -1).withWeight(0, LayerWeights.BIAS, 1, -2);
    assertEquals(-1, changed.weight(0, 1, 0));
    assertEquals(-2, changed.layer(0).bias(1));
    assertEquals(4, weights.weight(0, 1, 0));
    assertSame(weights.layer(1), changed.layer(1));
    assertNotEquals(weights, changed);
  }

  @Test
  void equalityIsOfBits() {
    assertNotEquals(weights.withWeight(1, 0, 0, 0f), weights.withWeight(1, 0, 0, -0f));
  }

  @Test
  void infinityIsFound() {
    assertTrue(weights.isFinite());
    assertFalse(weights.withWeight(1, LayerWeights.BIAS, 0, Float.NaN).isFinite());
    assertFalse(weights.withWeight(0, 1, 1, Float.POSITIVE_INFINITY).isFinite());
  }

  @Test
  void tooShortArraysAreRefused() {
    var few = new float[5];
    assertThrows(IllegalArgumentException.class, () -> new LayerWeights(2, 3, few, new float[3]));
  }

  @Test
  void designDecidesWhetherWeightsFit() {
    var design =
        NetworkDesign.of(
            Loss.MEAN_SQUARED_ERROR, DenseDesign.of(3, Activation.TANH), new DropoutDesign(0.5));
    assertTrue(weights.fits(design, 2, 1));
    assertFalse(weights.fits(design, 3, 1));
    assertFalse(weights.fits(design, 2, 2));
    assertFalse(weights.fits(NetworkDesign.of(Loss.MEAN_SQUARED_ERROR), 2, 1));
    var deeper = design.withHidden(1, DenseDesign.of(1, Activation.TANH));
    assertFalse(weights.fits(deeper, 2, 1));
  }
}
