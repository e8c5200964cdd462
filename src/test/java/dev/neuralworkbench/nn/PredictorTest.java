package dev.neuralworkbench.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.nn.function.OutputFunction;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictorTest {

  private final NetworkDesign design =
      NetworkDesign.of(Loss.CATEGORICAL_CROSS_ENTROPY, DenseDesign.of(9, Activation.RELU));

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 63, 64, 65, 130})
  void rowHasTheSameBitsAloneAndAmongOthers(int rows) {
    var network = new Network(5, 3, design, new PortableProducts());
    network.initialize(4);
    var predictor = Predictor.of(5, 3, design, network.weights(), new PortableProducts());
    var inputs = NetworkTest.random(rows, 5);
    var together = new FMatrixRMaj(rows, 3);
    predictor.outputs(inputs, together);
    for (var row = 0; row < rows; row++) {
      var one = new FMatrixRMaj(1, 5);
      System.arraycopy(inputs.data, row * 5, one.data, 0, 5);
      var alone = new FMatrixRMaj(1, 3);
      predictor.outputs(one, alone);
      assertArrayEquals(Arrays.copyOfRange(together.data, row * 3, row * 3 + 3), alone.data);
    }
  }

  @Test
  void predictionsAreThoseOfTheReference() {
    var network = new Network(5, 3, design, new PortableProducts());
    network.initialize(4);
    var reference = new DoubleNetwork(Loss.CATEGORICAL_CROSS_ENTROPY, 0);
    for (var layer = 0; layer < 2; layer++) {
      var weights = network.weights().layer(layer);
      var w = new double[weights.inputs()][weights.units()];
      var b = new double[1][weights.units()];
      for (var unit = 0; unit < weights.units(); unit++) {
        b[0][unit] = weights.bias(unit);
        for (var input = 0; input < weights.inputs(); input++) {
          w[input][unit] = weights.weight(input, unit);
        }
      }
      reference.dense(w, b, layer == 0 ? Activation.RELU : Activation.IDENTITY);
    }
    var inputs = NetworkTest.random(70, 5);
    var found = new FMatrixRMaj(70, 3);
    new Predictor(network).outputs(inputs, found);
    var p = IntStream.range(0, 210).mapToDouble(i -> found.data[i]).toArray();
    OutputFunction.SOFTMAX.apply(p, 70, 3);
    for (var row = 0; row < 70; row++) {
      var x = new double[1][5];
      for (var i = 0; i < 5; i++) {
        x[0][i] = inputs.get(row, i);
      }
      var z = reference.outputs(x)[0];
      var sum = Arrays.stream(z).map(StrictMath::exp).sum();
      for (var k = 0; k < 3; k++) {
        assertEquals(StrictMath.exp(z[k]) / sum, p[3 * row + k], 1e-6);
      }
    }
  }
}
