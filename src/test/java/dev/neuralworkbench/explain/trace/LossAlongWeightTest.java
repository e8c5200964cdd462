package dev.neuralworkbench.explain.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import dev.neuralworkbench.train.optimizer.OptimizerState;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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

  private static BackpropTrace trace221() {
    var hidden = DenseDesign.of(2, Activation.SIGMOID);
    var design =
        NetworkDesign.of(Loss.MEAN_SQUARED_ERROR, hidden).withOutputActivation(Activation.SIGMOID);
    var weights =
        new NetworkWeights(
            List.of(
                new LayerWeights(
                    2, 2, new float[] {0.15f, 0.25f, 0.2f, 0.3f}, new float[] {0.35f, 0.35f}),
                new LayerWeights(2, 1, new float[] {0.4f, 0.45f}, new float[] {0.6f})));
    var config = TrainingConfig.of(new Sgd(0.25, 0, false), 1, 1);
    var setting =
        new StepSetting(design, config, weights, new OptimizerState(0, List.of()), 0.25, 0, 0, 0);
    return BackpropTrace.of(
        setting, new StepRows(new double[][] {{0.05, 0.1}}, new double[][] {{0.01}}, null));
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

  /** Of 2-2-1 every curve leaves its tangent by three tenths of its height, or it is no curve. */
  @Test
  void theRangeIsOneInWhichTheCurveCurves() {
    var trace = trace221();
    for (var place : GradientCheck.places(trace, NetworkLocation.ALL, 100)) {
      var along = new LossAlongWeight(trace, place);
      var w = along.weight();
      var losses = Arrays.stream(along.losses()).summaryStatistics();
      var away =
          IntStream.range(0, along.losses().length)
              .mapToDouble(
                  i ->
                      Math.abs(
                          along.losses()[i]
                              - trace.before().loss()
                              - along.slope() * (along.weights()[i] - w)))
              .max()
              .orElseThrow();
      assertTrue(away >= 0.3 * (losses.getMax() - losses.getMin()) - 1e-9, place + ": " + away);
      assertTrue(along.newWeight() > along.weights()[0]);
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
