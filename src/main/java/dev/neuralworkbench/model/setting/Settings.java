package dev.neuralworkbench.model.setting;

import static dev.neuralworkbench.model.setting.Setting.Place.COMMON;
import static dev.neuralworkbench.model.setting.Setting.Place.SELDOM;
import static dev.neuralworkbench.model.setting.Setting.Place.VARIED;
import static dev.neuralworkbench.model.setting.Setting.Place.VARIED_SELDOM;

import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.setting.Setting.Place;
import dev.neuralworkbench.nn.DropoutDesign;
import dev.neuralworkbench.nn.HiddenLayers;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Initializer;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.problem.Hyperparameter;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.train.EarlyStopping;
import dev.neuralworkbench.train.Monitor;
import dev.neuralworkbench.train.Penalty;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.schedule.LearningRateSchedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** All settings, in the order in which they are applied: a kind before its numbers. */
public final class Settings {

  private static final Range PATIENCE = Range.whole(0, (long) EarlyStopping.PATIENCE.most());
  private static final double NANOS = 1e9;

  // Data.

  public static final Setting<Scaling> SCALING =
      preparation(
          "scaling",
          "scaling",
          Values.names(Scaling.class),
          Preparation::scaling,
          Preparation::withScaling,
          VARIED);

  public static final Setting<Double> USED =
      ofSplit(
          "used",
          "training-share",
          Values.numbers(Split.USED).called("SHARE"),
          Split::usedShare,
          Split::withUsed,
          VARIED_SELDOM);

  public static final Setting<Double> VALIDATION =
      split(
          "validation",
          "validation",
          Split.SHARE,
          Split::validation,
          Split::withValidation,
          COMMON);

  public static final Setting<Double> TEST =
      split("test", "test", Split.SHARE, Split::test, Split::withTest, COMMON);

  public static final Setting<Boolean> STRATIFIED =
      ofSplit(
          "stratified",
          "no-stratify",
          Values.flag(),
          Split::stratified,
          Split::withStratified,
          SELDOM);

  public static final Setting<Long> SPLIT_SEED =
      ofSplit("seed", "split-seed", Values.seeds(), Split::seed, Split::withSeed, SELDOM);

  public static final Setting<MissingValues> MISSING =
      preparation(
          "missing",
          "",
          Values.names(MissingValues.class),
          Preparation::missing,
          Preparation::withMissing,
          COMMON);

  public static final Setting<Integer> RARE =
      preparation(
          "rare",
          "rare",
          Values.whole(Preparation.RARE).called("ROWS"),
          Preparation::rareRows,
          Preparation::withRare,
          COMMON);

  public static final Setting<Boolean> BALANCED =
      preparation(
          "balanced",
          "balance",
          Values.flag(),
          Preparation::isBalanced,
          Preparation::withBalanced,
          SELDOM);

  // Network.

  public static final Setting<List<Integer>> HIDDEN =
      network(
          "hidden",
          "hidden",
          Values.layers(),
          HiddenLayers::units,
          HiddenLayers::withUnits,
          VARIED);

  public static final Setting<Double> DROPOUT =
      network(
          "hidden.rate",
          "dropout",
          Values.numbers(DropoutDesign.RATE).called("RATE"),
          HiddenLayers::dropout,
          HiddenLayers::withDropout,
          VARIED);

  public static final Setting<Activation> ACTIVATION =
      network(
          "hidden.activation",
          "activation",
          Values.names(Activation.class),
          HiddenLayers::activation,
          HiddenLayers::withActivation,
          VARIED);

  public static final Setting<Initializer> INITIALIZER =
      network(
          "hidden.initializer",
          "initializer",
          Values.names(Initializer.class),
          NetworkDesign::outputInitializer,
          HiddenLayers::withInitializer,
          VARIED_SELDOM);

  public static final Setting<Activation> OUTPUT_ACTIVATION =
      network(
          "outputActivation",
          "",
          Values.names(Activation.class),
          NetworkDesign::outputActivation,
          NetworkDesign::withOutputActivation,
          COMMON);

  public static final Setting<Initializer> OUTPUT_INITIALIZER =
      network(
          "outputInitializer",
          "",
          Values.names(Initializer.class),
          NetworkDesign::outputInitializer,
          NetworkDesign::withOutputInitializer,
          SELDOM);

  public static final Setting<Loss> LOSS =
      network(
          "loss",
          "loss",
          Values.names(Loss.class),
          NetworkDesign::loss,
          NetworkDesign::withLoss,
          VARIED);

  public static final Setting<Double> LABEL_SMOOTHING =
      network(
          "labelSmoothing",
          "label-smoothing",
          Values.numbers(NetworkDesign.LABEL_SMOOTHING).called("SHARE").orNone("form.none"),
          NetworkDesign::smoothing,
          NetworkDesign::withLabelSmoothing,
          VARIED_SELDOM);

