package dev.neuralworkbench.explain.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.ActivationCurve;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import dev.neuralworkbench.train.optimizer.OptimizerState;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NumericGradientTest {

  private static final TrainingConfig CONFIG =
      TrainingConfig.of(new Sgd(0.1, 0, false), 5, 20).withSeed(3);

  private static BackpropTrace trace(Loss loss, Activation activation) {
    var design =
        NetworkDesign.of(
            loss,
            DenseDesign.of(4, activation),
            new DropoutDesign(0.25),
            DenseDesign.of(3, activation));
    var data = Cases.data(loss);
    return Cases.next(Cases.session(design, CONFIG, data, 3), design, CONFIG, data);
  }

  private static GradientCheck check(BackpropTrace trace, WeightNumbers.OneByOne source) {
    return GradientCheck.of(
        trace,
        source,
        GradientCheck.places(trace, NetworkLocation.ALL, 1000),
        GradientCheck.BEST_EPSILON,
        () -> false);
  }

  @ParameterizedTest
  @EnumSource
  void everyGradientIsItsDifference(Activation activation) {
    for (var loss : Loss.values()) {
      var trace = trace(loss, activation);
      var check = check(trace, trace::gradient);
      assertEquals(trace.setting().weights().parameterCount(), check.entries().size());
      for (var entry : check.entries()) {
        assertTrue(entry.kink() || entry.error() <= 1e-6, loss + " " + entry);
      }
      // Kinks are rare, and what has none is never excused by one.
      var kinks = check.entries().stream().filter(GradientCheck.Entry::kink).count();
      var smooth = !ActivationCurve.of(activation).hasKink() && loss != Loss.MEAN_ABSOLUTE_ERROR;
      assertTrue(kinks <= (smooth ? 0 : 2), loss + ": " + kinks + " kinks");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BINARY_CROSS_ENTROPY", "CATEGORICAL_CROSS_ENTROPY"})
  void gradientsOfClassesThatCountOtherwiseAreTheirDifferences(Loss loss) {
    var design = NetworkDesign.of(loss, DenseDesign.of(4, Activation.TANH));
    var data = Cases.weighted(loss, Cases.ROWS);
    var trace = Cases.next(Cases.session(design, CONFIG, data, 3), design, CONFIG, data);
    for (var entry : check(trace, trace::gradient).entries()) {
      assertTrue(entry.error() <= 1e-6, loss + " " + entry);
    }
  }

  @Test
  void aWrongGradientIsFoundAndItsPlaceNamed() {
    var trace = trace(Loss.MEAN_SQUARED_ERROR, Activation.TANH);
    var check =
        check(
            trace,
            (layer, input, unit) ->
                trace.gradient(layer, input, unit)
                    + (layer == 1 && input == 2 && unit == 1 ? 0.01 : 0));
    assertEquals(NetworkLocation.weight(1, 2, 1), check.entries().getFirst().place());
    assertEquals(1, check.entries().stream().filter(GradientCheck.Entry::wrong).count());
  }

  @Test
  void aForgottenDerivativeIsFoundInItsLayerAndBeforeIt() {
    var right = trace(Loss.MEAN_SQUARED_ERROR, Activation.TANH);
    var wrong =
        new BackpropTrace(
            right.setting(),
            right.rows(),
            design ->
                design.units() == 3 ? new Forgetful() : ActivationCurve.of(design.activation()));
    var check = check(wrong, wrong::gradient);
    assertTrue(check.entries().stream().anyMatch(GradientCheck.Entry::wrong));
    for (var entry : check.entries()) {
      assertFalse(entry.wrong() && entry.place().layer() == 2, entry.toString());
    }
  }

  /** A tanh whose derivative was forgotten. */
  private record Forgetful() implements ActivationCurve {

    @Override
    public double value(double z) {
      return StrictMath.tanh(z);
    }

    @Override
    public double slope(double z, double y) {
      return 1;
    }

    @Override
    public boolean hasKink() {
      return false;
    }
  }

  @Test
  void aKinkIsToldFromAnError() {
    // z = 1 · 0.00001 + 0: between w − ε and w + ε nothing happens, but b passes the ReLU's 0.
    var design = NetworkDesign.of(Loss.MEAN_SQUARED_ERROR, DenseDesign.of(1, Activation.RELU));
    var weights =
        new NetworkWeights(
            List.of(
                new LayerWeights(1, 1, new float[] {1e-6f}, new float[] {0}),
                new LayerWeights(1, 1, new float[] {1}, new float[] {0})));
    var setting =
        new StepSetting(design, CONFIG, weights, new OptimizerState(0, List.of()), 0.1, 0, 0, 0);
    var trace =
        BackpropTrace.of(setting, new StepRows(new double[][] {{1}}, new double[][] {{1}}, null));
    var check = check(trace, trace::gradient);
    var bias =
        check.entries().stream()
            .filter(
                entry -> entry.place().equals(NetworkLocation.weight(0, NetworkLocation.BIAS, 0)))
            .findFirst()
            .orElseThrow();
    assertTrue(bias.kink());
    assertTrue(bias.error() > GradientCheck.TOLERANCE);
    assertFalse(bias.wrong());
    assertFalse(check.entries().getFirst().kink());
  }

  /** w · x is exactly the target: the error changes its sign between w − ε and w + ε. */
  @Test
  void theKinkOfTheAbsoluteErrorIsToldToo() {
    var design = NetworkDesign.of(Loss.MEAN_ABSOLUTE_ERROR);
    var weights =
        new NetworkWeights(List.of(new LayerWeights(1, 1, new float[] {2}, new float[] {0})));
    var setting =
        new StepSetting(design, CONFIG, weights, new OptimizerState(0, List.of()), 0.1, 0, 0, 0);
    var trace =
        BackpropTrace.of(setting, new StepRows(new double[][] {{3}}, new double[][] {{6}}, null));
    var check = check(trace, trace::gradient);
    assertTrue(check.entries().stream().allMatch(GradientCheck.Entry::kink), check.toString());
  }

  @Test
  void theErrorIsLeastBetweenBendAndRounding() {
    var trace = trace(Loss.MEAN_SQUARED_ERROR, Activation.TANH);
    var errors =
        GradientCheck.sweep(trace, NetworkLocation.weight(0, 1, 2)).stream()
            .mapToDouble(check -> check.entries().getFirst().error())
            .toArray();
    assertEquals(10, errors.length);
    var check = GradientCheck.sweep(trace, NetworkLocation.weight(0, 1, 2)).get(4);
    assertEquals("0.00001", Decimals.DEFAULT.exact(check.epsilon()).replace("1·10⁻⁵", "0.00001"));
    var least = Arrays.stream(errors).min().orElseThrow();
    assertTrue(errors[0] > 100 * least && errors[9] > 100 * least, Arrays.toString(errors));
  }

  @Test
  void aCheckOfManyWeightsTakesSomeEvenly() {
    var trace = trace(Loss.MEAN_SQUARED_ERROR, Activation.TANH);
    var places = GradientCheck.places(trace, NetworkLocation.ALL, 10);
    assertEquals(10, places.size());
    assertEquals(3, places.stream().map(NetworkLocation::layer).distinct().count());
    assertEquals(16, GradientCheck.places(trace, 0, 1000).size());
  }
}
