package dev.neuralworkbench.nn;

import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.ActivationFunction;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.nn.function.LossFunction;
import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ejml.data.FMatrixRMaj;

/**
 * The engine's gradients beside central differences of {@link DoubleNetwork}, on a small network
 * with two hidden layers. Each part of the engine can be exchanged for a wrong one.
 */
final class GradientCheck {

  private static final long SEED = 5;
  private static final int ROWS = 12;
  private static final int INPUTS = 3;
  private static final int OUTPUTS = 3;

  private final Activation activation;
  private final Loss loss;
  private final double dropout;
  private UnaryOperator<ActivationFunction> activationFlaw = UnaryOperator.identity();
  private UnaryOperator<LossFunction> lossFlaw = UnaryOperator.identity();
  private UnaryOperator<Layer> denseFlaw = UnaryOperator.identity();
  private UnaryOperator<Layer> dropoutFlaw = UnaryOperator.identity();

  /**
   * @param dropout rate of dropout on inputs and between the layers; 0 for none
   */
  GradientCheck(Activation activation, Loss loss, double dropout) {
    this.activation = activation;
    this.loss = loss;
    this.dropout = dropout;
  }

  GradientCheck withActivation(UnaryOperator<ActivationFunction> flaw) {
    activationFlaw = flaw;
    return this;
  }

  GradientCheck withLoss(UnaryOperator<LossFunction> flaw) {
    lossFlaw = flaw;
    return this;
  }

  GradientCheck withDense(UnaryOperator<Layer> flaw) {
    denseFlaw = flaw;
    return this;
  }

  GradientCheck withDropout(UnaryOperator<Layer> flaw) {
    dropoutFlaw = flaw;
    return this;
  }

  /**
   * The largest difference between a gradient and its central difference, relative to the larger of
   * the two, or to a hundredth of the matrix's largest gradient where both are tiny.
   */
  double worstRelativeError() {
    var random = RandomSource.of(SEED, Purpose.GENERATED_DATA);
    var layers = new ArrayList<Layer>();
    var reference = new DoubleNetwork(loss, SEED);
    var width = INPUTS;
    var last = loss.ownsOutputFunction() ? Activation.IDENTITY : activation;
    for (var step :
        List.of(new Step(5, activation), new Step(4, activation), new Step(OUTPUTS, last))) {
      if (dropout > 0) {
        layers.add(dropoutFlaw.apply(new Dropout(layers.size(), dropout)));
        reference.dropout(dropout);
      }
      var dense =
          new Dense(
              width, step.units(), activationFlaw.apply(step.activation()), new PortableProducts());
      fill(dense, random);
      reference.dense(
          rows(dense.parameters().get(0).value()),
          rows(dense.parameters().get(1).value()),
          step.activation());
      layers.add(denseFlaw.apply(dense));
      width = step.units();
    }
    var inputs = new FMatrixRMaj(ROWS, INPUTS);
    for (var i = 0; i < ROWS * INPUTS; i++) {
      inputs.data[i] = (float) random.nextGaussian();
    }
    var targets = targets(random);

    var network = new Network(INPUTS, OUTPUTS, List.of(), layers, lossFlaw.apply(loss.function()));
    network.forward(inputs, new DropoutDraws(SEED));
    network.backward(targets, ROWS, false);

    var expected = reference.gradients(rows(inputs), rows(targets));
    var worst = 0.0;
    for (var i = 0; i < expected.size(); i++) {
      worst = Math.max(worst, worst(expected.get(i), network.parameters().get(i).gradient().data));
    }
    return worst;
  }

  private record Step(int units, Activation activation) {}

  private static void fill(Dense dense, RandomSource random) {
    for (var parameter : dense.parameters()) {
      for (var i = 0; i < parameter.size(); i++) {
        parameter.value().data[i] = (float) (0.7 * random.nextGaussian());
      }
    }
  }

  private FMatrixRMaj targets(RandomSource random) {
    var targets = new FMatrixRMaj(ROWS, OUTPUTS);
    for (var row = 0; row < ROWS; row++) {
      switch (loss) {
        case MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER -> {
          for (var i = 0; i < OUTPUTS; i++) {
            targets.set(row, i, (float) (2 * random.nextGaussian()));
          }
        }
        case BINARY_CROSS_ENTROPY -> {
          for (var i = 0; i < OUTPUTS; i++) {
            targets.set(row, i, random.nextInt(2));
          }
        }
        case CATEGORICAL_CROSS_ENTROPY -> targets.set(row, random.nextInt(OUTPUTS), 1);
      }
    }
    return targets;
  }

  private static double worst(double[] expected, float[] found) {
    var largest = 0.0;
    for (var value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    var worst = 0.0;
    for (var i = 0; i < expected.length; i++) {
      var scale =
          Math.max(0.01 * largest, Math.max(Math.abs(expected[i]), Math.abs((double) found[i])));
      if (scale > 0) {
        worst = Math.max(worst, Math.abs(expected[i] - found[i]) / scale);
      }
    }
    return worst;
  }

  private static double[][] rows(FMatrixRMaj matrix) {
    var rows = new double[matrix.numRows][matrix.numCols];
    for (var row = 0; row < matrix.numRows; row++) {
      for (var column = 0; column < matrix.numCols; column++) {
        rows[row][column] = matrix.get(row, column);
      }
    }
    return rows;
  }
}