  // Steps.

  public static final Setting<OptimizerConfig> OPTIMIZER =
      training(
          "optimizer",
          "optimizer",
          Values.named("optimizer.", OptimizerConfig.kinds(), OptimizerConfig::id),
          TrainingConfig::optimizer,
          TrainingConfig::withOptimizer,
          VARIED);

  public static final Setting<Double> LEARNING_RATE =
      training(
          "optimizer.learningRate",
          "learning-rate",
          Values.numbers(OptimizerConfig.LEARNING_RATE).byRatio(),
          it -> it.optimizer().learningRate(),
          TrainingConfig::withLearningRate,
          VARIED);

  /** What each kind of optimizer has besides a rate. */
  public static final List<Setting<?>> OF_OPTIMIZERS =
      ofKinds(
          "optimizer.",
          OptimizerConfig.kinds(),
          OptimizerConfig::hyperparameters,
          TrainingConfig::optimizer,
          TrainingConfig::withOptimizer);

  public static final Setting<LearningRateSchedule> SCHEDULE =
      training(
          "schedule",
          "schedule",
          Values.named("schedule.", LearningRateSchedule.kinds(), LearningRateSchedule::id),
          TrainingConfig::schedule,
          TrainingConfig::withSchedule,
          VARIED);

  /** What each kind of schedule has. */
  public static final List<Setting<?>> OF_SCHEDULES =
      ofKinds(
          "schedule.",
          LearningRateSchedule.kinds(),
          LearningRateSchedule::hyperparameters,
          TrainingConfig::schedule,
          TrainingConfig::withSchedule);

  public static final Setting<Integer> BATCH_SIZE =
      training(
          "batchSize",
          "batch-size",
          Values.whole(TrainingConfig.BATCH_SIZE).byRatio().orNone("form.batchSize.all"),
          TrainingConfig::batchSize,
          TrainingConfig::withBatchSize,
          VARIED);

  public static final Setting<Boolean> SHUFFLE =
      training(
          "shuffle",
          "",
          Values.flag(),
          TrainingConfig::shuffle,
          TrainingConfig::withShuffle,
          SELDOM);

  // End.

  public static final Setting<Integer> EPOCHS =
      stopping(
          "epochs",
          "epochs",
          Values.whole(Stopping.EPOCHS).byRatio(),
          Stopping::epochs,
          Stopping::withEpochs,
          VARIED);

  /** 0 for never. */
  public static final Setting<Integer> EARLY_STOPPING =
      stopping(
          "earlyStopping.patience",
          "early-stopping",
          Values.whole(PATIENCE).byRatio().called("PATIENCE"),
          Settings::patience,
          Settings::withPatience,
          VARIED);

  /** What early stopping has once it is on. */
  public static final List<Setting<?>> OF_EARLY_STOPPING = ofEarlyStopping();

  public static final Setting<Double> L1 =
      training(
          "penalty.l1",
          "l1",
          Values.numbers(Penalty.FACTOR).byRatio().orNone("form.none"),
          it -> it.penalty().l1(),
          (it, value) -> it.withPenalty(new Penalty(value, it.penalty().l2())),
          VARIED_SELDOM);

  public static final Setting<Double> L2 =
      training(
          "penalty.l2",
          "l2",
          Values.numbers(Penalty.FACTOR).byRatio().orNone("form.none"),
          it -> it.penalty().l2(),
          (it, value) -> it.withPenalty(new Penalty(it.penalty().l1(), value)),
          VARIED_SELDOM);

  public static final Setting<Double> CLIP =
      training(
          "clipNorm",
          "clip",
          Values.numbers(TrainingConfig.CLIP_NORM).byRatio().orNone("form.noLimit"),
          TrainingConfig::clipNorm,
          TrainingConfig::withClipNorm,
          VARIED_SELDOM);

  public static final Setting<Double> MAX_NORM =
      training(
          "maxNorm",
          "max-norm",
          Values.numbers(TrainingConfig.MAX_NORM).byRatio().orNone("form.noLimit"),
          TrainingConfig::unitNorm,
          TrainingConfig::withMaxNorm,
          VARIED_SELDOM);

  public static final Setting<Integer> AVERAGE =
      training(
          "averageEpochs",
          "average",
          Values.whole(TrainingConfig.AVERAGE_EPOCHS)
              .byRatio()
              .called("EPOCHS")
              .orNone("form.none"),
          TrainingConfig::average,
          TrainingConfig::withAverage,
          VARIED_SELDOM);

