package dev.neuralworkbench.model.file;

import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** A file that is no model this program can open; says what is wrong and where. */
public final class ModelFormatException extends ProblemException {

  private static final long serialVersionUID = 1;

  public ModelFormatException(Problem problem, @Nullable Throwable cause) {
    super(problem, cause);
  }
}
