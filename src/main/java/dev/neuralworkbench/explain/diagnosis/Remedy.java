package dev.neuralworkbench.explain.diagnosis;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.nn.HiddenLayers;
import dev.neuralworkbench.nn.LayerDesign;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Initializer;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.Records;
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
  default String id() {
    return switch (this) {
      case LearningRate _ -> "learningRate";
      case LighterPenalty(var penalty) when penalty.equals(Penalty.NONE) -> "lighterPenalty.none";
      case LighterPenalty(var penalty) when penalty.l1() == 0 -> "lighterPenalty.l2";
      case LighterPenalty(var penalty) ->
          penalty.l2() == 0 ? "lighterPenalty.l1" : "lighterPenalty.both";
      case Activations(var _, var to) -> "activations." + Ids.of(to);
      case Fixed fixed -> fixed.id;
    };
  }

  default List<Object> arguments() {
    return switch (this) {
      case LearningRate(var rate) -> List.of(rate);
      case LighterPenalty(var penalty) -> List.of(penalty.l1(), penalty.l2());
      case Activations _ -> List.of();
      case Fixed fixed -> fixed == Fixed.LESS_DROPOUT ? List.of(Fixed.LITTLE_DROPOUT) : List.of();
    };
  }

  default Preparation change(Preparation preparation) {
    return switch (this) {
      case Fixed.STANDARDIZE -> preparation.withScaling(Scaling.STANDARDIZE);
      case Fixed.BALANCE -> preparation.withBalanced(true);
      case Fixed.STRATIFY -> Records.with(preparation, "split.stratified", true);
      default -> preparation;
    };
  }

  default NetworkDesign change(NetworkDesign network) {
    return switch (this) {
      case Activations(var from, var to) ->
          HiddenLayers.changed(
              network,
              dense -> dense.activation() == from ? DenseDesign.of(dense.units(), to) : dense);
      case Fixed.LESS_DROPOUT ->
          network.withHidden(network.hidden().stream().map(Fixed::lessDropout).toList());
      case Fixed.LARGER -> Fixed.larger(network);
      case Fixed.STARTING_WEIGHTS ->
          HiddenLayers.changed(network, dense -> DenseDesign.of(dense.units(), dense.activation()))
              .withOutputInitializer(Initializer.GLOROT_UNIFORM);
      default -> network;
    };
  }

  default TrainingConfig change(TrainingConfig training) {
    return switch (this) {
      case LearningRate(var rate) -> training.withLearningRate(rate);
      case LighterPenalty(var penalty) -> training.withPenalty(penalty);
      case Fixed.STOP_EARLY ->
          training.withStopping(training.stopping().withEarlyStopping(EarlyStopping.DEFAULT));
      case Fixed.ADAM_WITH_NEW_SEED ->
          training
              .withOptimizer(Adam.DEFAULT.withLearningRate(Fixed.ADAMS_RATE))
              .withSeed(training.seed() + 1);
      default -> training;
    };
  }

  /** Another learning rate, brought into {@link OptimizerConfig#LEARNING_RATE}. */
  record LearningRate(double rate) implements Remedy {

    private static final double LEAST = 1e-9;

    /** Rounds to two digits and stays in range. */
    public LearningRate {
      var rounded = new BigDecimal(rate).round(new MathContext(2)).doubleValue();
      rate = Math.clamp(rounded, LEAST, OptimizerConfig.LEARNING_RATE.most());
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
  }

  /** Another activation in every hidden layer that has a certain one, with weights to suit. */
  record Activations(Activation from, Activation to) implements Remedy {}

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

    private static LayerDesign lessDropout(LayerDesign layer) {
      return layer instanceof DropoutDesign(var rate) && rate >= MUCH_DROPOUT
          ? new DropoutDesign(LITTLE_DROPOUT)
          : layer;
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
  }
}