  /** Folds judge in place of validation rows: with some, none are held out. */
  public static final Setting<Integer> FOLDS =
      new Setting<>(
          "training.judgingFolds",
          "judging-folds",
          Values.whole(TrainingConfig.FOLDS).orNone("form.none"),
          it -> Optional.of(it.training().foldCount()),
          (it, folds) -> {
            var judged = it.withTraining(it.training().withFolds(folds));
            return folds < 2 ? judged : VALIDATION.with().apply(judged, 0.0);
          },
          COMMON);

  public static final Setting<Double> UNTIL_LOSS =
      stopping(
          "lossThreshold",
          "until-loss",
          Values.shares(Stopping.LOSS_THRESHOLD).called("X").orNone("form.noLimit"),
          it -> it.lossThreshold() == null ? 0 : it.lossThreshold(),
          (it, loss) -> it.withLossThreshold(loss == 0 ? null : loss),
          SELDOM);

  /** In seconds. */
  public static final Setting<Double> TIME_LIMIT =
      stopping(
          "timeLimit",
          "",
          Values.numbers(Stopping.SECONDS).orNone("form.noLimit"),
          it -> it.timeLimit() == null ? 0 : it.timeLimit().toNanos() / NANOS,
          (it, seconds) ->
              it.withTimeLimit(seconds == 0 ? null : Duration.ofNanos(Math.round(seconds * NANOS))),
          SELDOM);

  public static final Setting<Long> SEED =
      training(
          "seed", "seed", Values.seeds(), TrainingConfig::seed, TrainingConfig::withSeed, COMMON);

  /** All of them. */
  public static final List<Setting<?>> ALL =
      Stream.of(
              List.<Setting<?>>of(SCALING, USED, HIDDEN, DROPOUT, ACTIVATION, INITIALIZER),
              List.<Setting<?>>of(OUTPUT_ACTIVATION, OUTPUT_INITIALIZER, LOSS, LABEL_SMOOTHING),
              List.<Setting<?>>of(OPTIMIZER, LEARNING_RATE),
              OF_OPTIMIZERS,
              List.<Setting<?>>of(SCHEDULE),
              OF_SCHEDULES,
              List.<Setting<?>>of(BATCH_SIZE, SHUFFLE, EPOCHS, EARLY_STOPPING),
              OF_EARLY_STOPPING,
              List.<Setting<?>>of(
                  L1, L2, CLIP, MAX_NORM, AVERAGE, FOLDS, VALIDATION, TEST, STRATIFIED),
              List.<Setting<?>>of(
                  MISSING, RARE, BALANCED, UNTIL_LOSS, TIME_LIMIT, SEED, SPLIT_SEED))
          .flatMap(List::stream)
          .toList();

  /** Those that a study varies. */
  public static final List<Setting<?>> VARIABLE =
      ALL.stream().filter(it -> it.place().isVaried()).toList();

  private Settings() {}

