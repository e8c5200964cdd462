package dev.neuralworkbench.data.read.source;

import dev.neuralworkbench.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A file or text that is no table; says what is wrong, where, what was expected and found. */
public final class TableFormatException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  /** An exception with its problem. */
  public TableFormatException(Problem problem) {
    this(problem, null);
  }

  /** An exception with its problem, caused by another one. */
  public TableFormatException(Problem problem, @Nullable Throwable cause) {
    super(problem.toString(), cause);
    this.problem = problem;
  }

  /** What is wrong. */
  public Problem problem() {
    return problem;
  }
}
