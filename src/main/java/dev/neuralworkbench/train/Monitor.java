package dev.neuralworkbench.train;

/** A number of each epoch that early stopping watches. */
public enum Monitor {
  /** Loss on the validation rows; lower is better. */
  VALIDATION_LOSS,
  /** Accuracy or R² on the validation rows; higher is better. */
  VALIDATION_SCORE,
  /** Loss on the training rows as trained; lower is better. */
  TRAINING_LOSS,
  /** Accuracy or R² on the training rows as trained; higher is better. */
  TRAINING_SCORE;

  public boolean needsValidation() {
    return this == VALIDATION_LOSS || this == VALIDATION_SCORE;
  }

  /** The number of an epoch, counted from 0, with a score's sign changed: lower is better. */
  public double cost(TrainingHistory history, int epoch) {
    return switch (this) {
      case VALIDATION_LOSS -> history.validationLoss(epoch);
      case VALIDATION_SCORE -> -history.validationScore(epoch);
      case TRAINING_LOSS -> history.trainingLoss(epoch);
      case TRAINING_SCORE -> -history.trainingScore(epoch);
    };
  }
}
