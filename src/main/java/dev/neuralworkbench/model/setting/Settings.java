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
import dev.neuralworkbench.nn.HiddenLayers;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
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
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All settings, in the order in which they are applied: a kind before its numbers. */
public final class Settings {

  private static final Range PATIENCE = Range.whole(0, (long) EarlyStopping.PATIENCE.most());
  private static final double NANOS = 1e9;
  private static final String THRESHOLD = "training.stopping.lossThreshold";

  // Data.

  public static final Setting<Scaling> SCALING =
      of("preparation.scaling", "scaling", Values.names(Scaling.class), VARIED);

  public static final Setting<Double> USED =
      of(
          "preparation.split.used",
          "training-share",
          Values.numbers(Split.USED).called("SHARE").orUsually(1.0),
          VARIED_SELDOM);

  public static final Setting<Double> VALIDATION =
      of("preparation.split.validation", "validation", Values.shares(Split.SHARE), COMMON);

  public static final Setting<Double> TEST =
      of("preparation.split.test", "test", Values.shares(Split.SHARE), COMMON);

  public static final Setting<Boolean> STRATIFIED =
      of("preparation.split.stratified", "no-stratify", Values.flag(), SELDOM);

  public static final Setting<Long> SPLIT_SEED =
      of("preparation.split.seed", "split-seed", Values.seeds(), SELDOM);

  public static final Setting<Boolean> TOGETHER =
      of(
          "preparation.split.together",
          "keep-copies-together",
          Values.flag().orUsually(false),
          SELDOM);

  public static final Setting<MissingValues> MISSING =
      of("preparation.missing", "", Values.names(MissingValues.class), COMMON)
          .changing((it, missing) -> it.withPreparation(it.preparation().withMissing(missing)));

  public static final Setting<Integer> RARE =
      of(
          "preparation.rare",
          "rare",
          Values.whole(Preparation.RARE).called("ROWS").orUsually(1),
          COMMON);

  public static final Setting<Boolean> BALANCED =
      of("preparation.balanced", "balance", Values.flag().orUsually(false), SELDOM);

  /** Of balanced classes. */
  public static final Setting<Boolean> PRIOR_CORRECTED =
      of("preparation.priorCorrected", "correct-prior", Values.flag().orUsually(false), SELDOM)
          .where(it -> it.preparation().isBalanced());

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
      of("network.outputActivation", "", Values.names(Activation.class), COMMON);

  public static final Setting<Initializer> OUTPUT_INITIALIZER =
      of("network.outputInitializer", "", Values.names(Initializer.class), SELDOM);

  public static final Setting<Loss> LOSS =
      of("network.loss", "loss", Values.names(Loss.class), VARIED)
          .changing((it, loss) -> it.withNetwork(it.network().withLoss(loss)));

  public static final Setting<Double> LABEL_SMOOTHING =
      of(
          "network.labelSmoothing",
          "label-smoothing",
          Values.numbers(NetworkDesign.LABEL_SMOOTHING).called("SHARE").orNone("form.none"),
          VARIED_SELDOM);

  // Steps.

  public static final Setting<OptimizerConfig> OPTIMIZER =
      of(
          "training.optimizer",
          "optimizer",
          Values.named("optimizer.", OptimizerConfig.kinds(), OptimizerConfig::id),
          VARIED);

  public static final Setting<Double> LEARNING_RATE =
      of(
          "training.optimizer.learningRate",
          "learning-rate",
          Values.numbers(OptimizerConfig.LEARNING_RATE).byRatio(),
          VARIED);

  /** What each kind of optimizer has besides a rate. */
  public static final List<Setting<?>> OF_OPTIMIZERS =
      ofKinds("training.optimizer", OptimizerConfig.kinds(), OptimizerConfig::hyperparameters);

  public static final Setting<LearningRateSchedule> SCHEDULE =
      of(
          "training.schedule",
          "schedule",
          Values.named("schedule.", LearningRateSchedule.kinds(), LearningRateSchedule::id),
          VARIED);

  /** What each kind of schedule has. */
  public static final List<Setting<?>> OF_SCHEDULES =
      ofKinds(
          "training.schedule", LearningRateSchedule.kinds(), LearningRateSchedule::hyperparameters);

  public static final Setting<Integer> BATCH_SIZE =
      of(
          "training.batchSize",
          "batch-size",
          Values.whole(TrainingConfig.BATCH_SIZE).byRatio().orNone("form.batchSize.all"),
          VARIED);

  public static final Setting<Boolean> SHUFFLE = of("training.shuffle", "", Values.flag(), SELDOM);

  // End.

  public static final Setting<Integer> EPOCHS =
      of("training.stopping.epochs", "epochs", Values.whole(Stopping.EPOCHS).byRatio(), VARIED);

  /** 0 for never. */
  public static final Setting<Integer> EARLY_STOPPING =
      new Setting<>(
          "training.stopping.earlyStopping.patience",
          "early-stopping",
          Values.whole(PATIENCE).byRatio().called("PATIENCE"),
          it -> Optional.of(patience(it.training().stopping())),
          (it, patience) ->
              it.withTraining(
                  it.training().withStopping(withPatience(it.training().stopping(), patience))),
          VARIED);

  /** What early stopping has once it is on. */
  public static final List<Setting<?>> OF_EARLY_STOPPING =
      Stream.concat(
              Stream.of(
                  of(
                      "training.stopping.earlyStopping.monitor",
                      "",
                      Values.names(Monitor.class),
                      COMMON)),
              ofKinds(
                  "training.stopping.earlyStopping",
                  List.of(EarlyStopping.DEFAULT),
                  _ -> EarlyStopping.HYPERPARAMETERS)
                  .stream())
          .toList();

