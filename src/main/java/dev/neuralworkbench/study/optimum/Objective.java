package dev.neuralworkbench.study.optimum;

import dev.neuralworkbench.baseline.Minimum;
import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.nn.function.LossCurve;
import java.util.Optional;

/**
 * What the training of a network without hidden layers makes small: J = mean loss of the training
 * rows + λ₂/2 Σ w², in double precision.
 */
public record Objective(Dataset rows, double strength, Loss loss) {

  /** Why there is no optimum to be compared with. */
  public enum Reason {
    /** With hidden layers the objective has many valleys. */
    HIDDEN_LAYERS,
    /** The L1 penalty has a kink. */
    L1,
    /** Max-norm keeps the weights from where the objective is least. */
    MAX_NORM,
    /** The loss is none of squared error and cross-entropy, or its labels are smoothed. */
    LOSS,
    /** Separable rows let weights grow for ever, or there are too many inputs. */
    NO_MINIMUM
  }

  /** What keeps an experiment from having one; empty if nothing does. */
  public static Optional<Reason> reason(Experiment experiment) {
    var network = experiment.network();
    if (!network.hidden().isEmpty()) {
      return Optional.of(Reason.HIDDEN_LAYERS);
    } else if (experiment.training().penalty().l1() > 0) {
      return Optional.of(Reason.L1);
    } else if (experiment.training().unitNorm() > 0) {
      return Optional.of(Reason.MAX_NORM);
    }
    return isConvex(network) ? Optional.empty() : Optional.of(Reason.LOSS);
  }

  private static boolean isConvex(NetworkDesign network) {
    return network.smoothing() == 0
        && switch (network.loss()) {
          case MEAN_SQUARED_ERROR -> network.outputActivation() == Activation.IDENTITY;
          case BINARY_CROSS_ENTROPY, CATEGORICAL_CROSS_ENTROPY -> true;
          case MEAN_ABSOLUTE_ERROR, HUBER -> false;
        };
  }

  /**
   * The objective of an experiment on its prepared training rows.
   *
   * @param experiment one without a {@link #reason}
   */
  static Optional<Objective> of(Experiment experiment, Dataset rows) {
    var isRegression = rows.targets() instanceof ValueTargets;
    var loss = experiment.network().loss();
    // Squared errors of one-hot classes are several regressions, of which no baseline is made.
    return isRegression == (loss == Loss.MEAN_SQUARED_ERROR)
        ? Optional.of(new Objective(rows, experiment.training().penalty().l2(), loss))
        : Optional.empty();
  }

  /** Its least value; empty where it has none. */
  public Optional<Minimum> minimum() {
    return switch (rows.targets()) {
      case ValueTargets values -> Minimum.ofSquares(rows.inputs(), values, strength);
      case ClassTargets classes ->
          Minimum.ofCrossEntropy(
              rows.inputs(), classes, loss == Loss.BINARY_CROSS_ENTROPY, strength);
    };
  }

  public double at(NetworkWeights weights) {
    var layer = weights.layer(0);
    var outputs = new double[layer.units()];
    var curve = new LossCurve(loss);
    var sum = 0.0;
    for (var row = 0; row < rows.rows(); row++) {
      for (var unit = 0; unit < outputs.length; unit++) {
        double z = layer.bias(unit);
        for (var j = 0; j < layer.inputs(); j++) {
          z += (double) layer.weight(j, unit) * rows.inputs().get(row, j);
        }
        outputs[unit] = z;
      }
      sum += curve.value(outputs, rows.targets().of(row, outputs.length));
    }
    var squares = 0.0;
    for (var unit = 0; unit < outputs.length; unit++) {
      for (var j = 0; j < layer.inputs(); j++) {
        squares += (double) layer.weight(j, unit) * layer.weight(j, unit);
      }
    }
    return sum / rows.rows() + strength / 2 * squares;
  }
}
