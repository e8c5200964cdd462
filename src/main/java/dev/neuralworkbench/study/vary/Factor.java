package dev.neuralworkbench.study.vary;

import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.nn.DropoutDesign;
import dev.neuralworkbench.nn.HiddenLayers;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Initializer;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.problem.Knob;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.train.EarlyStopping;
import dev.neuralworkbench.train.Penalty;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.schedule.LearningRateSchedule;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A choice of an experiment that a study may vary.
 *
 * @param id its name on the command line and in files: {@code learning-rate}
 * @param nameKey key of the label that its form field has
 * @param values what it may be
 * @param get what an experiment has; empty where it does not apply, such as momentum to Adam
 * @param with the experiment with another value
 */
public record Factor<T>(
    String id,
    String nameKey,
    Values<T> values,
    Function<Experiment, Optional<T>> get,
    BiFunction<Experiment, T, Experiment> with) {

  private static final Range PATIENCE = Range.whole(0, (long) EarlyStopping.PATIENCE.most());

  /** All of them, in the order in which they are applied: a kind before its numbers. */
  public static final List<Factor<?>> ALL =
      List.of(
          new Factor<>(
              "scaling",
              "form.scaling",
              Values.names(Scaling.class),
              it -> Optional.of(it.preparation().scaling()),
              (it, value) -> it.withPreparation(it.preparation().withScaling(value))),
          new Factor<>(
              "training-share",
              "form.used",
              Values.numbers(Split.USED, false),
              it -> Optional.of(it.preparation().split().usedShare()),
              (it, value) ->
                  it.withPreparation(
                      it.preparation().withSplit(it.preparation().split().withUsed(value)))),
          network(
              "hidden",
              "network.hidden",
              Values.layers(),
              HiddenLayers::units, //
              HiddenLayers::withUnits),
          network(
              "dropout",
              "network.hidden.rate",
              Values.numbers(DropoutDesign.RATE, false),
              HiddenLayers::dropout,
              HiddenLayers::withDropout),
          network(
              "activation",
              "network.hidden.activation",
              Values.names(Activation.class),
              HiddenLayers::activation,
              HiddenLayers::withActivation),
          network(
              "initializer",
              "network.hidden.initializer",
              Values.names(Initializer.class),
              NetworkDesign::outputInitializer,
              HiddenLayers::withInitializer),
          network(
              "loss",
              "network.loss",
              Values.names(Loss.class),
              NetworkDesign::loss,
              NetworkDesign::withLoss),
          network(
              "label-smoothing",
              "network.labelSmoothing",
              Values.numbers(NetworkDesign.LABEL_SMOOTHING, false),
              NetworkDesign::smoothing,
              NetworkDesign::withLabelSmoothing),
          training(
              "optimizer",
              "training.optimizer",
              Values.named(OptimizerConfig.kinds(), OptimizerConfig::id),
              TrainingConfig::optimizer,
              TrainingConfig::withOptimizer),
          training(
              "learning-rate",
              "training.optimizer.learningRate",
              Values.numbers(OptimizerConfig.LEARNING_RATE, true),
              it -> it.optimizer().learningRate(),
              TrainingConfig::withLearningRate),
          new Factor<>(
              "momentum",
              "training.optimizer.momentum",
              Values.numbers(Range.below(0, 1), false),
              it -> momentum(it).map(knob -> (Double) knob.get(it.training().optimizer())),
              (it, value) ->
                  it.withTraining(
                      it.training()
                          .withOptimizer(
                              momentum(it)
                                  .map(knob -> knob.with(it.training().optimizer(), value))
                                  .orElse(it.training().optimizer())))),
          training(
              "schedule",
              "training.schedule",
              Values.named(LearningRateSchedule.kinds(), LearningRateSchedule::id),
              TrainingConfig::schedule,
              TrainingConfig::withSchedule),
          training(
              "batch-size",
              "training.batchSize",
              Values.whole(TrainingConfig.BATCH_SIZE, true),
              TrainingConfig::batchSize,
              TrainingConfig::withBatchSize),
          training(
              "epochs",
              "training.stopping.epochs",
              Values.whole(Stopping.EPOCHS, true),
              it -> it.stopping().epochs(),
              TrainingConfig::withEpochs),
          training(
              "early-stopping",
              "training.stopping.earlyStopping.patience",
              Values.whole(PATIENCE, true),
              Factor::patience,
              Factor::withPatience),
          training(
              "l1",
              "training.penalty.l1",
              Values.numbers(Penalty.FACTOR, true),
              it -> it.penalty().l1(),
              (it, value) -> it.withPenalty(new Penalty(value, it.penalty().l2()))),
          training(
              "l2",
              "training.penalty.l2",
              Values.numbers(Penalty.FACTOR, true),
              it -> it.penalty().l2(),
              (it, value) -> it.withPenalty(new Penalty(it.penalty().l1(), value))),
          training(
              "clip",
              "training.clipNorm",
              Values.numbers(TrainingConfig.CLIP_NORM, true),
              TrainingConfig::clipNorm,
              TrainingConfig::withClipNorm),
          training(
              "average",
              "training.averageEpochs",
              Values.whole(TrainingConfig.AVERAGE_EPOCHS, true),
              TrainingConfig::average,
              TrainingConfig::withAverage));

  /** The one of that name. */
  public static Optional<Factor<?>> find(String id) {
    return ALL.stream().filter(it -> it.id.equals(id)).findFirst();
  }

  /** Those that apply to an experiment. */
  public static List<Factor<?>> of(Experiment experiment) {
    return ALL.stream().filter(it -> it.get.apply(experiment).isPresent()).toList();
  }

  private static <T> Factor<T> network(
      String id,
      String nameKey,
      Values<T> values,
      Function<NetworkDesign, T> get,
      BiFunction<NetworkDesign, T, NetworkDesign> with) {
    return new Factor<>(
        id,
        nameKey,
        values,
        it -> Optional.of(get.apply(it.network())),
        (it, value) -> it.withNetwork(with.apply(it.network(), value)));
  }

  private static <T> Factor<T> training(
      String id,
      String nameKey,
      Values<T> values,
      Function<TrainingConfig, T> get,
      BiFunction<TrainingConfig, T, TrainingConfig> with) {
    return new Factor<>(
        id,
        nameKey,
        values,
        it -> Optional.of(get.apply(it.training())),
        (it, value) -> it.withTraining(with.apply(it.training(), value)));
  }

  private static Optional<Knob> momentum(Experiment experiment) {
    return experiment.training().optimizer().knobs().stream()
        .filter(knob -> knob.name().equals("momentum"))
        .findFirst();
  }

  private static int patience(TrainingConfig training) {
    var rule = training.stopping().earlyStopping();
    return rule == null ? 0 : rule.patience();
  }

  private static TrainingConfig withPatience(TrainingConfig training, int patience) {
    var rule = training.stopping().earlyStopping();
    var own = rule == null ? EarlyStopping.DEFAULT : rule;
    return training.withStopping(
        training
            .stopping()
            .withEarlyStopping(
                patience == 0
                    ? null
                    : new EarlyStopping(
                        own.monitor(), own.minDelta(), patience, own.restoreBest())));
  }

  /** What an experiment has, as a text; empty where it does not apply. */
  public Optional<String> present(Experiment experiment) {
    return get.apply(experiment).map(values.write());
  }

  /**
   * An experiment with another's choice, as far as its text says it: Adam with the numbers that it
   * usually has, whatever Beta 1 was.
   *
   * @param of whose choice it is; where it does not apply, nothing changes
   */
  public Experiment said(Experiment of, Experiment in) {
    return present(of).flatMap(values::of).map(value -> with.apply(in, value)).orElse(in);
  }
}
