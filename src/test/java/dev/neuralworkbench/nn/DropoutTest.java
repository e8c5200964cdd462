package dev.neuralworkbench.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Initializer;
import dev.neuralworkbench.nn.function.Loss;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class DropoutTest {

  private final DropoutDraws draws = new DropoutDraws(3);
  private final FMatrixRMaj ones = ones(200, 100);

  @Test
  void shareOfTheRateIsDroppedAndTheRestScaledUp() {
    var outputs = outputs(0, 0.3, draws.at(0, 0, 0));
    var dropped = 0;
    for (var y : outputs.data) {
      assertTrue(y == 0 || y == (float) (1 / 0.7), "found " + y);
      dropped += y == 0 ? 1 : 0;
    }
    assertEquals(0.3, dropped / 20_000.0, 0.01);
  }

  @Test
  void gradientPassesWhereTheValuePassed() {
    var dropout = new Dropout(0, 0.3);
    var outputs = dropout.begin(ones, draws.at(0, 0, 0));
    dropout.activate(0, 200);
    var gradient = ones(200, 100);
    dropout.beginBackward(gradient);
    dropout.backward(0, 200);
    assertArrayEquals(outputs.data, dropout.beginInputGradient().data);
  }

  @Test
  void predictionPassesEverything() {
    assertSame(ones, new Dropout(0, 0.9).begin(ones, null));
  }

  @Test
  void everyEpochBatchLayerAndBlockDrawsApart() {
    var first = outputs(0, 0.5, draws.at(1, 2, 3)).copy().data;
    assertArrayEquals(first, outputs(0, 0.5, draws.at(1, 2, 3)).data);
    assertFalse(Arrays.equals(first, outputs(0, 0.5, draws.at(2, 2, 3)).data));
    assertFalse(Arrays.equals(first, outputs(0, 0.5, draws.at(1, 3, 3)).data));
    assertFalse(Arrays.equals(first, outputs(0, 0.5, draws.at(1, 2, 4)).data));
    assertFalse(Arrays.equals(first, outputs(1, 0.5, draws.at(1, 2, 3)).data));
  }

  @Test
  void partsDrawWhatTheWholeDraws() {
    var whole = outputs(0, 0.4, draws.at(0, 0, 0)).copy();
    var dropout = new Dropout(0, 0.4);
    var parts = dropout.begin(ones, draws.at(0, 0, 0));
    dropout.activate(64, 200);
    dropout.activate(0, 64);
    assertArrayEquals(whole.data, parts.data);
  }

  @Test
  void twoInARowDropApartFromEachOther() {
    var half = new DropoutDesign(0.5);
    var design =
        new NetworkDesign(
            List.of(half, half),
            Activation.IDENTITY,
            Initializer.ZEROS,
            Loss.MEAN_SQUARED_ERROR,
            null);
    var network = new Network(1000, 1, design, new PortableProducts());
    var weights = new float[1000];
    Arrays.fill(weights, 0.001f);
    network.weights(new NetworkWeights(List.of(new LayerWeights(1000, 1, weights, new float[1]))));
    // A quarter passes, four times as large: the mean of 200 000 values with variance 3.
    var outputs = network.forward(ones(200, 1000), draws.at(0, 0, 0));
    var mean = IntStream.range(0, 200).mapToDouble(row -> outputs.get(row, 0)).average();
    assertEquals(1, mean.orElseThrow(), 0.02);
  }

  private FMatrixRMaj outputs(int index, double rate, DropoutDraws at) {
    var dropout = new Dropout(index, rate);
    var outputs = dropout.begin(ones, at);
    dropout.activate(0, 200);
    return outputs;
  }

  private static FMatrixRMaj ones(int rows, int columns) {
    var matrix = new FMatrixRMaj(rows, columns);
    matrix.fill(1);
    return matrix;
  }
}
