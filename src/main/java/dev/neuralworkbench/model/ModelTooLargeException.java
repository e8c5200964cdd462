package dev.neuralworkbench.model;

import dev.neuralworkbench.problem.Problem;
import java.io.IOException;

/** A model that was not saved, since its file would be larger than one that can be opened. */
public final class ModelTooLargeException extends IOException {

  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  ModelTooLargeException(Problem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  /** What is wrong. */
  public Problem problem() {
    return problem;
  }
}