  public static final Setting<Double> L1 =
      of("training.penalty.l1", "l1", penalties(), VARIED_SELDOM);

  public static final Setting<Double> L2 = of("training.penalty.l2", "l2", penalties(), VARIED);

  public static final Setting<Double> CLIP =
      of(
          "training.clipNorm",
          "clip",
          Values.numbers(TrainingConfig.CLIP_NORM).byRatio().orNone("form.noLimit"),
          VARIED_SELDOM);

  public static final Setting<Double> MAX_NORM =
      of(
          "training.maxNorm",
          "max-norm",
          Values.numbers(TrainingConfig.MAX_NORM).byRatio().orNone("form.noLimit"),
          VARIED_SELDOM);

  public static final Setting<Integer> AVERAGE =
      of(
          "training.averageEpochs",
          "average",
          Values.whole(TrainingConfig.AVERAGE_EPOCHS)
              .byRatio()
              .called("EPOCHS")
              .orNone("form.none"),
          VARIED_SELDOM);

  /** Folds judge in place of validation rows: with some, none are held out. */
  public static final Setting<Integer> FOLDS =
      of(
              "training.judgingFolds",
              "judging-folds",
              Values.whole(TrainingConfig.FOLDS).orNone("form.none"),
              COMMON)
          .changing(
              (it, folds) -> {
                var judged = it.withTraining(it.training().withFolds(folds));
                return folds < 2 ? judged : VALIDATION.with().apply(judged, 0.0);
              });

  public static final Setting<Double> UNTIL_LOSS =
      of(
              THRESHOLD,
              "until-loss",
              Values.shares(Stopping.LOSS_THRESHOLD).called("X").orNone("form.noLimit"),
              SELDOM)
          .changing((it, loss) -> Records.with(it, THRESHOLD, loss == 0 ? null : loss));

  /** In seconds. */
  public static final Setting<Double> TIME_LIMIT =
      new Setting<>(
          "training.stopping.timeLimit",
          "",
          Values.numbers(Stopping.SECONDS).orNone("form.noLimit"),
          it -> Optional.of(seconds(it.training().stopping().timeLimit())),
          (it, seconds) ->
              Records.with(
                  it,
                  "training.stopping.timeLimit",
                  seconds == 0 ? null : Duration.ofNanos(Math.round(seconds * NANOS))),
          SELDOM);

  public static final Setting<Long> SEED = of("training.seed", "seed", Values.seeds(), COMMON);

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
                  L1, L2, CLIP, MAX_NORM, AVERAGE, FOLDS, VALIDATION, TEST, STRATIFIED, TOGETHER),
              List.<Setting<?>>of(
                  MISSING,
                  RARE,
                  BALANCED,
                  PRIOR_CORRECTED,
                  UNTIL_LOSS,
                  TIME_LIMIT,
                  SEED,
                  SPLIT_SEED))
          .flatMap(List::stream)
          .toList();

  /** Those that a study varies. */
  public static final List<Setting<?>> VARIABLE =
      ALL.stream().filter(it -> it.place().isVaried()).toList();

  private Settings() {}

  /** The one of that name, or of that in files, which a study varies. */
  public static Optional<Setting<?>> variable(String name) {
    return VARIABLE.stream()
        .filter(it -> it.name().equals(name) || it.id().equals(name))
        .findFirst();
  }

  /** Those that a study varies and that apply to an experiment. */
  public static List<Setting<?>> variable(Experiment experiment) {
    return VARIABLE.stream().filter(it -> it.get().apply(experiment).isPresent()).toList();
  }

  /** Whether a component is a setting that is usually left as it is. */
  public static boolean isSeldom(String component) {
    return ALL.stream().anyMatch(it -> it.place().isSeldom() && it.component().equals(component));
  }

  /**
   * A setting that is a component of an experiment's records; where it is null, its values say what
   * that stands for.
   *
   * @param path such as {@code training.optimizer.learningRate}
   */
  private static <T> Setting<T> of(String path, String id, Values<T> values, Place place) {
    return new Setting<>(
        path,
        id,
        values,
        it -> Optional.ofNullable(values.ofComponent(Records.get(it, path))),
        (it, value) -> Records.with(it, path, value),
        place);
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

  /** The numbers and switches of some kinds of records, each for its kind alone. */
  private static <K> List<Setting<?>> ofKinds(
      String path, List<K> kinds, Function<K, List<Hyperparameter>> of) {
    return kinds.stream()
        .<Setting<?>>flatMap(
            kind -> of.apply(kind).stream().map(one -> ofKind(path, kind.getClass(), one)))
        .toList();
  }

  /** A component of records of a kind; momentum is an option, too. */
  private static Setting<?> ofKind(String path, Class<?> kind, Hyperparameter one) {
    var component = path + "." + one.name();
    var range = one.range();
    var place = one.seldom() ? SELDOM : COMMON;
    Predicate<Experiment> applies = it -> kind.isInstance(Records.get(it, path));
    if (range == null) {
      return of(component, "", Values.flag(), place).where(applies);
    }
    return one.name().equals("momentum")
        ? of(component, "momentum", Values.numbers(range), VARIED).where(applies)
        : of(component, "", Values.numbers(range), place).where(applies);
  }

  private static Values<Double> penalties() {
    return Values.numbers(Penalty.FACTOR).byRatio().orNone("form.none");
  }

  private static double seconds(@Nullable Duration limit) {
    return limit == null ? 0 : limit.toNanos() / NANOS;
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