  /** The one of that name that a study varies. */
  public static Optional<Setting<?>> variable(String id) {
    return VARIABLE.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /** Those that a study varies and that apply to an experiment. */
  public static List<Setting<?>> variable(Experiment experiment) {
    return VARIABLE.stream().filter(it -> it.get().apply(experiment).isPresent()).toList();
  }

  /** Whether a component is a setting that is usually left as it is. */
  public static boolean isSeldom(String component) {
    return ALL.stream().anyMatch(it -> it.place().isSeldom() && it.component().equals(component));
  }

  private static <T> Setting<T> preparation(
      String name,
      String id,
      Values<T> values,
      Function<Preparation, T> get,
      BiFunction<Preparation, T, Preparation> with,
      Place place) {
    return new Setting<>(
        "preparation." + name,
        id,
        values,
        it -> Optional.of(get.apply(it.preparation())),
        (it, value) -> it.withPreparation(with.apply(it.preparation(), value)),
        place);
  }

  private static <T> Setting<T> ofSplit(
      String name,
      String id,
      Values<T> values,
      Function<Split, T> get,
      BiFunction<Split, T, Split> with,
      Place place) {
    return preparation(
        "split." + name,
        id,
        values,
        it -> get.apply(it.split()),
        (it, value) -> it.withSplit(with.apply(it.split(), value)),
        place);
  }

  private static Setting<Double> split(
      String name,
      String id,
      Range range,
      Function<Split, Double> get,
      BiFunction<Split, Double, Split> with,
      Place place) {
    return ofSplit(name, id, Values.shares(range), get, with, place);
  }

  private static <T> Setting<T> network(
      String name,
      String id,
      Values<T> values,
      Function<NetworkDesign, T> get,
      BiFunction<NetworkDesign, T, NetworkDesign> with,
      Place place) {
    return new Setting<>(
        "network." + name,
        id,
        values,
        it -> Optional.of(get.apply(it.network())),
        (it, value) -> it.withNetwork(with.apply(it.network(), value)),
        place);
  }

  private static <T> Setting<T> training(
      String name,
      String id,
      Values<T> values,
      Function<TrainingConfig, T> get,
      BiFunction<TrainingConfig, T, TrainingConfig> with,
      Place place) {
    return maybe(name, id, values, it -> Optional.of(get.apply(it)), with, place);
  }

  private static <T> Setting<T> maybe(
      String name,
      String id,
      Values<T> values,
      Function<TrainingConfig, Optional<T>> get,
      BiFunction<TrainingConfig, T, TrainingConfig> with,
      Place place) {
    return new Setting<>(
        "training." + name,
        id,
        values,
        it -> get.apply(it.training()),
        (it, value) -> it.withTraining(with.apply(it.training(), value)),
        place);
  }

  private static <T> Setting<T> stopping(
      String name,
      String id,
      Values<T> values,
      Function<Stopping, T> get,
      BiFunction<Stopping, T, Stopping> with,
      Place place) {
    return training(
        "stopping." + name,
        id,
        values,
        it -> get.apply(it.stopping()),
        (it, value) -> it.withStopping(with.apply(it.stopping(), value)),
        place);
  }

  /** The numbers and switches of some kinds, each for its kind alone. */
  private static <K> List<Setting<?>> ofKinds(
      String prefix,
      List<K> kinds,
      Function<K, List<Hyperparameter>> of,
      Function<TrainingConfig, K> get,
      BiFunction<TrainingConfig, K, TrainingConfig> with) {
    var settings = new ArrayList<Setting<?>>();
    for (var kind : kinds) {
      for (var one : of.apply(kind)) {
        settings.add(
            component(
                prefix,
                one,
                it -> Optional.of(get.apply(it)).filter(has -> has.getClass() == kind.getClass()),
                with));
      }
    }
    return List.copyOf(settings);
  }

  private static List<Setting<?>> ofEarlyStopping() {
    Function<TrainingConfig, Optional<EarlyStopping>> get =
        it -> Optional.ofNullable(it.stopping().earlyStopping());
    BiFunction<TrainingConfig, EarlyStopping, TrainingConfig> with =
        (it, rule) -> it.withStopping(it.stopping().withEarlyStopping(rule));
    var settings = new ArrayList<Setting<?>>();
    settings.add(
        maybe(
            "stopping.earlyStopping.monitor",
            "",
            Values.names(Monitor.class),
            it -> get.apply(it).map(EarlyStopping::monitor),
            (it, value) ->
                get.apply(it).map(rule -> with.apply(it, rule.withMonitor(value))).orElse(it),
            COMMON));
    for (var one : EarlyStopping.HYPERPARAMETERS) {
      settings.add(component("stopping.earlyStopping.", one, get, with));
    }
    return List.copyOf(settings);
  }

  /** A component of a record that a training may have; momentum is an option, too. */
  private static <K> Setting<?> component(
      String prefix,
      Hyperparameter one,
      Function<TrainingConfig, Optional<K>> get,
      BiFunction<TrainingConfig, K, TrainingConfig> with) {
    var name = one.name();
    var range = one.range();
    if (range == null) {
      return maybe(
          prefix + name,
          "",
          Values.flag(),
          it -> get.apply(it).map(has -> (Boolean) Records.get(has, name)),
          (it, value) -> changed(it, name, value, get, with),
          one.seldom() ? SELDOM : COMMON);
    }
    var isOption = name.equals("momentum");
    return maybe(
        prefix + name,
        isOption ? name : "",
        Values.numbers(range),
        it -> get.apply(it).map(has -> number(has, name)),
        (it, value) -> changed(it, name, value, get, with),
        isOption ? VARIED : one.seldom() ? SELDOM : COMMON);
  }

  private static double number(Object of, String name) {
    return ((Number) Objects.requireNonNull(Records.get(of, name), name)).doubleValue();
  }

  private static <K> TrainingConfig changed(
      TrainingConfig config,
      String name,
      Object value,
      Function<TrainingConfig, Optional<K>> get,
      BiFunction<TrainingConfig, K, TrainingConfig> with) {
    return get.apply(config)
        .map(has -> with.apply(config, Records.with(has, name, value)))
        .orElse(config);
  }

  private static int patience(Stopping stopping) {
    var rule = stopping.earlyStopping();
    return rule == null ? 0 : rule.patience();
  }

  private static Stopping withPatience(Stopping stopping, int patience) {
    var rule = stopping.earlyStopping();
    var own = rule == null ? EarlyStopping.DEFAULT : rule;
    return stopping.withEarlyStopping(
        patience == 0 ? null : Records.with(own, "patience", patience));
  }
}
