package dev.neuralworkbench.nn.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.nn.DoubleNetwork;
import dev.neuralworkbench.problem.Ids;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationTest {

  @ParameterizedTest
  @EnumSource(Activation.class)
  void valuesAreWithinAnUlpOfTheFormulaAndThoseOfGeluWithinFour(Activation activation) {
    var ulps = activation == Activation.GELU ? 4 : 1; // It is a product of four rounded factors.
    // Further out the series of the test itself loses digits.
    for (var z = -4.5f; z <= 4.5; z += 0.0137f) {
      var expected = (float) DoubleNetwork.activate(activation, z);
      assertEquals(expected, value(activation, z), ulps * Math.ulp(expected), "at " + z);
    }
  }

  @Test
  void geluKeepsItsDigitsFarOutOnTheLeft() {
    // z Φ(z) with Φ(−10) = 7.61985302416053e-24.
    assertEquals(-7.61985302416053e-23, value(Activation.GELU, -10), 1e-29);
    assertEquals(12, value(Activation.GELU, 12));
  }

  @Test
  void largeArgumentsStayFinite() {
    for (var activation : Activation.values()) {
      assertTrue(Float.isFinite(value(activation, 1e30f)), activation.name());
      assertTrue(Float.isFinite(value(activation, -1e30f)), activation.name());
      assertTrue(Float.isFinite(derivative(activation, 1e4f)), activation.name());
      assertTrue(Float.isFinite(derivative(activation, -1e4f)), activation.name());
    }
  }

  @Test
  void notANumberIsNotHidden() {
    for (var activation : Activation.values()) {
      assertTrue(Float.isNaN(value(activation, Float.NaN)), activation.name());
    }
  }

  @Test
  void derivativesAtZeroAreThoseOfPyTorch() {
    assertEquals(0, derivative(Activation.RELU, 0));
    assertEquals(0.01f, derivative(Activation.LEAKY_RELU, 0));
    assertEquals(1, derivative(Activation.ELU, 0));
    assertEquals(0.5f, derivative(Activation.GELU, 0), 1e-8);
    assertEquals(0.5f, derivative(Activation.SOFTPLUS, 0), 1e-7);
    assertEquals(0.6f, derivative(Activation.MISH, 0), 1e-7);
    assertEquals(0.25f, derivative(Activation.SIGMOID, 0));
    assertEquals(1, derivative(Activation.TANH, 0));
    assertEquals(1, derivative(Activation.IDENTITY, 0));
  }

  @Test
  void namesLeadBackToTheirActivation() {
    for (var activation : Activation.values()) {
      assertEquals(Optional.of(activation), Ids.find(Activation.class, Ids.of(activation)));
    }
    assertEquals("leaky_relu", Ids.of(Activation.LEAKY_RELU));
    assertEquals(Optional.empty(), Ids.find(Activation.class, "Leaky_ReLU"));
  }

  private static float value(Activation activation, float z) {
    var values = new float[] {z};
    activation.apply(values, new float[1], 0, 1);
    return values[0];
  }

  private static float derivative(Activation activation, float z) {
    var values = new float[] {z};
    var slopes = new float[1];
    activation.apply(values, slopes, 0, 1);
    var gradient = new float[] {1};
    activation.multiplyByDerivative(
        activation.derivativeFromOutput() ? values : slopes, gradient, 0, 1);
    return gradient[0];
  }
}
