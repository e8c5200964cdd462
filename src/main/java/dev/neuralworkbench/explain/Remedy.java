package dev.neuralworkbench.explain;

import dev.neuralworkbench.data.Preparation;
import dev.neuralworkbench.data.Scaling;
import dev.neuralworkbench.nn.Activation;
import dev.neuralworkbench.nn.DenseDesign;
import dev.neuralworkbench.nn.DropoutDesign;
import dev.neuralworkbench.nn.Initializer;
import dev.neuralworkbench.nn.LayerDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.train.Adam;
import dev.neuralworkbench.train.EarlyStopping;
import dev.neuralworkbench.train.OptimizerConfig;
import dev.neuralworkbench.train.TrainingConfig;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A change of the choices that may help against what a {@link Diagnosis} tells. */
public sealed interface Remedy {

  /** Name of its kind: the key of its text in the message bundles is {@code remedy.ID}. */
  String id();

  /** What is filled into its text. */
  default List<Object> arguments() {
    return List.of();
  }

  /** The preparation, changed where this remedy changes it. */
  default Preparation change(Preparation preparation) {
    return preparation;
  }

  /** The network, changed where this remedy changes it. */
  default NetworkDesign change(NetworkDesign network) {
    return network;
  }

  /** The training, changed where this remedy changes it. */
  default TrainingConfig change(TrainingConfig training) {
    return training;
  }

  /**
   * Another learning rate.
   *
   * @param rate the rate, brought into {@link OptimizerConfig#LEARNING_RATE}
   */
  record LearningRate(double rate) implements Remedy {

    private static final double LEAST = 1e-9;

    /** Rounds to two digits and stays in range. */
    public LearningRate {
      var rounded = new BigDecimal(rate).round(new MathContext(2)).doubleValue();
      rate = Math.clamp(rounded, LEAST, OptimizerConfig.LEARNING_RATE.most());
    }

    @Override
    public String id() {
      return "learningRate";
    }

    @Override
    public List<Object> arguments() {
      return List.of(rate);
    }

    @Override
    public TrainingConfig change(TrainingConfig training) {
      return training.withLearningRate(rate);
    }
  }

  /** All inputs with mean 0 and standard deviation 1. */
  record Standardize() implements Remedy {
    @Override
    public String id() {
      return "standardize";
    }

    @Override
    public Preparation change(Preparation preparation) {
      return preparation.withScaling(Scaling.STANDARDIZE);
    }
  }

  /**
   * Another activation in every hidden layer that has a certain one, with weights to suit.
   *
   * @param from the activation that goes
   * @param to the one that comes
   */
  record Activations(Activation from, Activation to) implements Remedy {
    @Override
    public String id() {
      return "activations." + to.id();
    }

    @Override
    public NetworkDesign change(NetworkDesign network) {
      return hidden(
          network, dense -> dense.activation() == from ? DenseDesign.of(dense.units(), to) : dense);
    }
  }

  /** Stops when the validation loss stops falling, and goes back to the best weights. */
  record StopEarly() implements Remedy {
    @Override
    public String id() {
      return "stopEarly";
    }

    @Override
    public TrainingConfig change(TrainingConfig training) {
      return training.withStopping(training.stopping().withEarlyStopping(EarlyStopping.DEFAULT));
    }
  }

  /** Twice the units in every hidden layer; where there is none, one of 16. */
  record Larger() implements Remedy {

    private static final int FIRST = 16;

    @Override
    public String id() {
      return "larger";
    }

    @Override
    public NetworkDesign change(NetworkDesign network) {
      if (network.hidden().stream().noneMatch(DenseDesign.class::isInstance)) {
        var layers = new ArrayList<>(network.hidden());
        layers.add(DenseDesign.of(FIRST, Activation.TANH));
        return network.withHidden(layers);
      }
      return hidden(
          network,
          dense -> dense.withUnits((int) Math.min(2.0 * dense.units(), DenseDesign.UNITS.most())));
    }
  }

  /** Starting weights that suit each layer. */
  record StartingWeights() implements Remedy {
    @Override
    public String id() {
      return "startingWeights";
    }

    @Override
    public NetworkDesign change(NetworkDesign network) {
      return hidden(network, dense -> DenseDesign.of(dense.units(), dense.activation()))
          .withOutputInitializer(Initializer.GLOROT_UNIFORM);
    }
  }

  /** Adam at ten times its usual rate, from other starting weights. */
  record AdamWithNewSeed() implements Remedy {

    private static final double RATE = 0.01;

    @Override
    public String id() {
      return "adam";
    }

    @Override
    public TrainingConfig change(TrainingConfig training) {
      return training
          .withOptimizer(Adam.DEFAULT.withLearningRate(RATE))
          .withSeed(training.seed() + 1);
    }
  }

  /** Each class keeps its share in training, validation and test rows. */
  record Stratify() implements Remedy {
    @Override
    public String id() {
      return "stratify";
    }

    @Override
    public Preparation change(Preparation preparation) {
      return preparation.withSplit(preparation.split().withStratified(true));
    }
  }

  private static NetworkDesign hidden(NetworkDesign network, UnaryOperator<DenseDesign> change) {
    return network.withHidden(
        network.hidden().stream().map(layer -> changed(layer, change)).toList());
  }

  private static LayerDesign changed(LayerDesign layer, UnaryOperator<DenseDesign> change) {
    return switch (layer) {
      case DenseDesign dense -> change.apply(dense);
      case DropoutDesign dropout -> dropout;
    };
  }
}
