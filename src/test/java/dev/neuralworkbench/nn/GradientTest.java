package dev.neuralworkbench.nn;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.ActivationFunction;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.nn.function.LossFunction;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every gradient against central differences, and the check itself against planted errors. */
class GradientTest {

  private static final double BOUND = 1e-4;

  static Stream<Arguments> everything() {
    return Arrays.stream(Activation.values())
        .flatMap(
            activation ->
                Arrays.stream(Loss.values())
                    .flatMap(
                        loss ->
                            Stream.of(0.0, 0.3)
                                .map(dropout -> Arguments.of(activation, loss, dropout))));
  }

  @ParameterizedTest
  @MethodSource("everything")
  void gradientsAreThoseOfCentralDifferences(Activation activation, Loss loss, double dropout) {
    var worst = new GradientCheck(activation, loss, dropout).worstRelativeError();
    assertTrue(worst <= BOUND, "relative error " + worst);
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void wrongSignInTheDerivativeOfAnActivationIsCaught(Activation activation) {
    assertCaught(
        new GradientCheck(activation, Loss.MEAN_SQUARED_ERROR, 0)
            .withActivation(f -> new WrongDerivative(f, kept -> true)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Activation.class,
      names = {"LEAKY_RELU", "ELU", "GELU", "TANH"})
  void wrongSignLeftOfZeroAloneIsCaught(Activation activation) {
    assertCaught(
        new GradientCheck(activation, Loss.MEAN_SQUARED_ERROR, 0)
            .withActivation(f -> new WrongDerivative(f, kept -> kept < 0)));
  }

  @ParameterizedTest
  @EnumSource(Loss.class)
  void wrongSignInTheGradientOfALossIsCaughtOnEitherSide(Loss loss) {
    for (var side : List.<Predicate<Float>>of(g -> g > 0, g -> g < 0)) {
      assertCaught(
          new GradientCheck(Activation.TANH, loss, 0).withLoss(f -> new WrongLoss(f, side)));
    }
  }

  @ParameterizedTest
  @EnumSource(LayerFlaw.class)
  void wrongSignInALayerIsCaught(LayerFlaw flaw) {
    assertCaught(
        new GradientCheck(Activation.TANH, Loss.MEAN_SQUARED_ERROR, 0)
            .withDense(layer -> new WrongLayer(layer, flaw)));
  }

  @ParameterizedTest
  @EnumSource(
      value = LayerFlaw.class,
      names = {"INPUTS"})
  void wrongSignInDropoutIsCaught(LayerFlaw flaw) {
    assertCaught(
        new GradientCheck(Activation.TANH, Loss.MEAN_SQUARED_ERROR, 0.3)
            .withDropout(layer -> new WrongLayer(layer, flaw)));
  }

  private static void assertCaught(GradientCheck check) {
    var worst = check.worstRelativeError();
    assertTrue(worst > 100 * BOUND, "a planted error went through with " + worst);
  }

  enum LayerFlaw {
    WEIGHTS,
    BIAS,
    INPUTS
  }

  /**
   * An activation whose derivative has the wrong sign where {@code where} holds of what is kept.
   */
  private record WrongDerivative(ActivationFunction right, Predicate<Float> where)
      implements ActivationFunction {

    @Override
    public void apply(float[] values, float[] slopes, int from, int to) {
      right.apply(values, slopes, from, to);
    }

    @Override
    public boolean derivativeFromOutput() {
      return right.derivativeFromOutput();
    }

    @Override
    public void multiplyByDerivative(float[] kept, float[] gradient, int from, int to) {
      right.multiplyByDerivative(kept, gradient, from, to);
      for (var i = from; i < to; i++) {
        gradient[i] *= where.test(kept[i]) ? -1 : 1;
      }
    }
  }

  /** A loss whose gradient has the wrong sign where {@code where} holds of the right one. */
  private record WrongLoss(LossFunction right, Predicate<Float> where) implements LossFunction {

    @Override
    public double sum(float[] outputs, float[] targets, int rows, int columns) {
      return right.sum(outputs, targets, rows, columns);
    }

    @Override
    public double gradient(
        float[] outputs, float[] targets, float[] gradient, int rows, int columns, int batchRows) {
      var sum = right.gradient(outputs, targets, gradient, rows, columns, batchRows);
      for (var i = 0; i < rows * columns; i++) {
        gradient[i] *= where.test(gradient[i]) ? -1 : 1;
      }
      return sum;
    }
  }

  /** A layer one of whose gradients has the wrong sign. */
  private static final class WrongLayer implements Layer {

    private final Layer right;
    private final LayerFlaw flaw;
    private FMatrixRMaj gradient = new FMatrixRMaj(0, 0);

    WrongLayer(Layer right, LayerFlaw flaw) {
      this.right = right;
      this.flaw = flaw;
    }

    @Override
    public FMatrixRMaj begin(FMatrixRMaj inputs, @Nullable DropoutDraws draws) {
      return right.begin(inputs, draws);
    }

    @Override
    public void multiply(int from, int to) {
      right.multiply(from, to);
    }

    @Override
    public void activate(int from, int to) {
      right.activate(from, to);
    }

    @Override
    public void beginBackward(FMatrixRMaj outputGradient) {
      gradient = outputGradient;
      right.beginBackward(outputGradient);
    }

    @Override
    public void backward(int from, int to) {
      right.backward(from, to);
      if (flaw == LayerFlaw.INPUTS && right instanceof Dropout) {
        // Of dropout this is the gradient of the inputs too.
        negate(gradient, from, to, 0, gradient.numCols);
      }
    }

    @Override
    public FMatrixRMaj beginInputGradient() {
      gradient = right.beginInputGradient();
      return gradient;
    }

    @Override
    public void inputGradient(int from, int to) {
      right.inputGradient(from, to);
      if (flaw == LayerFlaw.INPUTS) {
        negate(gradient, 0, gradient.numRows, from, to);
      }
    }

    @Override
    public void gradient(int from, int to, boolean add) {
      right.gradient(from, to, add);
      switch (flaw) {
        case WEIGHTS -> negate(right.parameters().get(0).gradient());
        case BIAS -> negate(right.parameters().get(1).gradient());
        case INPUTS -> {}
      }
    }

    @Override
    public List<Parameter> parameters() {
      return right.parameters();
    }

    private static void negate(FMatrixRMaj matrix) {
      negate(matrix, 0, matrix.numRows, 0, matrix.numCols);
    }

    private static void negate(FMatrixRMaj matrix, int top, int bottom, int left, int right) {
      for (var row = top; row < bottom; row++) {
        for (var column = left; column < right; column++) {
          matrix.set(row, column, -matrix.get(row, column));
        }
      }
    }
  }
}
