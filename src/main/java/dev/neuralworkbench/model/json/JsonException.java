package dev.neuralworkbench.model.json;

import dev.neuralworkbench.problem.Problem;
import org.jspecify.annotations.Nullable;

/** JSON that is not as it should be; says what is wrong and at which path. */
public final class JsonException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  /** An exception with its problem. */
  public JsonException(Problem problem) {
    this(problem, null);
  }

  /** An exception with its problem, caused by another one. */
  public JsonException(Problem problem, @Nullable Throwable cause) {
    super(problem.toString(), cause);
    this.problem = problem;
  }

  /** What is wrong. */
  public Problem problem() {
    return problem;
  }
}
