package dev.neuralworkbench.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.StepRows;
import dev.neuralworkbench.explain.trace.StepSetting;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.blas.BlasProducts;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.TrainingSession;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoublePredictorTest {

  private static List<Products> products() {
    return BlasProducts.available()
        ? List.of(new PortableProducts(), new BlasProducts())
        : List.of(new PortableProducts());
  }

  private static NetworkWeights weights(NetworkDesign design, int inputs, int outputs) {
    var network = new Network(inputs, outputs, design, new PortableProducts());
    network.initialize(4);
    var weights = network.weights();
    return weights.withWeight(0, LayerWeights.BIAS, 1, 0.7f);
  }

  /** The trace works every row out by formulas, term by term. */
  @ParameterizedTest
  @EnumSource(Activation.class)
  void outputsAreThoseOfTheTrace(Activation activation) {
    var design =
        NetworkDesign.of(
            Loss.CATEGORICAL_CROSS_ENTROPY,
            DenseDesign.of(19, activation),
            new DropoutDesign(0.5),
            DenseDesign.of(7, activation));
    var weights = weights(design, 5, 3);
    var inputs = NetworkTest.random(131, 5);
    inputs.data[7] = 30;
    inputs.data[11] = -30;
    for (var products : products()) {
      var found = new DoublePredictor(design, weights, products).outputs(inputs, _ -> {});
      var trace = trace(design.withHidden(design.hiddenDense()), weights, inputs);
      for (var row = 0; row < inputs.numRows; row++) {
        for (var k = 0; k < 3; k++) {
          var expected = trace.before().value(2, row, k);
          assertEquals(expected, found.get(row, k), 1e-12 * Math.max(1, Math.abs(expected)));
        }
      }
    }
  }

  private static BackpropTrace trace(
      NetworkDesign design, NetworkWeights weights, FMatrixRMaj inputs) {
    var rows = inputs.numRows;
    var config = TrainingConfig.of(new Sgd(0.1, 0, false), 1, 10);
    var data = new Dataset(inputs, new ClassTargets(new int[rows], 3), new int[rows]);
    var session =
        TrainingSession.startFrom(
            weights, List.of(), design, config, data, data.some(), new PortableProducts());
    var x = new double[rows][inputs.numCols];
    for (var row = 0; row < rows; row++) {
      for (var i = 0; i < inputs.numCols; i++) {
        x[row][i] = inputs.get(row, i);
      }
    }
    return BackpropTrace.of(
        StepSetting.next(session, design, config), new StepRows(x, new double[rows][3], null));
  }

  /** Large enough for two threads, and not a whole number of blocks. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 63, 64, 65, 257, 400})
  void rowHasTheSameBitsAloneAndAmongOthers(int rows) {
    var design = NetworkDesign.of(Loss.MEAN_SQUARED_ERROR, DenseDesign.of(150, Activation.RELU));
    var weights = weights(design, 120, 1);
    var inputs = NetworkTest.random(rows, 120);
    for (var products : products()) {
      var predictor = new DoublePredictor(design, weights, products);
      var seen = new ArrayList<Integer>();
      var together = predictor.outputs(inputs, seen::add);
      assertEquals(0, seen.getFirst());
      assertEquals(Math.ceilDiv(rows, 256), seen.size());
      for (var row = 0; row < rows; row++) {
        var one = new FMatrixRMaj(1, 120);
        System.arraycopy(inputs.data, row * 120, one.data, 0, 120);
        assertEquals(together.data[row], predictor.outputs(one, _ -> {}).data[0]);
      }
    }
  }

  @Test
  void productsOfEveryShapeAreSums() {
    for (var shape : new int[][] {{1, 1, 1}, {64, 3, 2}, {64, 2500, 9}, {3, 5, 1200}}) {
      var a = random(shape[0], shape[1]);
      var b = random(shape[1], shape[2]);
      for (var products : products()) {
        var c = new DMatrixRMaj(shape[0], shape[2]);
        Arrays.fill(c.data, 7);
        products.multiply(a, b, c);
        for (var i = 0; i < shape[0]; i++) {
          for (var j = 0; j < shape[2]; j++) {
            var sum = 0.0;
            for (var k = 0; k < shape[1]; k++) {
              sum += a.get(i, k) * b.get(k, j);
            }
            assertEquals(sum, c.get(i, j), 1e-11);
          }
        }
      }
    }
  }

  private static DMatrixRMaj random(int rows, int columns) {
    var from = NetworkTest.random(Math.max(1, rows), Math.max(1, columns));
    var to = new DMatrixRMaj(rows, columns);
    Arrays.setAll(to.data, i -> from.data[i]);
    return to;
  }

  @Test
  void whatIsNoNumberStaysNone() {
    for (var activation : Activation.values()) {
      for (var isExact : List.of(true, false)) {
        var z = new double[] {Double.NaN};
        activation.apply(z, isExact);
        assertTrue(Double.isNaN(z[0]), activation.name());
      }
    }
  }
}
