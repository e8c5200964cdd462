package dev.neuralworkbench.model.file;

import dev.neuralworkbench.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A file that is no model this program can open; says what is wrong and where. */
public final class ModelFormatException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  public ModelFormatException(Problem problem, @Nullable Throwable cause) {
    super(problem.toString(), cause);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
