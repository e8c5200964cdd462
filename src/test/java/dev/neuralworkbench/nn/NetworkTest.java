package dev.neuralworkbench.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class NetworkTest {

  private static final NetworkDesign DESIGN =
      NetworkDesign.of(
          Loss.MEAN_SQUARED_ERROR,
          DenseDesign.of(7, Activation.TANH),
          new DropoutDesign(0.5),
          DenseDesign.of(5, Activation.GELU));

  private final Network network = new Network(3, 2, DESIGN, new PortableProducts());

  @Test
  void sameSeedDrawsTheSameWeightsAndAnotherSeedOthers() {
    network.initialize(1);
    var first = network.weights();
    network.initialize(2);
    assertNotEquals(first, network.weights());
    network.initialize(1);
    assertEquals(first, network.weights());
  }

  @Test
  void oneMoreUnitLeavesTheOtherLayersAlone() {
    network.initialize(1);
    var wider = DESIGN.withHidden(2, DenseDesign.of(6, Activation.GELU));
    var other = new Network(3, 2, wider, new PortableProducts());
    other.initialize(1);
    assertEquals(network.weights().layer(0), other.weights().layer(0));
    assertNotEquals(network.weights().layer(1), other.weights().layer(1));
  }

  @Test
  void weightsGoOutAndInBitByBit() {
    network.initialize(1);
    var weights = network.weights();
    var other = new Network(3, 2, DESIGN, new PortableProducts());
    other.weights(weights);
    assertEquals(weights, other.weights());
    assertEquals(DESIGN.parameterCount(3, 2), weights.parameterCount());
    assertTrue(weights.fits(DESIGN, 3, 2));
  }

  @Test
  void weightsOfAnotherShapeAreRefused() {
    var other = new Network(4, 2, DESIGN, new PortableProducts());
    assertThrows(IllegalArgumentException.class, () -> network.weights(other.weights()));
    var flat = new NetworkWeights(List.of(network.weights().layer(0)));
    assertThrows(IllegalArgumentException.class, () -> network.weights(flat));
  }

  private static FMatrixRMaj rows(FMatrixRMaj matrix, int first, int last) {
    var columns = matrix.numCols;
    var rows = Arrays.copyOfRange(matrix.data, first * columns, last * columns);
    return FMatrixRMaj.wrap(last - first, columns, rows);
  }

  @Test
  void gradientsOfBlocksAddUpToThoseOfTheBatch() {
    var design =
        NetworkDesign.of(
            Loss.CATEGORICAL_CROSS_ENTROPY,
            DenseDesign.of(7, Activation.TANH),
            DenseDesign.of(5, Activation.SOFTPLUS));
    var whole = new Network(3, 2, design, new PortableProducts());
    var blocks = new Network(3, 2, design, new PortableProducts());
    whole.initialize(1);
    blocks.initialize(1);
    var x = random(10, 3);
    var y = new FMatrixRMaj(10, 2);
    for (var row = 0; row < 10; row++) {
      y.set(row, row % 2, 1);
    }

    var draws = new DropoutDraws(0);
    whole.forward(x, draws);
    var sum = whole.backward(y, 10, false);
    var parts = 0.0;
    for (var first = 0; first < 10; first += 4) {
      var last = Math.min(10, first + 4);
      blocks.forward(rows(x, first, last), draws);
      parts += blocks.backward(rows(y, first, last), 10, first > 0);
    }

    assertEquals(sum, parts, 1e-12 * sum);
    for (var i = 0; i < whole.parameters().size(); i++) {
      assertArrayEquals(
          whole.parameters().get(i).gradient().data,
          blocks.parameters().get(i).gradient().data,
          1e-7f);
    }
  }

  @Test
  void dropoutIsOffInPrediction() {
    network.initialize(1);
    var x = random(6, 3);
    var first = network.forward(x).copy();
    var trained = network.forward(x, new DropoutDraws(0).at(0, 0, 0)).copy();
    var second = network.forward(x).copy();
    assertArrayEquals(first.data, second.data);
    assertTrue(first.data[0] != trained.data[0] || first.data[3] != trained.data[3]);
  }

  static FMatrixRMaj random(int rows, int columns) {
    var random = RandomSource.of(9, Purpose.GENERATED_DATA);
    var matrix = new FMatrixRMaj(rows, columns);
    for (var i = 0; i < rows * columns; i++) {
      matrix.data[i] = (float) random.nextGaussian();
    }
    return matrix;
  }
}
