package dev.neuralworkbench.ui.training;

import dev.neuralworkbench.train.OptimizerConfig;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.ui.common.Choice;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.value.ObservableValue;

/** The choices of the training form. */
public final class TrainingViewModel {

  private final Workspace workspace;

  public TrainingViewModel(Workspace workspace) {
    this.workspace = workspace;
  }

  // Read-only properties.

  /** The kind of the optimizer, as the id of its configuration. */
  public ObservableValue<String> optimizerKind() {
    return training().map(config -> config.optimizer().id());
  }

  /** The optimizer as it is now, numbers included. */
  public OptimizerConfig optimizer() {
    return training().getValue().optimizer();
  }

  private ObservableValue<TrainingConfig> training() {
    return workspace.draft().map(draft -> draft.training());
  }

  // Choices.

  /** Which optimizer; a new one starts with its default numbers. */
  public Choice<String> kind() {
    return choice(
        "training.optimizer",
        "form.optimizer",
        config -> config.optimizer().id(),
        (config, id) -> config.withOptimizer(ofKind(id)));
  }

  /** The learning rate. */
  public Choice<Double> learningRate() {
    return choice(
        "training.optimizer.learningRate",
        "form.learningRate",
        config -> config.optimizer().learningRate(),
        TrainingConfig::withLearningRate);
  }

  /**
   * A number that one kind of optimizer has; 0 while another kind is chosen.
   *
   * @param name name of the number in problems
   * @param set the optimizer with another number
   */
  <O extends OptimizerConfig> Choice<Double> number(
      Class<O> kind, String name, ToDoubleFunction<O> get, BiFunction<O, Double, O> set) {
    return choice(
        "training.optimizer." + name,
        "form." + name,
        config ->
            kind.isInstance(config.optimizer())
                ? get.applyAsDouble(kind.cast(config.optimizer()))
                : 0,
        (config, value) ->
            kind.isInstance(config.optimizer())
                ? config.withOptimizer(set.apply(kind.cast(config.optimizer()), value))
                : config);
  }

  /** Yes or no of one kind of optimizer; no while another kind is chosen. */
  <O extends OptimizerConfig> Choice<Boolean> flag(
      Class<O> kind, String name, Function<O, Boolean> get, BiFunction<O, Boolean, O> set) {
    return choice(
        "training.optimizer." + name,
        "form." + name,
        config -> kind.isInstance(config.optimizer()) && get.apply(kind.cast(config.optimizer())),
        (config, value) ->
            kind.isInstance(config.optimizer())
                ? config.withOptimizer(set.apply(kind.cast(config.optimizer()), value))
                : config);
  }

  /** Rows a step; 0 for all. */
  public Choice<Double> batchSize() {
    return choice(
        "training.batchSize",
        "form.batchSize",
        config -> (double) config.batchSize(),
        (config, rows) -> config.withBatchSize(rows.intValue()));
  }

  /** Passes over the training rows. */
  public Choice<Double> epochs() {
    return choice(
        "training.stopping.epochs",
        "form.epochs",
        config -> (double) config.stopping().epochs(),
        (config, epochs) -> config.withEpochs(epochs.intValue()));
  }

  /** Seed of weights, shuffles and dropout. */
  public Choice<Double> seed() {
    return choice(
        "training.seed",
        "form.seed",
        config -> (double) config.seed(),
        (config, seed) -> config.withSeed(seed.longValue()));
  }

  private <T> Choice<T> choice(
      String component,
      String nameKey,
      Function<TrainingConfig, T> get,
      BiFunction<TrainingConfig, T, TrainingConfig> set) {
    return workspace.choice(
        component,
        nameKey,
        draft -> get.apply(draft.training()),
        (draft, value) -> draft.withTraining(set.apply(draft.training(), value)));
  }

  private static OptimizerConfig ofKind(String id) {
    return OptimizerConfig.kinds().stream()
        .filter(kind -> kind.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("expected an optimizer, received " + id));
  }
}
