package dev.neuralworkbench.train;

import dev.neuralworkbench.problem.Ids;
import java.util.Optional;

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

  /** Name in files and on the command line: {@code validation_loss}. */
  public String id() {
    return Ids.of(this);
  }

  /** The monitor of that name; empty if there is none. */
  public static Optional<Monitor> ofId(String id) {
    return Ids.find(Monitor.class, id);
  }

  /** Whether there must be validation rows. */
  public boolean needsValidation() {
    return this == VALIDATION_LOSS || this == VALIDATION_SCORE;
  }
}
