package dev.neuralworkbench.ui.training;

import dev.neuralworkbench.problem.Knob;
import dev.neuralworkbench.train.Penalty;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.schedule.LearningRateSchedule;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;

/** The choices of the training form. The name of each is that of its component. */
public record TrainingViewModel(Workspace workspace) {

  private static final List<String> SELDOM_NEEDED =
      List.of(
          "training.penalty",
          "training.clipNorm",
          "training.averageEpochs",
          "training.stopping.lossThreshold",
          "training.stopping.timeLimit");

  // Read-only properties.

  /** The optimizer as it is now, numbers included. */
  public OptimizerConfig optimizer() {
    return training().getValue().optimizer();
  }

  /** The schedule as it is now, numbers included. */
  LearningRateSchedule schedule() {
    return training().getValue().schedule();
  }

  /** Whether a choice that is seldom needed has a problem. */
  ObservableValue<Boolean> wrongAmongSeldomNeeded() {
    return workspace
        .problems()
        .map(all -> all.stream().anyMatch(problem -> isSeldomNeeded(problem.component())));
  }

  private boolean isSeldomNeeded(String component) {
    return SELDOM_NEEDED.stream().anyMatch(component::startsWith)
        || optimizer().knobs().stream()
            .anyMatch(it -> it.seldom() && component.equals(OptimizerConfig.COMPONENT + it.name()));
  }

  ObservableValue<TrainingConfig> training() {
    return workspace.draft().map(draft -> draft.training());
  }

  // Choices.

  /** Which optimizer; a new one starts with its default numbers. */
  public Choice<String> kind() {
    return choice(
        "training.optimizer",
        config -> config.optimizer().id(),
        (config, id) ->
            config.withOptimizer(ofId(OptimizerConfig.kinds(), OptimizerConfig::id, id)));
  }

  public Choice<Double> learningRate() {
    return choice(
        "training.optimizer.learningRate",
        config -> config.optimizer().learningRate(),
        TrainingConfig::withLearningRate);
  }

  /** How the rate changes; a new kind of schedule starts with its default numbers. */
  Choice<String> scheduleKind() {
    return choice(
        "training.schedule",
        config -> config.schedule().id(),
        (config, id) ->
            config.withSchedule(ofId(LearningRateSchedule.kinds(), LearningRateSchedule::id, id)));
  }

  /**
   * A choice that one kind of optimizer has.
   *
   * @param kind one of the kind; stands in while another is chosen
   */
  <T> Choice<T> ofOptimizer(OptimizerConfig kind, Knob knob, Class<T> type) {
    return ofKind(
        OptimizerConfig.COMPONENT,
        TrainingConfig::optimizer,
        TrainingConfig::withOptimizer,
        kind,
        knob,
        type);
  }

  <T> Choice<T> ofSchedule(LearningRateSchedule kind, Knob knob, Class<T> type) {
    return ofKind(
        LearningRateSchedule.COMPONENT,
        TrainingConfig::schedule,
        TrainingConfig::withSchedule,
        kind,
        knob,
        type);
  }

  private <K, T> Choice<T> ofKind(
      String prefix,
      Function<TrainingConfig, K> get,
      BiFunction<TrainingConfig, K, TrainingConfig> set,
      K kind,
      Knob knob,
      Class<T> type) {
    return choice(
        prefix + knob.name(),
        config -> {
          var chosen = get.apply(config);
          return type.cast(knob.get(chosen.getClass() == kind.getClass() ? chosen : kind));
        },
        (config, value) -> {
          var chosen = get.apply(config);
          return chosen.getClass() == kind.getClass()
              ? set.apply(config, knob.with(chosen, value))
              : config;
        });
  }

  /** Rows a step; 0 for all. */
  public Choice<Double> batchSize() {
    return choice(
        "training.batchSize",
        config -> (double) config.batchSize(),
        (config, rows) -> config.withBatchSize(rows.intValue()));
  }

  /** Whether every epoch takes the rows in another order. */
  Choice<Boolean> shuffle() {
    return choice("training.shuffle", TrainingConfig::shuffle, TrainingConfig::withShuffle);
  }

  /** Seed of weights, shuffles and dropout. */
  public Choice<Double> seed() {
    return choice(
        "training.seed",
        config -> (double) config.seed(),
        (config, seed) -> config.withSeed(seed.longValue()));
  }

  Choice<Double> ofPenalty(Knob knob) {
    return choice(
        Penalty.COMPONENT + knob.name(),
        config -> (Double) knob.get(config.penalty()),
        (config, price) -> config.withPenalty(knob.with(config.penalty(), price)));
  }

  /** The longest gradient; 0 for no limit. */
  Choice<Double> clipNorm() {
    return choice("training.clipNorm", TrainingConfig::clipNorm, TrainingConfig::withClipNorm);
  }

  /** Over how many epochs weights are averaged; 0 for none. */
  Choice<Double> average() {
    return choice(
        "training.averageEpochs",
        config -> (double) config.average(),
        (config, epochs) -> config.withAverage(epochs.intValue()));
  }

  /** The folds that judge a run; some take the place of validation rows. 0 for none. */
  Choice<Double> folds() {
    return workspace.choice(
        "training.judgingFolds",
        "training.judgingFolds",
        draft -> (double) draft.training().foldCount(),
        (draft, folds) -> {
          var judged = draft.withTraining(draft.training().withFolds(folds.intValue()));
          var split = draft.preparation().split();
          return folds < 2
              ? judged
              : judged.withPreparation(draft.preparation().withSplit(split.withValidation(0)));
        });
  }

  StoppingChoices stopping() {
    return new StoppingChoices(this, workspace.facts());
  }

  <T> Choice<T> choice(
      String component,
      Function<TrainingConfig, T> get,
      BiFunction<TrainingConfig, T, TrainingConfig> set) {
    return workspace.choice(
        component,
        component,
        draft -> get.apply(draft.training()),
        (draft, value) -> draft.withTraining(set.apply(draft.training(), value)));
  }

  private static <K> K ofId(List<K> kinds, Function<K, String> idOf, String id) {
    return kinds.stream()
        .filter(kind -> idOf.apply(kind).equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("expected a kind, received " + id));
  }
}
