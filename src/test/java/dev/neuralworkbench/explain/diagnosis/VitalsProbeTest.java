package dev.neuralworkbench.explain.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.TrainingSession;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class VitalsProbeTest {

  private static final double DELTA = 1e-6;

  /** x = −1, 1 and y = 2x + 1; one unit: ŷ = wx + b. */
  private static final Dataset TWO_ROWS = data(new float[] {-1, 1}, new float[] {-1, 3});

  @Test
  void gradientAndStepAreThoseWorkedOutByHand() {
    var design = NetworkDesign.of(Loss.MEAN_SQUARED_ERROR);
    var vitals = measure(design, TWO_ROWS, new Sgd(0.1, 0, false), weights(layer(1, 1, 3, 4)));
    // ŷ = 1 and 7, errors 2 and 4: dw = 2 (−2 + 4) / 2 = 2, db = 2 (2 + 4) / 2 = 6.
    var layer = vitals.layers().getFirst();
    assertEquals(Math.sqrt(4 + 36), layer.gradientNorm(), DELTA);
    // The step is 0.1 of that, the weights are (3, 4), of length 5.
    assertEquals(0.1 * Math.sqrt(40) / 5, layer.stepRatio(), DELTA);
    assertEquals(5, layer.weightNorm(), DELTA);
    assertTrue(Double.isNaN(layer.deadShare()));
    assertTrue(Double.isNaN(layer.saturatedShare()));
  }

  @Test
  void unitThatAnswersNoRowIsDead() {
    var design =
        NetworkDesign.of(
            Loss.MEAN_SQUARED_ERROR, DenseDesign.of(4, Activation.RELU), new DropoutDesign(0.5));
    // Two units see one of the rows each, the third neither, the fourth both.
    var hidden = new LayerWeights(1, 4, new float[] {1, -1, 1, 0}, new float[] {0, 0, -2, 1});
    var vitals = measure(design, TWO_ROWS, Sgd.DEFAULT, weights(hidden, layer(4, 1, 1, 0)));
    assertEquals(0.25, vitals.layers().get(0).deadShare());
    assertTrue(Double.isNaN(vitals.layers().get(1).deadShare()));
  }

  @Test
  void unitThatIsFlatForNineInTenRowsIsSaturated() {
    var x = new float[10];
    for (var i = 0; i < x.length; i++) {
      x[i] = i == 0 ? 0 : 1;
    }
    var squashing = Stream.of(Activation.values()).filter(Activation::squashes).toList();
    assertTrue(squashing.containsAll(List.of(Activation.TANH, Activation.SIGMOID)));
    for (var activation : squashing) {
      var design = NetworkDesign.of(Loss.MEAN_SQUARED_ERROR, DenseDesign.of(2, activation));
      var hidden = new LayerWeights(1, 2, new float[] {9, 1}, new float[] {0, 0});
      var vitals = measure(design, data(x, x), Sgd.DEFAULT, weights(hidden, layer(2, 1, 1, 0)));
      assertEquals(0.5, vitals.layers().getFirst().saturatedShare());
    }
  }

  @Test
  void fewRowsStandForMany() {
    var x = new float[1000];
    for (var i = 0; i < x.length; i++) {
      x[i] = i;
    }
    var probe =
        new VitalsProbe(
            NetworkDesign.of(Loss.MEAN_SQUARED_ERROR), 1, data(x, x), new PortableProducts());
    assertEquals(VitalsProbe.MOST_ROWS, probe.rows());
  }

  private static Vitals measure(
      NetworkDesign design, Dataset data, Sgd optimizer, NetworkWeights weights) {
    var config = TrainingConfig.of(optimizer, 1, 10);
    var session =
        TrainingSession.startFrom(
            weights, List.of(), design, config, data, data.some(), new PortableProducts());
    var probe = new VitalsProbe(design, 1, data, new PortableProducts());
    return probe.measure(session.checkpoint(), session.history(), config);
  }

  private static Dataset data(float[] x, float[] y) {
    return new Dataset(
        column(x),
        new ValueTargets(DMatrixRMaj.wrap(y.length, 1, doubles(y))),
        IntStream.range(0, x.length).toArray());
  }

  private static double[] doubles(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  private static FMatrixRMaj column(float[] values) {
    var matrix = new FMatrixRMaj(values.length, 1);
    System.arraycopy(values, 0, matrix.data, 0, values.length);
    return matrix;
  }

  private static NetworkWeights weights(LayerWeights... layers) {
    return new NetworkWeights(List.of(layers));
  }

  private static LayerWeights layer(int inputs, int units, float weight, float bias) {
    var w = new float[inputs * units];
    var b = new float[units];
    Arrays.fill(w, weight);
    Arrays.fill(b, bias);
    return new LayerWeights(inputs, units, w, b);
  }
}
