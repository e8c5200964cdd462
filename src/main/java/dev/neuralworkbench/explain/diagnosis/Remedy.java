package dev.neuralworkbench.explain.diagnosis;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.nn.HiddenLayers;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Initializer;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.train.EarlyStopping;
import dev.neuralworkbench.train.Penalty;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** A change of the choices that may help against what a {@link Diagnosis} tells. */
public sealed interface Remedy {

  /** Name of its kind: the key of its text in the message bundles is {@code remedy.ID}. */
  String id();

  default List<Object> arguments() {
    return List.of();
  }

  default Preparation change(Preparation preparation) {
    return preparation;
  }

  default NetworkDesign change(NetworkDesign network) {
    return network;
  }

  default TrainingConfig change(TrainingConfig training) {
    return training;
  }

  /** Another learning rate, brought into {@link OptimizerConfig#LEARNING_RATE}. */
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

  /** A lighter price on weights: a hundredth of a strong one, or none. */
  record LighterPenalty(Penalty penalty) implements Remedy {

    static final LighterPenalty NONE = new LighterPenalty(Penalty.NONE);

    private static final double SHARE = 0.01;

    static LighterPenalty than(Penalty strong) {
      return new LighterPenalty(new Penalty(lighter(strong.l1()), lighter(strong.l2())));
    }

    private static double lighter(double price) {
      return new BigDecimal(SHARE * price).round(new MathContext(1)).doubleValue();
    }

    @Override
    public String id() {
      return penalty.equals(Penalty.NONE)
          ? "lighterPenalty.none"
          : penalty.l1() == 0
              ? "lighterPenalty.l2"
              : penalty.l2() == 0 ? "lighterPenalty.l1" : "lighterPenalty.both";
    }

    @Override
    public List<Object> arguments() {
      return List.of(penalty.l1(), penalty.l2());
    }

    @Override
    public TrainingConfig change(TrainingConfig training) {
      return training.withPenalty(penalty);
    }
  }

  /** Another activation in every hidden layer that has a certain one, with weights to suit. */
  record Activations(Activation from, Activation to) implements Remedy {
    @Override
    public String id() {
      return "activations." + Ids.of(to);
    }

    @Override
    public NetworkDesign change(NetworkDesign network) {
      return HiddenLayers.changed(
          network, dense -> dense.activation() == from ? DenseDesign.of(dense.units(), to) : dense);
    }
  }

  /** A change that is the same for every run. */
  enum Fixed implements Remedy {
    /** A fifth is dropped wherever half and more was. */
    LESS_DROPOUT("lessDropout"),
    /** All inputs with mean 0 and standard deviation 1. */
    STANDARDIZE("standardize"),
    BALANCE("balance"),
    /** Each class keeps its share in training, validation and test rows. */
    STRATIFY("stratify"),
    /** Stops when the validation loss stops falling, and goes back to the best weights. */
    STOP_EARLY("stopEarly"),
    /** Twice the units in every hidden layer, at least 16; where there is none, one of 16. */
    LARGER("larger"),
    STARTING_WEIGHTS("startingWeights"),
    /** Adam at ten times its usual rate, from other starting weights. */
    ADAM_WITH_NEW_SEED("adam");

    private static final double MUCH_DROPOUT = 0.5;
    private static final double LITTLE_DROPOUT = 0.2;
    private static final int LEAST_UNITS = 16;
    private static final double ADAMS_RATE = 0.01;

    private final String id;

    Fixed(String id) {
      this.id = id;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public List<Object> arguments() {
      return this == LESS_DROPOUT ? List.of(LITTLE_DROPOUT) : List.of();
    }

    @Override
    public Preparation change(Preparation preparation) {
      return switch (this) {
        case STANDARDIZE -> preparation.withScaling(Scaling.STANDARDIZE);
        case BALANCE -> preparation.withBalanced(true);
        case STRATIFY -> preparation.withSplit(preparation.split().withStratified(true));
        default -> preparation;
      };
    }

    @Override
    public NetworkDesign change(NetworkDesign network) {
      return switch (this) {
        case LESS_DROPOUT ->
            network.withHidden(
                network.hidden().stream()
                    .map(
                        layer ->
                            layer instanceof DropoutDesign(var rate) && rate >= MUCH_DROPOUT
                                ? new DropoutDesign(LITTLE_DROPOUT)
                                : layer)
                    .toList());
        case LARGER -> larger(network);
        case STARTING_WEIGHTS ->
            HiddenLayers.changed(
                    network, dense -> DenseDesign.of(dense.units(), dense.activation()))
                .withOutputInitializer(Initializer.GLOROT_UNIFORM);
        default -> network;
      };
    }

    private static NetworkDesign larger(NetworkDesign network) {
      if (network.hiddenDense().isEmpty()) {
        var layers = new ArrayList<>(network.hidden());
        layers.add(DenseDesign.of(LEAST_UNITS, Activation.TANH));
        return network.withHidden(layers);
      }
      return HiddenLayers.changed(
          network,
          dense ->
              dense.withUnits(
                  (int) Math.clamp(2.0 * dense.units(), LEAST_UNITS, DenseDesign.UNITS.most())));
    }

    @Override
    public TrainingConfig change(TrainingConfig training) {
      return switch (this) {
        case STOP_EARLY ->
            training.withStopping(training.stopping().withEarlyStopping(EarlyStopping.DEFAULT));
        case ADAM_WITH_NEW_SEED ->
            training
                .withOptimizer(Adam.DEFAULT.withLearningRate(ADAMS_RATE))
                .withSeed(training.seed() + 1);
        default -> training;
      };
    }
  }
}
