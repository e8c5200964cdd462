package dev.neuralworkbench.explain.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LossAlongWeightTest {

  private static BackpropTrace trace(Loss loss, Activation activation) {
    var data = Cases.data(loss);
    var design = NetworkDesign.of(loss, DenseDesign.of(3, activation));
    var config = TrainingConfig.of(Sgd.DEFAULT, 4, 3);
    return Cases.next(Cases.session(design, config, data, 2), design, config, data);
  }

  /** Drawn by forward passes alone, the curve has the slope that backprop works out. */
  @ParameterizedTest
  @EnumSource(Loss.class)
  void itsSlopeAtTheWeightIsTheGradient(Loss loss) {
    var trace = trace(loss, Activation.TANH);
    for (var place :
        new NetworkLocation[] {
          NetworkLocation.weight(0, 1, 2), NetworkLocation.weight(1, NetworkLocation.BIAS, 0)
        }) {
      var along = new LossAlongWeight(trace, place);
      var h = 1e-5;
      var w = along.weight();
      assertEquals(
          (along.loss(w + h) - along.loss(w - h)) / (2 * h), along.slope(), 1e-6, place + "");
      assertEquals(trace.before().loss(), along.loss(w));
      var middle = along.weights().length / 2;
      assertEquals(w, along.weights()[middle]);
      assertEquals(trace.before().loss(), along.losses()[middle]);
      assertTrue(along.newWeight() > along.weights()[0]);
      assertTrue(along.newWeight() < along.weights()[along.weights().length - 1]);
    }
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void theCurveGoesThroughWhatTheUnitHas(Activation activation) {
    var trace = trace(Loss.MEAN_SQUARED_ERROR, activation);
    for (var unit = 0; unit < 3; unit++) {
      var z = trace.before().z(0, 0, unit);
      assertEquals(trace.before().value(0, 0, unit), trace.activation(0, z));
      assertEquals(trace.slope(0, 0, unit), trace.slopeAt(0, z));
    }
  }

  @Test
  void theCurveOfAnOutputIsThatOfTheProbability() {
    var trace = trace(Loss.BINARY_CROSS_ENTROPY, Activation.RELU);
    assertEquals(
        trace.before().prediction(1, 0), trace.activation(1, trace.before().z(1, 1, 0)), 1e-15);
    assertTrue(
        Double.isNaN(trace(Loss.CATEGORICAL_CROSS_ENTROPY, Activation.RELU).activation(1, 0)));
  }
}
