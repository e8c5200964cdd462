package dev.neuralworkbench.model;

import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.train.Checkpoint;
import dev.neuralworkbench.train.Intervention;
import dev.neuralworkbench.train.TrainingHistory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trained network with all that it needs to answer for raw rows.
 *
 * @param weights the weights that predict: the best ones if they were restored
 * @param history how the run went; not appended to any more
 * @param checkpoint where the run can go on; null if it cannot
 * @param background the training rows that came with its file; null where they are still to be
 *     {@linkplain Background#of drawn}
 * @param decision which class is predicted; null for the most probable
 */
public record Model(
    Experiment experiment,
    Preprocessor preprocessor,
    NetworkWeights weights,
    TrainingHistory history,
    @Nullable Checkpoint checkpoint,
    @Nullable Background background,
    @Nullable Decision decision) {

  /** A model that comes from no file. */
  public Model(
      Experiment experiment,
      Preprocessor preprocessor,
      NetworkWeights weights,
      TrainingHistory history,
      @Nullable Checkpoint checkpoint) {
    this(experiment, preprocessor, weights, history, checkpoint, null, null);
  }

  /** The same with the training rows that came with it. */
  public Model withBackground(@Nullable Background background) {
    return new Model(experiment, preprocessor, weights, history, checkpoint, background, decision);
  }

  /** The same with other weights, from which no run goes on. */
  public Model withWeights(NetworkWeights weights) {
    return new Model(experiment, preprocessor, weights, history, null, background, decision);
  }

  /** Whether another is this one but for its decision: by identity, as comparing takes time. */
  @SuppressWarnings("ReferenceEquality")
  public boolean isButDecided(@Nullable Model other) {
    return other != null && weights == other.weights && history == other.history;
  }

  /** The same that predicts classes otherwise. */
  public Model withDecision(@Nullable Decision decision) {
    return new Model(experiment, preprocessor, weights, history, checkpoint, background, decision);
  }

  /**
   * The same with the decision of the one before it, as a setting outlives its training: but for a
   * threshold that was found for the probabilities of that one, and costs of other classes.
   */
  public Model decidedAs(@Nullable Model before) {
    return before == null
            || before.decision == null
            || (before.decision instanceof Decision.Threshold(_, _, var found, _) && found != null)
            || !classNames().equals(before.classNames())
        ? this
        : withDecision(before.decision);
  }

  /**
   * The choices as the run ended with them: those it was trained with, but for a learning rate that
   * was changed by hand while it went.
   */
  public Experiment lastChoices() {
    return lastChoices(experiment, history);
  }

  /** The same of a run. */
  public static Experiment lastChoices(Experiment begun, TrainingHistory history) {
    return history.interventions().reversed().stream()
        .filter(Intervention.RateChange.class::isInstance)
        .map(change -> ((Intervention.RateChange) change).after())
        .findFirst()
        .map(rate -> begun.withTraining(begun.training().withLearningRate(rate)))
        .orElse(begun);
  }

  /** Whether its weights were set by hand, and no epoch trained since: they are its first ones. */
  public boolean isSetByHand() {
    return checkpoint == null && history.epochs() == 0;
  }

  /** Whether weights were changed by hand, or by a step on a row: no training leads to them. */
  public boolean isEdited() {
    return checkpoint == null || history.interventions().stream().anyMatch(Model::isByHand);
  }

  private static boolean isByHand(Intervention it) {
    return it instanceof Intervention.WeightEdit || it instanceof Intervention.RowStep;
  }

  /**
   * Whether weights were changed after the last epoch, by hand, by a step or by batches of an epoch
   * that did not end: no epoch's numbers are then its own.
   *
   * @param isPaused whether its run is held, and may stand within an epoch
   */
  public boolean isChanged(boolean isPaused) {
    return checkpoint == null
        || (!isPaused && checkpoint.batch() > 0 && !isBest())
        || history.interventions().stream()
            .anyMatch(it -> it.epoch() >= history.epochs() && isByHand(it));
  }

  /** Whether its run ended and left the weights of its best epoch. */
  public boolean isBest() {
    return history.stopReason() != null && checkpoint != null && checkpoint.bestWeights() != null;
  }

  /**
   * The rows of its table as its network takes them: prepared with what the model has learned, as a
   * file may divide the rows otherwise than when it was.
   */
  public PreparedData prepared(Table table) {
    return PreparedData.of(preprocessor, experiment.preparation(), table);
  }

  public int inputs() {
    return preprocessor.inputCount();
  }

  /** Number of classes; 0 for a numeric target. */
  public int classes() {
    return classNames().size();
  }

  /** Names of the classes; none for a numeric target. */
  public List<String> classNames() {
    return switch (preprocessor.target()) {
      case ClassTarget target -> target.classes();
      case NumberTarget _ -> List.of();
    };
  }

  public int outputs() {
    return experiment.network().loss().outputs(experiment.preparation().problemType(), classes());
  }
}
