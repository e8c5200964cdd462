package dev.neuralworkbench.ui.drawing.map;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.Network;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import java.util.Random;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class HiddenValuesTest {

  /** Of each layer made the output of a network that ends with it. */
  @Test
  void valuesAreThoseOfTheNetworkItself() {
    var random = new Random(7);
    var inputs = new FMatrixRMaj(5, 3);
    for (var i = 0; i < inputs.getNumElements(); i++) {
      inputs.data[i] = (float) random.nextGaussian();
    }
    var first = DenseDesign.of(4, Activation.RELU);
    var second = DenseDesign.of(6, Activation.TANH);
    var whole = NetworkDesign.of(Loss.MEAN_SQUARED_ERROR, first, new DropoutDesign(0.5), second);
    var network = new Network(3, 1, whole, new PortableProducts());
    network.initialize(2);
    var hidden = HiddenValues.of(inputs, whole, network.weights(), Integer.MAX_VALUE);
    assertEquals(2, hidden.size());
    var shortened =
        new NetworkDesign(
            whole.hidden().subList(0, 2),
            second.activation(),
            second.initializer(),
            Loss.MEAN_SQUARED_ERROR,
            null);
    var front = new Network(3, 6, shortened, new PortableProducts());
    front.weights(new NetworkWeights(network.weights().layers().subList(0, 2)));
    var expected = front.forward(inputs);
    for (var i = 0; i < expected.getNumElements(); i++) {
      assertEquals(expected.data[i], hidden.get(1).data[i], 1e-5);
    }
    assertEquals(1, HiddenValues.of(inputs, whole, network.weights(), 1).size());
  }
}
