package dev.neuralworkbench.model;

import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.train.TrainingHistory;
import org.jspecify.annotations.Nullable;

/**
 * A run as it is in memory.
 *
 * @param model what it came to; null where it is not kept
 */
public record LoggedRun(RunRecord record, @Nullable Model model) {

  /** A weight and, in the checkpoint, the optimizer's two numbers for it. */
  private static final int BYTES_A_WEIGHT = 12;

  public int number() {
    return record.number();
  }

  /** The same with the model that the run has come to. */
  public LoggedRun withModel(Model model) {
    return new LoggedRun(record.with(RunResult.of(model), model.history()), model);
  }

  /** The same as it was left; without a model where it came to none. */
  public LoggedRun left(TrainingHistory history) {
    return model != null ? this : new LoggedRun(record.with(RunResult.of(history), history), null);
  }

  /** The same after its test score was looked at, the first time; null for not. */
  LoggedRun looked(@Nullable Double score) {
    return score == null || record.testScore() != null
        ? this
        : new LoggedRun(Records.with(record, "testScore", score), model);
  }

  public LoggedRun withoutModel() {
    return model == null ? this : new LoggedRun(record, null);
  }

  /**
   * Whether a model has the very weights that this run came to: only then are the run's scores the
   * model's. One that was edited since, or goes back to an earlier epoch, has others.
   */
  public boolean owns(Model other) {
    return model != null && hasCome(other.history()) && model.weights().equals(other.weights());
  }

  /** Whether a model's training is the beginning of this run, or all of it. */
  public boolean beginsWith(Model other) {
    return model != null && model.history().beginsWith(other.history());
  }

  /** Whether another is this run, as far as it has come, whoever looked at it; by identity. */
  @SuppressWarnings("ReferenceEquality")
  boolean isSame(LoggedRun other) {
    return this == other || (model == other.model && record.curve() == other.record.curve());
  }

  /** Whether a history ends where this run's model is. */
  public boolean hasCome(TrainingHistory history) {
    return model != null
        && history.epochs() == model.history().epochs()
        && history.beginsWith(model.history());
  }

  /** Memory of its model, in bytes, about. */
  long bytes() {
    return model == null ? 0 : BYTES_A_WEIGHT * model.weights().parameterCount();
  }
}
